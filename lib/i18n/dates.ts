// Moments and days in the reader's language, the same on pages, in print and in titles. A moment always names its zone.
import { dayOf, daysBetween } from "@/lib/domain/base/day";
import { numberInWords, relativeWords } from "./numbers";
import { currentLanguage, currentLocale } from "./reader";

/** "25 Feb 2026, 10:40" in that time zone. */
export const momentIn = (timeZone: string, at: string): string =>
  `${dayOn("short", timeZone, at)}, ${clock(timeZone, at)}`;

/** "25 February 2026, 10:40". */
export const longMomentIn = (timeZone: string, at: string): string =>
  `${dayOn("long", timeZone, at)}, ${clock(timeZone, at)}`;

/** "6 January 2026" for the day "2026-01-06". */
export const dayInWords = (day: string): string => dayOn("long", "UTC", `${day}T00:00:00Z`);

/** "6 Jan 2026", for narrow columns. */
export const shortDay = (day: string): string => dayOn("short", "UTC", `${day}T00:00:00Z`);

/** "January 2026", from a day in it. */
export const monthOf = (day: string): string =>
  written(
    formatter({ month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`)),
    "long",
  );

/** "Jan", from a day in it. */
export const shortMonth = (day: string): string =>
  formatter({ month: "short", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));

/** "Friday 6 March 2026". In English, releases of Node differ by a comma. */
export function dayAndWeekday(day: string): string {
  const parts = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  const date = written(formatter(parts).format(new Date(`${day}T00:00:00Z`)), "long");
  return currentLanguage() === "en" ? date.replace(", ", " ") : date;
}

/** "Friday", "Fri". */
export const weekdayName = (day: string, width: "long" | "short"): string =>
  formatter({ weekday: width, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));

/** "Fri 6 Mar", with the year if it isn't that of `today`. */
export function nearDay(today: string, day: string): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: "numeric" } as const);
  const parts = { weekday: "short", day: "numeric", month: "short", timeZone: "UTC", ...year } as const;
  const date = written(formatter(parts).format(new Date(`${day}T00:00:00Z`)), "short");
  return currentLanguage() === "en" ? date.replace(", ", " ") : date;
}

/** "in 5 days", "tomorrow", "2 days ago". */
export const relativeDay = (today: string, day: string): string =>
  relativeWords(daysBetween(today, day), "day", "auto");

/** "Kyiv": the city of the zone. */
export function zoneName(timeZone: string): string {
  const city = (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
  return currentLanguage() === "uk" && city === "Kyiv" ? "Київ" : city;
}

/** "49 days ago", "in 5 days", "3 hours ago", "now": from 24 hours on in days of the calendar, as everywhere else. */
export function relativeTo(now: string, at: string, timeZone: string): string {
  const seconds = Math.trunc((Date.parse(at) - Date.parse(now)) / 1_000);
  if (Math.abs(seconds) >= 86_400) {
    const days = daysBetween(dayOf(now, timeZone), dayOf(at, timeZone));
    // More than 24 hours can be one day: that on which clocks go back.
    return relativeWords(days || Math.sign(seconds), "day", "always");
  }
  const [unit, size] = UNITS.find(([, least]) => Math.abs(seconds) >= least) ?? (["second", 1] as const);
  return relativeWords(Math.trunc(seconds / size), unit, seconds === 0 ? "auto" : "always");
}

/** "1 day", "3 hours", "40 seconds", ignoring the sign: the nearest figure in the largest unit that fits. */
export function durationWords(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1_000);
  const [unit, size] = UNITS.find(([, least]) => seconds >= least) ?? (["second", 1] as const);
  return numberInWords(Math.round(seconds / size), { style: "unit", unit, unitDisplay: "long" });
}

const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

const dayOn = (month: "short" | "long", timeZone: string, at: string): string =>
  written(formatter({ day: "numeric", month, year: "numeric", timeZone }).format(new Date(at)), month);

/**
 * Ukrainian dates end in "р.": long ones get "року", since a sentence would end with two full stops; short ones a
 * no-break space. French has an ordinal only for the first of a month ("1er mars").
 */
const written = (date: string, month: "short" | "long"): string => {
  if (currentLanguage() === "fr") return date.replace(/\b1 (?=\p{L})/u, "1er ");
  return date.replace(/\sр\.$/, month === "long" ? "\u00a0року" : "\u00a0р.");
};

const clock = (timeZone: string, at: string): string =>
  formatter({ hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }).format(new Date(at));

const made = new Map<string, Intl.DateTimeFormat>();

/** Caches formatters: constructing one is slow, using it isn't. */
function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = currentLocale();
  const key = `${locale} ${JSON.stringify(options)}`;
  const existing = made.get(key);
  if (existing) return existing;
  const fresh = new Intl.DateTimeFormat(locale, options);
  made.set(key, fresh);
  return fresh;
}
