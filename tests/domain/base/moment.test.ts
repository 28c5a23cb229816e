import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, plusDays } from "@/lib/domain/base/day";
import { clockOf, endOfMoment, instantIn, instantOn, momentNamed, startOf } from "@/lib/domain/base/moment";

const ZONES = [
  "Europe/Kyiv",
  "UTC",
  "Pacific/Kiritimati",
  "America/St_Johns",
  "Asia/Kathmandu",
  "Pacific/Apia",
];
const days = fc.integer({ min: 0, max: 3_000 }).map((n) => plusDays("2020-01-01", n));

test.each([
  ["2026-01-06", { is: "day", day: "2026-01-06" }],
  ["2026-02-30", null],
  ["2026-01-06T12:00:00Z", { is: "instant", at: "2026-01-06T12:00:00.000Z" }],
  ["2026-01-06T12:00Z", { is: "instant", at: "2026-01-06T12:00:00.000Z" }],
  ["2026-01-06T12:00:00.5Z", { is: "instant", at: "2026-01-06T12:00:00.500Z" }],
  ["2026-01-06T12:00:00", null],
  ["2026-01-06T24:00:00Z", null],
  ["2026-01-06 the summit", null],
  ["Paris, 6 January 2026", { is: "baseline", name: "Paris, 6 January 2026" }],
  [" Paris ", { is: "baseline", name: "Paris" }],
  [" ", null],
  ["Pa\0ris", null],
  ["Pa\ud800ris", null],
  ["x".repeat(121), null],
])("%j names %j", (text, moment) => {
  expect(momentNamed(text)).toEqual(moment);
});

test("an instant is UTC and exists", () => {
  expect(instantIn("2026-01-06T12:00:00+02:00")).toBeNull();
  expect(instantIn("2026-02-29T12:00:00Z")).toBeNull();
});

describe.each(ZONES)("on the clocks of %s", (timeZone) => {
  test("a day begins with its first millisecond and ends with its last", () => {
    fc.assert(
      fc.property(days, (day) => {
        const before = (at: string): string => new Date(Date.parse(at) - 1).toISOString();
        expect(dayOf(startOf(day, timeZone), timeZone) >= day).toBe(true);
        expect(dayOf(before(startOf(day, timeZone)), timeZone) < day).toBe(true);
        expect(endOfMoment(day, timeZone)).toBe(before(startOf(plusDays(day, 1), timeZone)));
      }),
      { numRuns: 60 },
    );
  });

  test("a time on the clocks leads back to its minute, the first one if they show it twice", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 1439 }), (day, minute) => {
        const at = new Date(Date.parse(`${day}T00:00:00Z`) + minute * 60_000).toISOString();
        const back = instantOn(clockOf(at, timeZone), timeZone) ?? "";
        expect(clockOf(back, timeZone)).toBe(clockOf(at, timeZone));
        expect(Date.parse(at) - Date.parse(back)).toBeGreaterThanOrEqual(0);
        expect(Date.parse(at) - Date.parse(back)).toBeLessThanOrEqual(3_600_000);
      }),
      { numRuns: 60 },
    );
  });
});

test("an hour that the clocks leave out is no moment", () => {
  expect(instantOn("2026-03-29T03:30", "Europe/Kyiv")).toBeNull();
  expect(instantOn("2026-13-01T10:00", "Europe/Kyiv")).toBeNull();
  expect(instantOn("2026-01-06T14:00", "Europe/Kyiv")).toBe("2026-01-06T12:00:00.000Z");
});
