// A day is a date of the register's time zone, written YYYY-MM-DD; an instant is UTC, ISO 8601.
export type Day = string;
export type Instant = string;

/** False for dates that don't exist (2026-02-30) and in far years. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || isFarYear(text)) return false;
  return !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && plusDays(text, 0) === text;
}

/** For a year or a date: whether it is outside the years 1900 to 2199. */
export const isFarYear = (text: string): boolean => !/^(?:19|20|21)\d\d/.test(text);

export function plusDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** Whole days from one day to another; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export function dayOf(instant: Instant, timeZone: string): Day {
  const { format, lately } = zone(timeZone);
  const known = lately.get(instant);
  if (known !== undefined) return known;
  const day = format.format(new Date(instant));
  if (lately.size === MOST_LATELY) lately.clear();
  lately.set(instant, day);
  return day;
}

export function earliest(days: readonly Day[]): Day | null {
  return days.reduce<Day | null>((first, day) => (first === null || day < first ? day : first), null);
}

/** Needs at least one day. */
export function latest(days: readonly Day[]): Day {
  return days.reduce((last, day) => (day > last ? day : last), days[0] ?? "");
}

interface Zone {
  format: Intl.DateTimeFormat;
  /** Rules often ask for the days of the same records, and formatting is slow. */
  lately: Map<Instant, Day>;
}
const MOST_LATELY = 2_000;
/** People choose the zone, and each zone has many spellings, so the cache has a limit. */
const MOST_ZONES = 100;
const zones = new Map<string, Zone>();

function zone(timeZone: string): Zone {
  let found = zones.get(timeZone);
  if (!found) {
    const parts = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
    found = { format: new Intl.DateTimeFormat("sv-SE", { timeZone, ...parts }), lately: new Map() };
    if (zones.size === MOST_ZONES) zones.clear();
    zones.set(timeZone, found);
  }
  return found;
}
