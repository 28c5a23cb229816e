import { expect, test } from "vitest";
import {
  asReader,
  mayDecide,
  mayKeepPeople,
  mayKeepRecords,
  mayReadRegister,
  ROLES,
} from "@/lib/domain/people/actor";
import { instantIn, momentText } from "@/lib/domain/base/moment";
import { isPast, momentOf, readingAt } from "@/lib/domain/base/as-of";
import { manager } from "../../support/cast";

const NOW = "2026-02-25T08:40:00.000Z";

test("no moment means now, a past moment is read as of then, and a future one is refused", () => {
  expect(readingAt(null, NOW)).toEqual({ ok: true, value: NOW });
  expect(readingAt(NOW, NOW)).toEqual({ ok: true, value: { asOf: NOW } });
  expect(readingAt("2026-02-25T08:40:00.001Z", NOW)).toMatchObject({
    ok: false,
    refusal: { code: "invalid", errors: [{ path: "asOf", code: "moment-ahead" }] },
  });
  expect([isPast(NOW), isPast({ asOf: NOW })]).toEqual([false, true]);
  expect([momentOf(NOW), momentOf({ asOf: "2026-01-07T18:00:00.000Z" })]).toEqual([
    NOW,
    "2026-01-07T18:00:00.000Z",
  ]);
});

test.each([
  ["2026-01-07T18:00:00.000Z", "2026-01-07T18:00Z"],
  ["2026-01-07T18:00:05.000Z", "2026-01-07T18:00:05Z"],
  ["2026-01-07T18:00:00.120Z", "2026-01-07T18:00:00.120Z"],
])("%s is written %s, and read back", (at, text) => {
  expect(momentText(at)).toBe(text);
  expect(instantIn(text)).toBe(at);
});

test("a reader of the past may still read the register, and may change nothing", () => {
  for (const role of ROLES.filter((one) => one !== "ADMIN")) {
    const viewer = asReader({ ...manager, role, desk: ["FR"] });
    expect(mayReadRegister(viewer)).toBe(true);
    expect([mayKeepRecords(viewer), mayDecide(viewer), mayKeepPeople(viewer)]).toEqual([false, false, false]);
  }
});
