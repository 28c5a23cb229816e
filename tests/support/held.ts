import { expect } from "vitest";
import { z } from "zod";
import { OPERATIONS } from "@/lib/http/openapi/operations";
import { coalitionOnlySchema } from "@/lib/http/openapi/parts";
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
  const operation = OPERATIONS.find(
    (one) => `${one.method} ${one.path}` === `${method.toLowerCase()} ${described}`,
  );
  expect(answer.status, JSON.stringify(answer.body)).toBe(operation?.status ?? 200);
  const read = coalitionOnlySchema(operation?.answer ?? z.never()).safeParse(answer.body);
  expect(read.error?.issues).toBeUndefined();
  return answer.body;
}
