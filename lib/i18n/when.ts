// Moments and days in words. A moment always comes with its zone; the same words on pages, in print and in titles.

/** "25 Feb 2026, 10:40" on the clocks of the zone. */
export function momentIn(timeZone: string, at: string): string {
  return formatter("short", timeZone, true).format(new Date(at));
}

/** "25 February 2026, 10:40". */
export function longMomentIn(timeZone: string, at: string): string {
  return formatter("long", timeZone, true).format(new Date(at)).replace(" at ", ", ");
}

/** "6 January 2026" for a day of the record, "2026-01-06". */
export function dayInWords(day: string): string {
  return formatter("long", "UTC", false).format(new Date(`${day}T00:00:00Z`));
}

/** "6 Jan 2026", where a column is narrow. */
export function shortDay(day: string): string {
  return formatter("short", "UTC", false).format(new Date(`${day}T00:00:00Z`));
}

/** "January 2026", for a day of it. */
export function monthOf(day: string): string {
  return dayInWords(day).replace(/^\d+ /, "");
}

/** The zone as people call it: "Kyiv". */
export function zoneName(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}

/** "49 days ago", "in 5 days", "3 hours ago": the largest unit that fits, days at most. */
export function relativeTo(now: string, at: string): string {
  const minutes = Math.trunc((Date.parse(at) - Date.parse(now)) / 60_000);
  const [unit, size] = UNITS.find(([, least]) => Math.abs(minutes) >= least) ?? (["minute", 1] as const);
  return new Intl.RelativeTimeFormat("en", { numeric: "always" }).format(Math.trunc(minutes / size), unit);
}

const UNITS = [
  ["day", 1440],
  ["hour", 60],
  ["minute", 1],
] as const;

const made = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter is slow, using one is not; a table of dates uses one. */
function formatter(month: "short" | "long", timeZone: string, withTime: boolean): Intl.DateTimeFormat {
  const key = `${month} ${timeZone} ${withTime}`;
  const existing = made.get(key);
  if (existing) return existing;
  const time = withTime ? ({ hour: "2-digit", minute: "2-digit", hour12: false } as const) : {};
  const fresh = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month,
    year: "numeric",
    timeZone,
    ...time,
  });
  made.set(key, fresh);
  return fresh;
}
