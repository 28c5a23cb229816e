// Days, once more: by the clock's parts and the calendar's arithmetic.
import type { Day, Instant } from "@/lib/domain/base/day";

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What a calendar on the wall of that zone shows. */
export function dayIn(timeZone: string, instant: Instant): Day {
  const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat("en-US", { timeZone, dateStyle: "short" });
  clocks.set(timeZone, clock);
  const shown = new Map(clock.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const part = (name: "day" | "month"): string => (shown.get(name) ?? "").padStart(2, "0");
  return `20${shown.get("year") ?? ""}-${part("month")}-${part("day")}`;
}

export function later(day: Day, days: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

export const lastOf = (...days: Day[]): Day => days.toSorted().at(-1) ?? "";
export const firstOf = (...days: Day[]): Day => days.toSorted()[0] ?? "";
