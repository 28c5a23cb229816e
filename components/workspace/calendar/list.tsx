// The calendar as a list, day by day.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Ledger } from "@/components/ui/ledger/ledger";
import type { Names } from "@/components/ui/names";
import type { Day } from "@/lib/domain/base/day";
import { calendarEntryHref, calendarKey, type CalendarEntry } from "@/lib/domain/unresolved/calendar";
import { dayAndWeekday, relativeDay } from "@/lib/i18n/dates";
import { translator } from "@/lib/i18n/translator";
import { calendarName, calendarText } from "@/lib/i18n/calendar-words";
import { ReferenceLink } from "@/components/ui/link-to";
import { EntryKind, edgeOf } from "./entry";

const t = translator("calendar");
const form = translator("form");

interface Given {
  entries: readonly CalendarEntry[];
  names: Names;
  today: Day;
}

export function CalendarList({ entries, names, today }: Given) {
  const days = [...new Set(entries.map(({ on }) => on))];
  return (
    <Ledger
      caption={t("listCaption")}
      className="callist mt-3"
      rowKey={(entry) => calendarKey(entry).join(" ")}
      groups={days.map((day) => ({
        key: day,
        heading: (
          <>
            <time dateTime={day}>{dayAndWeekday(day)}</time>{" "}
            <span className="text-muted">{day === today ? t("today") : relativeDay(today, day)}</span>
          </>
        ),
        rows: entries.filter(({ on }) => on === day),
      }))}
      columns={[
        {
          heading: t("column.kind"),
          bare: true,
          className: "kind",
          cell: (entry) => (
            <span className={`inline-block pl-2.25 border-l-3 ${edgeOf(entry, today)}`}>
              <EntryKind entry={entry} today={today} />
            </span>
          ),
        },
        {
          heading: t("column.name"),
          bare: true,
          names: true,
          className: "name",
          cell: (entry) => (
            <>
              <ReferenceLink href={asOfHref(calendarEntryHref(entry))}>{calendarName(entry)}</ReferenceLink>
              {entry.handling === "COALITION" ? (
                <span className="text-muted"> {form("coalitionOnly")}</span>
              ) : null}
            </>
          ),
        },
        { heading: t("column.text"), bare: true, className: "text", cell: textIn },
        {
          heading: t("column.participant"),
          bare: true,
          className: "whose",
          cell: ({ participant }) =>
            participant === null ? null : (names.participants[participant] ?? participant),
        },
      ]}
    />
  );
}

/** What it is about, and the title of the pledge where that says something else. */
function textIn(entry: CalendarEntry) {
  const text = calendarText(entry);
  const { title } = entry;
  return (
    <>
      {text}
      {title === null || text === null || text.includes(title) ? null : (
        <span className="text-muted"> · {title}</span>
      )}
    </>
  );
}
