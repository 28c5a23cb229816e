/**
 * The answers to statements that were sent behind one another on one connection. If one fails in a
 * transaction, those behind it only report that it is aborted: the first error is thrown. Only `q.query`
 * sends at once: Prisma's client sends some turns later.
 */
export async function sentTogether<T extends readonly unknown[] | []>(
  answers: T,
): Promise<{ -readonly [Place in keyof T]: Awaited<T[Place]> }> {
  const settled = await Promise.allSettled(answers);
  const failed = settled.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
  if (failed.length > 0) throw failed.find((error) => !isBehindFailure(error)) ?? failed[0];
  return Promise.all(answers);
}

const isBehindFailure = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === "25P02";
