import { pino } from "pino";

const logger = pino({ base: null, enabled: process.env.NODE_ENV !== "test" });

/** What went wrong and where; never what was sent, which may hold a password. */
export function logFailure(error: unknown, request: Request, id: string): void {
  const { name, message, stack, code } = error instanceof Error ? (error as Error & { code?: unknown }) : new Error(String(error));
  const { pathname } = new URL(request.url);
  logger.error({ request: id, method: request.method, path: pathname, error: { name, message, code, stack } }, "failed");
}
