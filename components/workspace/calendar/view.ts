import { viewHref } from "@/components/ui/address/view-href";
import { type Day, firstOfMonth } from "@/lib/domain/base/day";
import { lastOfMonth } from "@/lib/domain/unresolved/calendar";
import type { CalendarView } from "@/lib/workspace/calendar/filter";

/** What the filter asks for. */
export type CalendarNarrowed = Pick<CalendarView, "what" | "participant" | "priority" | "owner">;

/** A month, by its first day, or the days of a list; null: as usual. */
export type CalendarShown =
  | { show: "month"; month: Day | null }
  | { show: "list"; from: Day | null; to: Day | null };

export function calendarHref(narrowed: CalendarNarrowed, shown: CalendarShown, cursor?: string): string {
  const days =
    shown.show === "month"
      ? { month: shown.month?.slice(0, 7) }
      : { show: "list", from: shown.from, to: shown.to };
  return viewHref("/calendar", { ...toFilterNames(narrowed), ...days, cursor });
}

export const dayHref = (narrowed: CalendarNarrowed, day: Day): string =>
  calendarHref(narrowed, { show: "list", from: day, to: day });

/** All that is shown, as a file. */
export const calendarFileHref = (
  kind: "csv" | "ics",
  narrowed: CalendarNarrowed,
  shown: CalendarShown,
): string => {
  const days =
    shown.show === "list"
      ? { from: shown.from, to: shown.to }
      : shown.month === null
        ? {}
        : { from: firstOfMonth(shown.month), to: lastOfMonth(shown.month) };
  return viewHref(`/api/v1/calendar.${kind}`, { ...toFilterNames(narrowed), ...days });
};

export const isNarrowed = ({ what, participant, priority, owner }: CalendarNarrowed): boolean =>
  what.length + participant.length + priority.length + owner.length > 0;

export const NOT_NARROWED: CalendarNarrowed = { what: [], participant: [], priority: [], owner: [] };

const toFilterNames = ({ what, participant, priority, owner }: CalendarNarrowed) => ({
  kind: what,
  participant,
  priority,
  owner,
});
