// The calendar as the register knew it at a moment: what db/queries/unresolved/calendar.ts finds now.
import { groupedBy } from "../../base/listing";
import {
  byCalendarKey,
  calendarKey,
  type CalendarQuery,
  type CalendarDay,
  type CalendarEntry,
  type CalendarFilter,
} from "../../unresolved/calendar";
import type { Snapshot } from "../snapshot";
import { datedEntries, type DatedEntry } from "./snapshot-days";

/** All that the filter asks for, in order. */
export function calendarIn(snapshot: Snapshot, filter: CalendarFilter): CalendarEntry[] {
  const { from, to, what } = filter;
  const matchesFilter = (entry: DatedEntry): entry is CalendarEntry =>
    entry.on !== null &&
    (from === null || entry.on >= from) &&
    entry.on <= to &&
    (what.length === 0 || what.includes(entry.what));
  return datedEntries(snapshot, filter)
    .filter(matchesFilter)
    .map((entry) => ({ entry, key: calendarKey(entry) }))
    .sort((a, b) => byCalendarKey(a.key, b.key))
    .map(({ entry }) => entry);
}

/** The page after the key; one more than the limit, if another page follows. */
export function calendarPage(
  found: readonly CalendarEntry[],
  { after, limit }: Pick<CalendarQuery, "after" | "limit">,
): CalendarEntry[] {
  const left = after === null ? found : found.filter((one) => byCalendarKey(calendarKey(one), after) > 0);
  return left.slice(0, limit + 1);
}

/** Each day that has entries, with the first of them. */
export const calendarDays = (found: readonly CalendarEntry[], most: number): CalendarDay[] =>
  [...groupedBy(found, ({ on }) => on)].map(([on, all]) => ({
    on,
    entries: all.slice(0, most),
    total: all.length,
  }));
