import { CalendarFilterForm } from "@/components/workspace/calendar/filter-form";
import { calendarFileHref, type CalendarShown } from "@/components/workspace/calendar/view";
import { ExportLink } from "@/components/tables/export-link";
import { PageHead } from "@/components/ui/page/page-head";
import { firstOfMonth } from "@/lib/domain/base/day";
import { invalid } from "@/lib/domain/base/refusal";
import { mayKeepRecords } from "@/lib/domain/people/actor";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { pageParameters } from "@/lib/schema/parameters";
import { calendarParameters, monthIn, parseCalendarFilter } from "@/lib/workspace/calendar/filter";
import { loadNames } from "../names";
import { readAt } from "../read-at";
import { RefusedAndNoted } from "../refused";
import { textOf, type PageOf } from "../search";
import { titled } from "../../titled";
import { SavedViewsMenu } from "../saved-views-menu";
import { ListView } from "./list-view";
import { MonthView } from "./month-view";

const t = translator("calendar");

export const generateMetadata = titled(() => t("title"));

export default async function CalendarPage({ searchParams }: PageOf) {
  const [{ actor, at, moment }, search] = await Promise.all([readAt(), searchParams]);
  const asked = parseCalendarFilter(pageParameters(calendarParameters, search));
  if (!asked.ok) return <RefusedAndNoted refusal={asked.refusal} home="/calendar" />;
  const named = textOf(search.month);
  const month = named === null ? null : monthIn(named);
  if (named !== null && month === null)
    return <RefusedAndNoted refusal={NO_MONTH.refusal} home="/calendar" />;

  const names = await loadNames(actor, at);
  const today = registerDay(moment);
  const view = asked.value;
  const shown: CalendarShown =
    textOf(search.show) === "list"
      ? { show: "list", from: view.from, to: view.to }
      : { show: "month", month: month ?? firstOfMonth(today) };
  const given = { view, names, today, actor, at };
  return (
    <>
      <PageHead title={t("title")}>
        <SavedViewsMenu />
        <ExportLink href={calendarFileHref("csv", view, shown)} />
        <ExportLink href={calendarFileHref("ics", view, shown)} label={t("ics")} />
      </PageHead>
      <p className="text-muted">{t("intro")}</p>
      <CalendarFilterForm
        narrowed={view}
        shown={month === null && shown.show === "month" ? { show: "month", month: null } : shown}
        names={names}
        me={mayKeepRecords(actor) ? actor.email : null}
      />
      {shown.show === "month" ? (
        <MonthView {...given} month={shown.month ?? today} />
      ) : (
        <ListView {...given} />
      )}
    </>
  );
}

const NO_MONTH = invalid({ path: "month", code: "not-a-date" });
