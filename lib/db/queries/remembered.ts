// Figures over the whole register, remembered as long as they are true: until the log's head moves or the day
// turns. Every change of a record ends in the log, so an equal head means an equal register.
import { cache } from "react";
import { ask } from "../sql/ask";
import { readWithSession } from "./log/read-with-session";
import { sql } from "../sql/sql";

interface Remembered {
  head: string;
  answer: Promise<unknown>;
}

const remembered = new Map<string, Remembered>();
const MOST = 500;

/**
 * The head is read before the figures: an answer may be newer than its cached head, never older. Concurrent callers
 * share the work.
 */
export async function rememberedUntilChange<T>(question: string, work: () => Promise<T>): Promise<T> {
  const head = await findHead();
  const known = remembered.get(question);
  if (known?.head === head) return known.answer as Promise<T>;

  const answer = work();
  remembered.delete(question);
  remembered.set(question, { head, answer });
  answer.catch(() => remembered.delete(question));
  for (const oldest of remembered.keys()) if (remembered.size > MOST) remembered.delete(oldest);
  return answer;
}

/** One page asks once: all its figures are of one head. */
const findHead = cache(async (): Promise<string> => {
  const read = readWithSession().head ?? null;
  if (read !== null) return read;
  const [head] = await ask<{ leaf_hash: string }>(sql`SELECT leaf_hash FROM audit.head`);
  return head?.leaf_hash ?? "";
});
