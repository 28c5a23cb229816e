import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf } from "@/lib/domain/base/day";
import { nextDigest, secondsToRetry } from "@/lib/domain/notices/digest";
import { clockOf } from "@/lib/domain/base/moment";

describe("the next digest is due when the clocks of the zone show the hour", () => {
  test.each([
    // after, hour, zone, next
    ["2026-02-25T04:00:00.000Z", 7, "Europe/Kyiv", "2026-02-25T05:00:00.000Z"],
    ["2026-02-25T05:00:00.000Z", 7, "Europe/Kyiv", "2026-02-26T05:00:00.000Z"],
    ["2026-02-25T23:30:00.000Z", 0, "Europe/Kyiv", "2026-02-26T22:00:00.000Z"],
    ["2026-02-25T12:00:00.000Z", 7, "America/New_York", "2026-02-26T12:00:00.000Z"],
    ["2026-02-25T12:00:00.000Z", 7, "Pacific/Kiritimati", "2026-02-25T17:00:00.000Z"],
    ["2026-02-25T12:00:00.000Z", 7, "Asia/Kathmandu", "2026-02-26T01:15:00.000Z"],
    // The clocks go forward: the day is an hour shorter.
    ["2026-03-28T05:00:00.000Z", 7, "Europe/Kyiv", "2026-03-29T04:00:00.000Z"],
    // They jump over three o'clock, in Paris over two.
    ["2026-03-28T02:00:00.000Z", 3, "Europe/Kyiv", "2026-03-29T01:00:00.000Z"],
    ["2026-03-28T12:00:00.000Z", 2, "Europe/Paris", "2026-03-29T01:00:00.000Z"],
    ["2026-03-29T01:00:00.000Z", 2, "Europe/Paris", "2026-03-30T00:00:00.000Z"],
    // They go back and show three twice: only the first counts.
    ["2026-10-24T12:00:00.000Z", 3, "Europe/Kyiv", "2026-10-25T00:00:00.000Z"],
    ["2026-10-25T00:00:00.000Z", 3, "Europe/Kyiv", "2026-10-26T01:00:00.000Z"],
    // Half an hour, on Lord Howe Island.
    ["2026-10-03T12:00:00.000Z", 2, "Australia/Lord_Howe", "2026-10-03T15:30:00.000Z"],
    ["2026-02-25T12:00:00.000Z", 7, "UTC", "2026-02-26T07:00:00.000Z"],
  ])("after %s, at %i in %s: %s", (after, hour, zone, next) => {
    expect(nextDigest(after, hour, zone)).toBe(next);
  });

  test("each day has one digest, in every zone and at every hour", () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
    const start = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2028, 0, 1) });
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 23 }), start, (zone, hour, from) => {
        let at = nextDigest(new Date(from).toISOString(), hour, zone);
        expect(Date.parse(at)).toBeGreaterThan(from);
        for (let days = 0; days < 5; days += 1) {
          const next = nextDigest(at, hour, zone);
          const [before, after] = [dayOf(at, zone), dayOf(next, zone)];
          expect(Date.parse(after) - Date.parse(before)).toBe(86_400_000);
          expect(Number(clockOf(next, zone).slice(11, 13))).toBeGreaterThanOrEqual(hour);
          expect(Number(clockOf(next, zone).slice(11, 13))).toBeLessThanOrEqual(hour + 1);
          at = next;
        }
      }),
      { numRuns: 60 },
    );
  });
});

test("a mail that isn't accepted is tried again after ever longer waits of at most an hour", () => {
  expect([1, 2, 3, 4, 5, 6, 7, 50, 10_000].map(secondsToRetry)).toEqual([
    60, 120, 240, 480, 960, 1_920, 3_600, 3_600, 3_600,
  ]);
});
