// A day is a date of the register's time zone, written YYYY-MM-DD; an instant is UTC, ISO 8601.
export type Day = string;
export type Instant = string;

/** Is it a date that exists? 2026-02-30 doesn't; years 1900 to 2199 do. */
export function isDay(text: string): boolean {
  const match = /^(19|20|21)\d\d-\d\d-\d\d$/.exec(text);
  return match !== null && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && plusDays(text, 0) === text;
}

export function plusDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** Whole days from one day to another; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export function dayOf(instant: Instant, timeZone: string): Day {
  return formatter(timeZone).format(new Date(instant));
}

export function earliest(days: readonly Day[]): Day | null {
  return days.reduce<Day | null>((first, day) => (first === null || day < first ? day : first), null);
}

/** Of one day or more. */
export function latest(days: readonly Day[]): Day {
  return days.reduce((last, day) => (day > last ? day : last), days[0] ?? "");
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone);
  if (!found) {
    found = new Intl.DateTimeFormat("sv-SE", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    formatters.set(timeZone, found);
  }
  return found;
}
