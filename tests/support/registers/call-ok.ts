import { expect } from "vitest";
import { OPERATIONS } from "@/app/api/v1/operations";
import type { Method, Sent, TestApi, Who } from "../api";

/** Expects the described success. That the body has its schema's shape is the doing of lib/api/answer.ts, held by tests/http/answer.test.ts. */
export async function callOk(
  api: TestApi,
  who: Who,
  method: Method,
  path: string,
  described: string,
  sent: Sent = {},
): Promise<Record<string, unknown>> {
  const answer = await api.call(who, method, path, sent);
  const operation = OPERATIONS.find((one) => `${one.method} ${one.path}` === `${method} ${described}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(operation?.answer.status);
  return answer.body;
}
