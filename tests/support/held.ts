import { expect } from "vitest";
import { z } from "zod";
import { coalitionOnlySchema } from "@/lib/api/parts";
import { OPERATIONS } from "@/app/api/v1/operations";
import type { Method, Sent, TestApi, Who } from "./api";

/** Expects success, with a body in the described shape. */
export async function held(
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
  const read = coalitionOnlySchema(operation?.answer.schema ?? z.never()).safeParse(answer.body);
  expect(read.error?.issues).toBeUndefined();
  return answer.body;
}
