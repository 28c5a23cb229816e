// From one month to the next, and between month and list.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { buttonLook } from "@/components/ui/looks";
import { Glyph } from "@/components/ui/marks/glyph";
import { firstOfMonth, type Day } from "@/lib/domain/base/day";
import { monthAfter } from "@/lib/domain/unresolved/calendar";
import { monthOf } from "@/lib/i18n/dates";
import { translator } from "@/lib/i18n/translator";
import { calendarHref, type CalendarNarrowed, type CalendarShown } from "./view";

const t = translator("calendar");

interface Given {
  narrowed: CalendarNarrowed;
  shown: CalendarShown;
  today: Day;
}

export function MonthSteps({ month, narrowed, today }: Omit<Given, "shown"> & { month: Day }) {
  const to = (day: Day) => {
    const isNow = firstOfMonth(day) === firstOfMonth(today);
    return asOfHref(calendarHref(narrowed, { show: "month", month: isNow ? null : day }));
  };
  const [before, after] = [monthAfter(month, -1), monthAfter(month, 1)];
  return (
    <nav className="flex flex-wrap items-center gap-2" aria-label={t("months")}>
      <a
        className={buttonLook("px-2 print:hidden")}
        href={to(before)}
        aria-label={t("previous", { month: monthOf(before) })}
      >
        <Glyph name="left" />
      </a>
      <h2 className="text-center min-w-[9.5em]" id="shown-month">
        {monthOf(month)}
      </h2>
      <a
        className={buttonLook("px-2 print:hidden")}
        href={to(after)}
        aria-label={t("next", { month: monthOf(after) })}
      >
        <Glyph name="right" />
      </a>
      {firstOfMonth(month) === firstOfMonth(today) ? null : (
        <a className="print:hidden" href={to(today)}>
          {t("thisMonth")}
        </a>
      )}
    </nav>
  );
}

export function ShownAs({ narrowed, shown, today }: Given) {
  const day = shown.show === "month" ? shown.month : shown.from;
  const isNow = day === null || firstOfMonth(day) === firstOfMonth(today);
  const first = isNow ? null : firstOfMonth(day);
  return (
    <nav className="segments max-md:overflow-x-auto print:hidden" aria-label={t("show.label")}>
      <a
        className="max-md:px-2.25"
        href={asOfHref(calendarHref(narrowed, { show: "month", month: first }))}
        aria-current={shown.show === "month" ? "page" : undefined}
      >
        {t("show.month")}
      </a>
      <a
        className="max-md:px-2.25"
        href={asOfHref(calendarHref(narrowed, { show: "list", from: first, to: null }))}
        aria-current={shown.show === "list" ? "page" : undefined}
      >
        {t("show.list")}
      </a>
    </nav>
  );
}
