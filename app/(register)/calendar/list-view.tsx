import { Markup } from "@/components/ui/page/markup/markup";
import { CalendarList } from "@/components/workspace/calendar/list";
import { ShownAs } from "@/components/workspace/calendar/steps";
import { calendarHref, isNarrowed, NOT_NARROWED } from "@/components/workspace/calendar/view";
import { toWholeList } from "@/components/tables/filter-words";
import { Pager } from "@/components/tables/pager";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { EmptyState } from "@/components/ui/ledger/empty-state";
import { ListSummary } from "@/components/ui/ledger/list-summary";
import type { Names } from "@/components/ui/names";
import type { NowOrAsOf } from "@/lib/domain/base/as-of";
import { plusDays, type Day } from "@/lib/domain/base/day";
import type { Listed } from "@/lib/domain/base/listing";
import type { Actor } from "@/lib/domain/people/actor";
import { dayAndWeekday, dayInWords } from "@/lib/i18n/dates";
import { translator } from "@/lib/i18n/translator";
import { calendarSpan, type CalendarView } from "@/lib/workspace/calendar/filter";
import { loadCalendar } from "@/lib/workspace/calendar/queries";
import { RefusedAndNoted } from "../refused";

const t = translator("calendar");

/** With the days between them, about the height of a page. */
const MOST_ROWS = 40;

interface Given {
  actor: Actor;
  at: NowOrAsOf;
  view: CalendarView;
  names: Names;
  today: Day;
}

export async function ListView({ actor, at, view, names, today }: Given) {
  const span = calendarSpan(view, today);
  if (!span.ok) return <RefusedAndNoted refusal={span.refusal} home="/calendar" />;
  const limit = Math.min(view.limit, MOST_ROWS);
  const loaded = await loadCalendar(actor, { ...view, ...span.value, limit }, at);
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/calendar" />;
  const { items, next } = loaded.value;
  const narrowed = isNarrowed(view);
  const shown = { show: "list", from: view.from, to: view.to } as const;
  const state = narrowed ? "filtered" : "first";
  return (
    <>
      <div className="calbar flex flex-wrap items-center justify-between gap-y-3 gap-x-4 mt-6">
        <Earlier view={view} before={span.value.from} />
        <ShownAs narrowed={view} shown={shown} today={today} />
      </div>
      <ListSummary whole={toWholeList(narrowed, calendarHref(NOT_NARROWED, shown))}>
        {countWords(loaded.value, span.value, narrowed)}
      </ListSummary>
      {items.length === 0 ? (
        <EmptyState title={t(`nothing.${state}.title`)} text={t(`nothing.${state}.text`)} />
      ) : (
        <Markup>
          <CalendarList entries={items} names={names} today={today} />
        </Markup>
      )}
      <Pager
        href={(cursor) => asOfHref(calendarHref(view, shown, cursor))}
        next={next}
        further={view.after !== null}
      />
    </>
  );
}

/** Late entries come before today. */
function Earlier({ view, before }: { view: CalendarView; before: Day }) {
  const shown = { show: "list", from: null, to: plusDays(before, -1) } as const;
  return <a href={asOfHref(calendarHref(view, shown))}>{t("earlier", { day: dayInWords(before) })}</a>;
}

function countWords(
  { total, capped }: Pick<Listed<never>, "total" | "capped">,
  { from, to }: { from: Day; to: Day },
  narrowed: boolean,
): string {
  const said = { total, capped: String(capped), narrowed: String(narrowed) };
  return from === to
    ? t("dayCount", { ...said, day: dayAndWeekday(from) })
    : t("listCount", { ...said, from: dayInWords(from), to: dayInWords(to) });
}
