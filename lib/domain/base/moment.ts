// A moment as people write it: a baseline by its name or id, a day, or an instant.
import { dayOf, isDay, plusDays, type Day, type Instant } from "./day";

export type NamedMoment =
  | { is: "instant"; at: Instant }
  | { is: "day"; day: Day }
  | { is: "baseline"; name: string };

export const LONGEST_NAME = 120;

/** Null: the text can't name a moment. */
export function momentNamed(text: string): NamedMoment | null {
  const name = text.trim();
  if (isDay(name)) return { is: "day", day: name };
  const at = instantIn(name);
  if (at !== null) return { is: "instant", at };
  const isText = name.isWellFormed() && !/\p{Cc}/u.test(name);
  const isName = isText && name !== "" && name.length <= LONGEST_NAME && !/^\d{4}-\d{2}-\d{2}/.test(name);
  return isName ? { is: "baseline", name } : null;
}

/** UTC, to the minute, the second or the millisecond. */
export function instantIn(text: string): Instant | null {
  const match = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?Z$/.exec(text);
  return match && isDay(match[1] ?? "") ? new Date(text).toISOString() : null;
}

/** The shortest form without loss: "2026-01-07T18:00Z". */
export const momentText = (at: Instant): string => at.replace(/(:00)?[.]000Z$/, "Z");

/** The first instant that belongs to the day in this zone. */
export function startOf(day: Day, timeZone: string): Instant {
  let [low, high] = [
    Date.parse(`${day}T00:00:00Z`) - 86_400_000,
    Date.parse(`${day}T00:00:00Z`) + 86_400_000,
  ];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (dayOf(new Date(middle).toISOString(), timeZone) < day) low = middle;
    else high = middle;
  }
  return new Date(high).toISOString();
}

/** The last millisecond of the day. */
export const endOfMoment = (day: Day, timeZone: string): Instant =>
  new Date(Date.parse(startOf(plusDays(day, 1), timeZone)) - 1).toISOString();

/** The local time in the format of a browser's datetime-local input: "2026-01-06T14:00". */
export function clockOf(at: Instant, timeZone: string): string {
  return clocks(timeZone).format(new Date(at)).replace(" ", "T");
}

/** The first instant, if the clocks show this time twice. Null: they never show it. */
export function instantOn(clock: string, timeZone: string): Instant | null {
  const match = /^(\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d)(:[0-5]\d)?$/.exec(clock);
  if (!match?.[1] || !isDay(match[1].slice(0, 10))) return null;
  const asUtc = Date.parse(`${match[1]}Z`);
  // No clock on earth is further from UTC than this; quarters of an hour are the finest steps.
  for (let ahead = 15 * 4; ahead >= -13 * 4; ahead -= 1) {
    const at = new Date(asUtc - ahead * 900_000).toISOString();
    if (clockOf(at, timeZone) === match[1]) return at;
  }
  return null;
}

/** People choose the zone, and each zone has many spellings, so the cache has a limit. */
const MOST_ZONES = 100;
const made = new Map<string, Intl.DateTimeFormat>();

function clocks(timeZone: string): Intl.DateTimeFormat {
  const known = made.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  if (made.size === MOST_ZONES) made.clear();
  made.set(timeZone, clock);
  return clock;
}
