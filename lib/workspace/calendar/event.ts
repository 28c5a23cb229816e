import type { IcsEvent } from "@/lib/domain/exchange/ics";
import { calendarEntryHref, type CalendarEntry } from "@/lib/domain/unresolved/calendar";
import { calendarKind, calendarSentence } from "@/lib/i18n/calendar-words";
import { env, homeAddress } from "@/lib/platform/env";

/**
 * An entry for calendar programs. Its uid never changes, although its day may move, or an approval be shown
 * with another pledge.
 */
export function eventOfEntry(entry: CalendarEntry): IcsEvent {
  const { what, on, reference, id, title, handling, version, updatedAt } = entry;
  const home = homeAddress(env());
  return {
    uid: `${what}.${id ?? reference ?? ""}@${new URL(home).hostname}`,
    on,
    changedAt: updatedAt,
    version,
    summary: calendarSentence(entry),
    description: title ?? "",
    url: `${home}${calendarEntryHref(entry)}`,
    category: calendarKind(what),
    confidential: handling === "COALITION",
  };
}
