import { expect, test } from "vitest";
import { daysBetween, dayOf, isDay, plusDays } from "@/lib/domain/base/day";
import { ageOf } from "@/lib/domain/unresolved/summary";

test.each(["2026-01-06", "2024-02-29", "1999-12-31"])("%s is a day", (text) =>
  expect(isDay(text)).toBe(true),
);
test.each([
  "2026-02-30",
  "2025-02-29",
  "2026-1-6",
  "26-01-06",
  "2026-01-06T00:00",
  "",
  "9999-01-01",
  "2026-13-01",
  "०२६-01-06",
])("%j is no day", (text) => expect(isDay(text)).toBe(false));

test("Denmark's statement of 10 March 2025 is 352 days old on 25 February 2026", () => {
  expect(daysBetween("2025-03-10", "2026-02-25")).toBe(352);
});

test("days are added across the end of winter time", () => {
  expect(plusDays("2026-03-28", 2)).toBe("2026-03-30");
  expect(dayOf("2026-03-28T22:30:00Z", "Europe/Kyiv")).toBe("2026-03-29");
});

test.each([
  [0, "d7"],
  [7, "d7"],
  [8, "d30"],
  [30, "d30"],
  [31, "d90"],
  [90, "d90"],
  [91, "older"],
] as const)("an age of %i days is %s", (days, age) =>
  expect(ageOf(plusDays("2026-02-25", -days), "2026-02-25")).toBe(age),
);
