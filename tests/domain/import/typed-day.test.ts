import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDay, plusDays } from "@/lib/domain/base/day";
import { LANGUAGES } from "@/lib/domain/base/language";
import { typedDay, typedMoment } from "@/lib/domain/import/typed-day";
import { withLanguage } from "@/lib/i18n/reader";
import { dateShown } from "@/lib/i18n/typed-dates";
import { shortDay } from "@/lib/i18n/dates";

const valueOf = (read: ReturnType<typeof typedDay>): string => (read.ok ? read.value : read.why);

test.each([
  ["6 January 2026", "2026-01-06"],
  ["6 Jan 2026", "2026-01-06"],
  ["6 jan. 2026", "2026-01-06"],
  ["06 JANUARY 2026", "2026-01-06"],
  ["6th January 2026", "2026-01-06"],
  ["January 6, 2026", "2026-01-06"],
  ["6 January, 2026", "2026-01-06"],
  [" 6\u00a0January\u202f2026 ", "2026-01-06"],
  ["6-Jan-2026", "2026-01-06"],
  ["6 janvier 2026", "2026-01-06"],
  ["6 janv. 2026", "2026-01-06"],
  ["le 1er mars 2026", "2026-03-01"],
  ["24 fevrier 2026", "2026-02-24"],
  ["3 août 2026", "2026-08-03"],
  ["6 січня 2026 року", "2026-01-06"],
  ["6 січ. 2026 р.", "2026-01-06"],
  ["24 лютого 2026", "2026-02-24"],
  ["9 листопада 2026", "2026-11-09"],
  ["6.1.2026", "2026-01-06"],
  ["06.01.2026", "2026-01-06"],
  ["6. 1. 2026", "2026-01-06"],
  ["06/01/2026", "2026-01-06"],
  ["6-1-2026", "2026-01-06"],
  ["6 1 2026", "2026-01-06"],
  ["06012026", "2026-01-06"],
  ["02/03/2026", "2026-03-02"],
  ["12/12/2026", "2026-12-12"],
  ["2026-01-06", "2026-01-06"],
  ["2026/1/6", "2026-01-06"],
  ["29 February 2028", "2028-02-29"],
])("%j is the day %s", (text, day) => {
  expect(valueOf(typedDay(text))).toBe(day);
});

test.each([
  ["31 February 2026", "no-such-day"],
  ["29 February 2026", "no-such-day"],
  ["13/14/2026", "no-such-day"],
  ["01/13/2026", "no-such-day"],
  ["31.04.2026", "no-such-day"],
  ["2026-02-30", "no-such-day"],
  ["0 January 2026", "no-such-day"],
  ["32012026", "no-such-day"],
  ["6 January 1026", "far-year"],
  ["06/01/0026", "far-year"],
  ["6.1.2226", "far-year"],
  ["6.1.26", "short-year"],
  ["6 January 26", "short-year"],
  ["6 January", "part-of-a-day"],
  ["January 2026", "part-of-a-day"],
  ["2026", "part-of-a-day"],
  ["", "unread"],
  ["yesterday", "unread"],
  ["6 Januember 2026", "unread"],
  ["2026-01-06T14:00", "unread"],
  ["6 January 2026, 14:00", "unread"],
])("%j is no day: %s", (text, why) => {
  expect(valueOf(typedDay(text))).toBe(why);
});

test.each([
  ["6 January 2026, 14:00", "2026-01-06T14:00"],
  ["6 January 2026 at 9:05", "2026-01-06T09:05"],
  ["6.1.2026 14:00", "2026-01-06T14:00"],
  ["06/01/2026,14:00", "2026-01-06T14:00"],
  ["6 janvier 2026 à 14 h 00", "2026-01-06T14:00"],
  ["6 janvier 2026 14h00", "2026-01-06T14:00"],
  ["6 січня 2026 року, 14:00", "2026-01-06T14:00"],
  ["6 січня 2026 о 14:00", "2026-01-06T14:00"],
  ["2026-01-06T14:00", "2026-01-06T14:00"],
  ["2026-01-06T14:00:00", "2026-01-06T14:00"],
  ["2026-01-06 00:00", "2026-01-06T00:00"],
])("%j is the moment %s", (text, moment) => {
  expect(valueOf(typedMoment(text))).toBe(moment);
});

test.each([
  ["6 January 2026", "no-time"],
  ["2026-01-06", "no-time"],
  ["6 January 2026, 24:00", "no-such-time"],
  ["6 January 2026, 14:60", "no-such-time"],
  ["31 February 2026, 14:00", "no-such-day"],
  ["6.1.26 14:00", "short-year"],
  ["14:00", "unread"],
  ["6 January 2026, 2:00 pm", "unread"],
  ["2026-01-06T14:00:30", "unread"],
  ["yesterday", "unread"],
  ["", "unread"],
])("%j is no moment: %s", (text, why) => {
  expect(valueOf(typedMoment(text))).toBe(why);
});

test.each(["1", "6 January ", " ", "1:", "\u00a0,"])(
  "a very long text of nothing but %j is refused",
  (piece) => {
    const text = piece.repeat(100_000);
    expect([valueOf(typedDay(text)), valueOf(typedMoment(text))]).toEqual(["unread", "unread"]);
  },
);

const days = fc.integer({ min: 0, max: 100_000 }).map((n) => plusDays("1920-01-01", n));

describe.each(LANGUAGES)("in %s", (language) => {
  test("a day is read back from a field or a table, and a moment from a field", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 1439 }), (day, minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
        withLanguage(language, () => {
          expect(typedDay(dateShown("day", day))).toEqual({ ok: true, value: day });
          expect(typedDay(shortDay(day))).toEqual({ ok: true, value: day });
          expect(typedMoment(dateShown("moment", `${day}T${time}`))).toEqual({
            ok: true,
            value: `${day}T${time}`,
          });
        });
      }),
    );
  });
});

test("whatever is typed is a day that exists, or none", () => {
  const pieces = fc.constantFrom(
    "6",
    "31",
    "2026",
    "26",
    "0",
    "January",
    "лютого",
    "1er",
    ".",
    "/",
    "-",
    " ",
    ",",
    "р.",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces).map((parts) => parts.join("")),
      ),
      (text) => {
        const [day, moment] = [typedDay(text), typedMoment(text)];
        if (day.ok) expect(isDay(day.value)).toBe(true);
        if (moment.ok) expect(isDay(moment.value.slice(0, 10))).toBe(true);
      },
    ),
  );
});
