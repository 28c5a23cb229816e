import { Markup } from "@/components/ui/page/markup/markup";
import { CalendarMonth } from "@/components/workspace/calendar/month";
import { MonthSteps, ShownAs } from "@/components/workspace/calendar/steps";
import { calendarHref, isNarrowed, NOT_NARROWED } from "@/components/workspace/calendar/view";
import { toWholeList } from "@/components/tables/filter-words";
import { ListSummary } from "@/components/ui/ledger/list-summary";
import type { NowOrAsOf } from "@/lib/domain/base/as-of";
import type { Day } from "@/lib/domain/base/day";
import type { Actor } from "@/lib/domain/people/actor";
import { lastOfMonth } from "@/lib/domain/unresolved/calendar";
import { monthOf } from "@/lib/i18n/dates";
import { translator } from "@/lib/i18n/translator";
import type { CalendarView } from "@/lib/workspace/calendar/filter";
import { loadCalendarDays } from "@/lib/workspace/calendar/queries";
import { RefusedAndNoted } from "../refused";
import { NextEntry } from "./next-entry";

const t = translator("calendar");

/** Entries shown per day; a link leads to the others. */
const MOST_IN_A_DAY = 3;

interface Given {
  actor: Actor;
  at: NowOrAsOf;
  view: CalendarView;
  /** The month's first day. */
  month: Day;
  today: Day;
}

export async function MonthView({ actor, at, view, month, today }: Given) {
  const days = await loadCalendarDays(
    actor,
    { ...view, from: month, to: lastOfMonth(month) },
    { at, most: MOST_IN_A_DAY },
  );
  if (!days.ok) return <RefusedAndNoted refusal={days.refusal} home="/calendar" />;
  const count = days.value.reduce((sum, { total }) => sum + total, 0);
  const narrowed = isNarrowed(view);
  const shown = { show: "month", month } as const;
  return (
    <section aria-labelledby="shown-month">
      <div className="calbar flex flex-wrap items-center justify-between gap-y-3 gap-x-4 mt-6">
        <MonthSteps month={month} narrowed={view} today={today} />
        <ShownAs narrowed={view} shown={shown} today={today} />
      </div>
      <ListSummary whole={toWholeList(narrowed, calendarHref(NOT_NARROWED, shown))}>
        {t("monthCount", { count, month: monthOf(month), narrowed: String(narrowed) })}
      </ListSummary>
      {count === 0 ? <NextEntry actor={actor} at={at} view={view} after={lastOfMonth(month)} /> : null}
      <Markup>
        <CalendarMonth month={month} days={days.value} narrowed={view} today={today} />
      </Markup>
    </section>
  );
}
