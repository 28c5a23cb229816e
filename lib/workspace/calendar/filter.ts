import { z } from "zod";
import { afterCursor, type CursorKey } from "@/lib/domain/base/cursor";
import { daysBetween, isDay, plusDays, type Day } from "@/lib/domain/base/day";
import { isId } from "@/lib/domain/base/id";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import {
  CALENDAR_KINDS,
  LONGEST_SPAN_DAYS,
  type CalendarQuery,
  type CalendarFilter,
} from "@/lib/domain/unresolved/calendar";
import {
  cursor,
  dayParameter,
  limit,
  listParameter,
  owners,
  parseParameters,
  participantCodes,
  priorities,
} from "@/lib/schema/parameters";

/** By day. */
export const CALENDAR_ORDER = "on";

export const calendarParameters = z.strictObject({
  /** The first and the last day, both included: from today on, for a year. */
  from: dayParameter,
  to: dayParameter,
  kind: listParameter(CALENDAR_KINDS),
  participant: participantCodes,
  priority: priorities,
  owner: owners,
  cursor,
  limit,
});

/** The filter without the days. */
export interface CalendarView extends Omit<CalendarQuery, "from" | "to" | "important"> {
  from: Day | null;
  to: Day | null;
}

export function parseCalendarFilter(params: URLSearchParams): Result<CalendarView> {
  const parsed = parseParameters(calendarParameters, params);
  if (!parsed.ok) return parsed;
  const { cursor: after, kind: what, ...asked } = parsed.value;
  const key = afterCursor(after, CALENDAR_ORDER, isCalendarKey);
  if (!key.ok) return key;
  const { from, to } = asked;
  if (from !== null && to !== null && to < from) return invalid({ path: "to", code: "order" });
  return ok({ ...asked, what, after: key.value });
}

/** "2026-03": its first day; null: not a month. */
export const monthIn = (text: string): Day | null =>
  /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`) ? `${text}-01` : null;

const USUAL_SPAN_DAYS = 366;

/** If a day is left out: from today, for a year; for a last day in the past, the year before it. */
export function calendarSpan(
  { from, to }: Pick<CalendarView, "from" | "to">,
  today: Day,
): Result<{ from: Day; to: Day }> {
  const first = from ?? (to !== null && to < today ? plusDays(to, 1 - USUAL_SPAN_DAYS) : today);
  const last = to ?? plusDays(first, USUAL_SPAN_DAYS - 1);
  return daysBetween(first, last) < LONGEST_SPAN_DAYS
    ? ok({ from: first, to: last })
    : invalid({ path: "to", code: "span", params: { max: LONGEST_SPAN_DAYS } });
}

export const filterOf = (
  { what, participant, priority, owner }: Omit<CalendarView, "from" | "to" | "after" | "limit">,
  span: { from: Day; to: Day },
): CalendarFilter => ({ ...span, what, participant, priority, owner, important: null });

/** The day, the reference or nothing, the kind, and an id or nothing. */
const isCalendarKey = ([on = "", reference = "", what = "", id = "", ...rest]: CursorKey): boolean =>
  rest.length === 0 &&
  isDay(on) &&
  /^([A-Z]{2,4}-[1-5]-\d{3,6})?$/.test(reference) &&
  (CALENDAR_KINDS as readonly string[]).includes(what) &&
  (id === "" || isId(id));
