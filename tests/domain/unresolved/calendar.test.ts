// Days of the calendar: what is late, where an entry leads, and how months follow one another.
import fc from "fast-check";
import { expect, test } from "vitest";
import { plusDays } from "@/lib/domain/base/day";
import {
  byCalendarKey,
  CALENDAR_KINDS,
  calendarEntryHref,
  calendarKey,
  isEntryLate,
  lastOfMonth,
  monthAfter,
  type CalendarEntry,
} from "@/lib/domain/unresolved/calendar";
import { calendarSpan, monthIn, parseCalendarFilter } from "@/lib/workspace/calendar/filter";

const TODAY = "2026-02-25";
const ID = "00000000-0000-4000-8000-000000000001";

test("what waits for someone is late from the next day, and what begins or ends never is", () => {
  const late = CALENDAR_KINDS.filter((what) => isEntryLate({ what, on: "2026-02-24" }, TODAY));
  expect(late).toEqual(["vote", "due", "next-action", "question", "needed"]);
  expect(CALENDAR_KINDS.some((what) => isEntryLate({ what, on: TODAY }, TODAY))).toBe(false);
});

test.each<[CalendarEntry["what"], Partial<CalendarEntry>, string]>([
  ["due", { reference: "FR-3-001" }, "/pledges/FR-3-001"],
  ["window-end", { reference: "FR-3-001", id: ID }, "/pledges/FR-3-001#contributions"],
  ["vote", { reference: "FR-3-001", id: ID }, "/pledges/FR-3-001#approvals"],
  ["mandate", { participant: "FR", id: ID }, "/participants/FR"],
  ["evidence", { reference: "FR-3-001", id: ID }, "/pledges/FR-3-001#evidence"],
  ["question", { reference: "FR-3-001", about: "Q-0004", id: ID }, "/questions/Q-0004"],
  ["needed", { about: "DEMO-1", id: ID }, "/requirements/DEMO-1"],
])("%s of %o is at %s", (what, change, href) => {
  const entry = { what, reference: null, participant: null, about: null, id: null, ...change };
  expect(calendarEntryHref(entry)).toBe(href);
});

test("months follow one another, each with all of its days", () => {
  expect(monthAfter("2026-12-31", 1)).toBe("2027-01-01");
  expect(monthAfter("2026-01-15", -1)).toBe("2025-12-01");
  expect(["2026-02-01", "2028-02-29", "2026-12-31"].map(lastOfMonth)).toEqual([
    "2026-02-28",
    "2028-02-29",
    "2026-12-31",
  ]);
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 60_000 }), (days) => {
      const day = plusDays(TODAY, days);
      expect(plusDays(lastOfMonth(day), 1)).toBe(monthAfter(day, 1));
      expect(monthAfter(monthAfter(day, 1), -1)).toBe(`${day.slice(0, 7)}-01`);
    }),
  );
});

test("the order of entries is total: only the same entry has the same place", () => {
  const anyKey = fc.tuple(
    fc.constantFrom("2026-01-01", "2026-01-02"),
    fc.constantFrom("", "FR-3-001", "FR-3-002"),
    fc.constantFrom(...CALENDAR_KINDS),
    fc.constantFrom("", ID),
  );
  fc.assert(
    fc.property(anyKey, anyKey, (a, b) => {
      expect(byCalendarKey(a, b)).toBe(-byCalendarKey(b, a) + 0);
      expect(byCalendarKey(a, b) === 0).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
  );
  expect(calendarKey({ on: TODAY, reference: null, what: "needed", id: ID })).toEqual([
    TODAY,
    "",
    "needed",
    ID,
  ]);
});

const asked = (query: string) => {
  const parsed = parseCalendarFilter(new URLSearchParams(query));
  return parsed.ok ? calendarSpan(parsed.value, TODAY) : parsed;
};

test.each([
  ["", "2026-02-25", "2027-02-25"],
  ["from=2026-03-01", "2026-03-01", "2027-03-01"],
  ["to=2026-04-01", "2026-02-25", "2026-04-01"],
  ["to=2026-02-24", "2025-02-24", "2026-02-24"],
  ["from=2026-03-05&to=2026-03-05", "2026-03-05", "2026-03-05"],
  ["from=2026-01-01&to=2027-12-31", "2026-01-01", "2027-12-31"],
])("%s is from %s to %s", (query, from, to) => {
  expect(asked(query)).toEqual({ ok: true, value: { from, to } });
});

test.each([
  ["from=2026-03-02&to=2026-03-01", "to", "order"],
  ["from=2026-01-01&to=2028-01-02", "to", "span"],
  ["to=2199-12-31", "to", "span"],
  ["from=2026-02-30", "from", "not-a-date"],
  ["kind=TROOPS", "kind", "not-one-of"],
  ["cursor=abc", "cursor", "bad-cursor"],
])("%s is refused", (query, path, code) => {
  expect(asked(query)).toMatchObject({ ok: false, refusal: { errors: [{ path, code }] } });
});

test("a month is read only as a year and a number", () => {
  expect(["2026-03", "2026-13", "2026-3", "1800-01", "2026-03-01", ""].map(monthIn)).toEqual([
    "2026-03-01",
    ...[null, null, null, null, null],
  ]);
});
