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
    <table className="calmonth">
      <caption className="vh">{t("caption", { month: monthOf(month) })}</caption>
      <thead>
        <tr>
          {[0, 1, 2, 3, 4, 5, 6].map((place) => (
            <th key={place} scope="col" abbr={weekdayName(daysOn(monday, place), "long")}>
              {weekdayName(daysOn(monday, place), "short")}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, row) => (
          <tr key={row}>
            {week.map((day, place) =>
              day === null ? (
                <td key={place} className="out" />
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
      className={classes.filter(Boolean).join(" ") || undefined}
      aria-current={day === today ? "date" : undefined}
    >
      <p className="day">
        {total === 0 ? (
          <time dateTime={day}>{Number(day.slice(8))}</time>
        ) : (
          <a href={asOfHref(dayHref(narrowed, day))} aria-label={t("entriesOn", { day: name, count: total })}>
            <time dateTime={day}>{Number(day.slice(8))}</time>
            <span className="name">{name}</span>
          </a>
        )}
        {day === today ? <span className="now">{t("today")}</span> : null}
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
                className="more"
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
