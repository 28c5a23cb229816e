import { logger } from "@/lib/platform/log";

interface Thrown extends Error {
  code: unknown;
}

export function logFailure(error: unknown, request: Request, id: string): void {
  const { name, message, stack, code }: Partial<Thrown> =
    error instanceof Error ? error : { message: String(error) };
  const { pathname } = new URL(request.url);
  logger.error(
    { request: id, method: request.method, path: pathname, error: { name, message, code, stack } },
    "failed",
  );
}
