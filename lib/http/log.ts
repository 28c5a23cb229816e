import { pino } from "pino";

interface Thrown extends Error {
  code: unknown;
}

const logger = pino({ base: null, enabled: process.env.NODE_ENV !== "test" });

/** What went wrong and where; never what was sent, which may hold a password. */
export function logFailure(error: unknown, request: Request, id: string): void {
  const { name, message, stack, code }: Partial<Thrown> =
    error instanceof Error ? error : { message: String(error) };
  const { pathname } = new URL(request.url);
  logger.error(
    { request: id, method: request.method, path: pathname, error: { name, message, code, stack } },
    "failed",
  );
}
