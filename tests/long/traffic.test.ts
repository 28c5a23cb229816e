// Each fault of an answer is found, and an instance that was itself paused or killed isn't blamed for being late.
import { expect, test } from "vitest";
import type { Answer, Doubt } from "./clients/request";
import { AT_LATEST_MS, AWAY_AT_LATEST_MS, whatIsWrong } from "./traffic";

const answer = (status: number, change: Partial<Answer> = {}): Answer => ({
  status,
  headers: status === 503 ? { "retry-after": "5" } : {},
  text: "{}",
  ms: 20,
  ...change,
});
const unanswered: Doubt = { status: null, why: "no answer", ms: 15_000 };

test.each([200, 201, 202, 409, 422, 429, 503])("a %i in time is no complaint", (status) => {
  expect(whatIsWrong(answer(status), true)).toBeNull();
});

test.each([
  ["answered 500", answer(500)],
  ["answered 401", answer(401)],
  ["answered 503 without Retry-After", answer(503, { headers: {} })],
  ["answered 503 late", answer(503, { ms: AWAY_AT_LATEST_MS + 1 })],
  ["answered 503 late", answer(503, { text: '{"code":"busy"}', ms: AT_LATEST_MS + 1 })],
  ["answered 200 late", answer(200, { ms: AT_LATEST_MS + 1 })],
  ["was never answered", unanswered],
])("%s is a complaint", (complaint, given) => {
  expect(whatIsWrong(given, true)).toBe(complaint);
});

test("an answer that the register is busy may come later than other 503s", () => {
  expect(whatIsWrong(answer(503, { text: '{"code":"busy"}', ms: AWAY_AT_LATEST_MS + 1 }), true)).toBeNull();
});

test("an instance that was paused may be late or silent, but may not answer 500", () => {
  expect(whatIsWrong(answer(200, { ms: AT_LATEST_MS + 1 }), false)).toBeNull();
  expect(whatIsWrong(unanswered, false)).toBeNull();
  expect(whatIsWrong(answer(500), false)).toBe("answered 500");
});

test("on a machine that others use as well, the limits are longer", () => {
  expect(whatIsWrong(answer(503, { ms: AWAY_AT_LATEST_MS + 1 }), true, 2)).toBeNull();
  expect(whatIsWrong(answer(503, { ms: 2 * AWAY_AT_LATEST_MS + 1 }), true, 2)).toBe("answered 503 late");
});

test("a broken connection is no complaint", () => {
  expect(whatIsWrong({ status: null, why: "socket hang up", ms: 3 }, true)).toBeNull();
});

test("a refused decision on one's own proposal is no complaint, but a refusal by role is", () => {
  expect(whatIsWrong(answer(403, { text: '{"code":"own-proposal"}' }), true)).toBeNull();
  expect(whatIsWrong(answer(403, { text: '{"code":"role"}' }), true)).toBe("answered 403");
});
