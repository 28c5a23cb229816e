import "server-only";
import { isPast, momentOf, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { cursorOf } from "@/lib/domain/base/cursor";
import { dayOf, type Day } from "@/lib/domain/base/day";
import { listed, type Listed } from "@/lib/domain/base/listing";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { asksForLess, atOnce, type TableView } from "@/lib/domain/exchange/table-view";
import { calendarDays, calendarIn, calendarPage } from "@/lib/domain/history/calendar/snapshot-calendar";
import { mayReadRegister, type Actor } from "@/lib/domain/people/actor";
import {
  calendarKey,
  type CalendarDay,
  type CalendarEntry,
  type CalendarFilter,
} from "@/lib/domain/unresolved/calendar";
import { findPast } from "@/lib/db/past/snapshot";
import { findSettings } from "@/lib/db/queries/log/settings";
import {
  countCalendar,
  findCalendar,
  findCalendarDays,
  streamCalendar,
} from "@/lib/db/queries/unresolved/calendar";
import { CALENDAR_ORDER, filterOf, calendarSpan, type CalendarView } from "./filter";

/** By day. */
export async function loadCalendar(
  actor: Actor,
  view: CalendarView,
  at: NowOrAsOf,
): Promise<Result<Listed<CalendarEntry>>> {
  const resolved = await resolveView(actor, view, at);
  if (!resolved.ok) return resolved;
  const { filter } = resolved.value;
  const { after, limit } = view;
  if (isPast(at)) {
    const all = calendarIn((await findPast(at)).snapshot, filter);
    return ok(listed(calendarPage(all, { after, limit }), limit, all.length, cursorAfter));
  }
  const [found, total] = await Promise.all([
    findCalendar({ ...filter, after, limit }),
    countCalendar(filter),
  ]);
  return ok(listed(found, limit, total, cursorAfter));
}

/** The days of a span that have entries, each with the first of them. */
export async function loadCalendarDays(
  actor: Actor,
  view: CalendarView,
  { at, most }: { at: NowOrAsOf; most: number },
): Promise<Result<CalendarDay[]>> {
  const resolved = await resolveView(actor, view, at);
  if (!resolved.ok) return resolved;
  const { filter } = resolved.value;
  return ok(
    isPast(at)
      ? calendarDays(calendarIn((await findPast(at)).snapshot, filter), most)
      : await findCalendarDays(filter, most),
  );
}

/** The whole span, as a table or a file. */
export async function loadWholeCalendar(
  actor: Actor,
  view: CalendarView,
  at: NowOrAsOf,
): Promise<Result<TableView<CalendarEntry>>> {
  const resolved = await resolveView(actor, view, at);
  if (!resolved.ok) return resolved;
  const { filter, marking } = resolved.value;
  const { after: _after, limit: _limit, ...narrowing } = view;
  const rows = isPast(at)
    ? atOnce(calendarIn((await findPast(at)).snapshot, filter))
    : await streamCalendar(filter);
  return ok({ rows, asOf: momentOf(at), marking, narrowed: asksForLess(narrowing) });
}

const cursorAfter = (last: CalendarEntry): string => cursorOf(CALENDAR_ORDER, calendarKey(last));

async function resolveView(
  actor: Actor,
  view: CalendarView,
  at: NowOrAsOf,
): Promise<Result<{ filter: CalendarFilter; marking: string }>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const { timeZone, marking } = await findSettings();
  const today: Day = isPast(at) ? (await findPast(at)).day : dayOf(at, timeZone);
  const span = calendarSpan(view, today);
  return span.ok ? ok({ filter: filterOf(view, span.value), marking }) : span;
}
