// A month as a table of its weeks. On a narrow screen the days that have entries follow one another as a list.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { mondayOf, daysOn, weeksOf } from "@/components/ui/date/months";
import type { Day } from "@/lib/domain/base/day";
import type { CalendarDay } from "@/lib/domain/unresolved/calendar";
import { dayAndWeekday, monthOf, weekdayName } from "@/lib/i18n/dates";
import { translator } from "@/lib/i18n/translator";
import { MonthEntry } from "./entry";
import { dayHref, type CalendarNarrowed } from "./view";

const t = translator("calendar");

interface Given {
  days: readonly CalendarDay[];
  narrowed: CalendarNarrowed;
  today: Day;
}

export function CalendarMonth({ month, ...given }: Given & { month: Day }) {
  const weeks = weeksOf(month).filter((week) => week.some((day) => day !== null));
  const monday = mondayOf(month);
  return (
    <table className="calmonth table-fixed border-collapse mt-3 w-full max-md:block">
      <caption className="sr-only">{t("caption", { month: monthOf(month) })}</caption>
      <thead className="max-md:hidden">
        <tr className="max-md:block">
          {[0, 1, 2, 3, 4, 5, 6].map((place) => (
            <th
              className="text-left px-2 py-1 border-b border-b-rule-strong text-muted text-caption font-semibold"
              key={place}
              scope="col"
              abbr={weekdayName(daysOn(monday, place), "long")}
            >
              {weekdayName(daysOn(monday, place), "short")}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {weeks.map((week, row) => (
          <tr className="max-md:block" key={row}>
            {week.map((day, place) =>
              day === null ? (
                <td
                  key={place}
                  className="align-top h-26 border-x border-t-0 border-b border-rule bg-bg first:border-l-0 last:border-r-0 max-md:hidden max-md:h-auto max-md:border-x-0 max-md:border-t-0 max-md:border-b max-md:border-b-rule print:break-inside-avoid print:h-18"
                />
              ) : (
                <MonthDay key={place} day={day} {...given} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MonthDay({ day, days, narrowed, today }: Given & { day: Day }) {
  const found = days.find(({ on }) => on === day);
  const { entries, total } = found ?? { entries: [], total: 0 };
  const more = total - entries.length;
  const name = dayAndWeekday(day);
  const classes = [total === 0 ? "none" : "", day === today ? "today" : "", day < today ? "past" : ""];
  return (
    <td
      className={`align-top h-26 border-x border-t-0 border-b border-rule first:border-l-0 last:border-r-0 max-md:h-auto max-md:border-x-0 max-md:border-t-0 max-md:border-b max-md:border-b-rule print:break-inside-avoid print:h-18 ${classes.filter(Boolean).join(" ") || undefined}`}
      aria-current={day === today ? "date" : undefined}
    >
      <p className="month-day flex items-center gap-1.5 min-h-6 text-muted">
        {total === 0 ? (
          <time className="text-center px-1 py-0.5 min-w-6 rounded-sm" dateTime={day}>
            {Number(day.slice(8))}
          </time>
        ) : (
          <a
            className="text-center px-1 py-0.5 min-w-6 rounded-sm text-text font-semibold no-underline hover:underline max-md:flex max-md:text-left max-md:gap-1.5 max-md:px-0 max-md:py-0.5 max-md:min-h-6"
            href={asOfHref(dayHref(narrowed, day))}
            aria-label={t("entriesOn", { day: name, count: total })}
          >
            <time className="max-md:hidden" dateTime={day}>
              {Number(day.slice(8))}
            </time>
            <span className="name hidden max-md:inline">{name}</span>
          </a>
        )}
        {day === today ? (
          <span className="current-stage text-text text-caption font-semibold">{t("today")}</span>
        ) : null}
      </p>
      {total === 0 ? null : (
        <ul>
          {entries.map((entry) => (
            <li key={`${entry.what} ${entry.reference ?? ""} ${entry.id ?? ""}`}>
              <MonthEntry entry={entry} today={today} />
            </li>
          ))}
          {more > 0 ? (
            <li>
              <a
                className="inline-block mt-0.5 pr-1 pl-2.5 py-0.75 min-h-6 text-small/4.5"
                href={asOfHref(dayHref(narrowed, day))}
                aria-label={t("moreOn", { count: more, day: name })}
              >
                {t("more", { count: more })}
              </a>
            </li>
          ) : null}
        </ul>
      )}
    </td>
  );
}
