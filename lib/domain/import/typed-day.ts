// A day or moment typed into a field: the day comes before the month in every language. Files use cells/day, which
// refuses ambiguous dates.
import { tidy } from "./cells/cell";
import { dayInCell, ownMonthNamed } from "./cells/day";
import { isDay, isFarYear, type Day } from "../base/day";

export type Unreadable =
  | "unread"
  | "no-such-day"
  | "far-year"
  | "short-year"
  | "part-of-a-day"
  | "no-time"
  | "no-such-time";

export type TypedDay = { ok: true; value: string } | { ok: false; why: Unreadable };

/** "6 January 2026", "6 січ. 2026", "1er mars 2026", "6.1.2026", "06/01/2026", "06012026", "2026-01-06": YYYY-MM-DD. */
export function typedDay(typed: string): TypedDay {
  const text = tidied(typed);
  if (text.length > LONGEST || text.includes(":")) return unreadable("unread");
  const [, day, month, year] = NUMBERS.exec(text) ?? EIGHT_DIGITS.exec(text) ?? [];
  if (year !== undefined) return existing(`${year}-${twoDigits(month)}-${twoDigits(day)}`);
  const found = dayInCell(text, ownMonthNamed);
  if (found.ok) return { ok: true, value: found.value };
  const { code, params } = found.message;
  return unreadable(WHY[code] ?? WHY[String(params?.why)] ?? "unread");
}

/** A day with a time, "6 January 2026, 14:00" or "6.1.2026 14h00": YYYY-MM-DDTHH:MM. */
export function typedMoment(typed: string): TypedDay {
  const text = tidied(typed);
  const [, dayPart, hour, minute] = text.length > LONGEST ? [] : (WITH_TIME.exec(text) ?? []);
  if (dayPart === undefined) return unreadable(typedDay(text).ok ? "no-time" : "unread");
  const day = typedDay(dayPart);
  if (!day.ok) return day;
  return Number(hour) < 24 && Number(minute) < 60
    ? { ok: true, value: `${day.value}T${twoDigits(hour)}:${String(minute)}` }
    : unreadable("no-such-time");
}

const LONGEST = 60;
const NUMBERS = /^(\d{1,2})[ ./-] ?(\d{1,2})[ ./-] ?(\d{4})$/;
/** Typed on a number pad without separators. */
const EIGHT_DIGITS = /^(\d{2})(\d{2})(\d{4})$/;
const WITH_TIME = /^(.*?[^\s,])(?:,? |,|(?<=\d)T)(?:at |à |о |об )?(\d{1,2}) ?[:h] ?(\d{2})(?::00)?$/iu;
const WHY: Readonly<Record<string, Unreadable>> = {
  "two-digit-year": "short-year",
  "date-not-whole": "part-of-a-day",
  none: "no-such-day",
  far: "far-year",
};

const tidied = (typed: string): string => tidy(typed).replace(/\s+/g, " ");
const twoDigits = (number = ""): string => number.padStart(2, "0");
const unreadable = (why: Unreadable): TypedDay => ({ ok: false, why });

function existing(day: Day): TypedDay {
  if (isDay(day)) return { ok: true, value: day };
  return unreadable(isFarYear(day) ? "far-year" : "no-such-day");
}
