import { expect, test } from "vitest";
import type { Answer, Doubt } from "../long/clients/request";
import { judge } from "./judge";

const answer = (status: number, headers: Answer["headers"] = {}): Answer => ({
  status,
  headers,
  text: "{}",
  ms: 20,
});
const broken = (why: string): Doubt => ({ status: null, why, ms: 20 });

test.each([200, 201, 202, 409, 422, 429])("%i is an answer", (status) => {
  expect(judge(answer(status), false)).toBe("answered");
});

test("a 503 without Retry-After is a failure", () => {
  expect(judge(answer(503, { "retry-after": "5" }), false)).toBe("later");
  expect(judge(answer(503), false)).toEqual({ failed: "answered 503 without Retry-After" });
  expect(judge(answer(503), true)).toEqual({ failed: "answered 503 without Retry-After" });
});

test("a broken connection, or the balancer's 502 for one, is a failure unless something was killed", () => {
  for (const one of [broken("ECONNRESET"), answer(502)]) {
    expect(judge(one, true)).toBe("cut");
    expect(judge(one, false)).toHaveProperty("failed");
  }
});

test("a kill doesn't excuse an error, a lost session or silence", () => {
  for (const one of [answer(500), answer(401), answer(504), broken("no answer")])
    expect(judge(one, true)).toHaveProperty("failed");
});

test("a client that hangs up is no failure", () => {
  expect(judge(broken("hung up"), false)).toBe("hung up");
});
