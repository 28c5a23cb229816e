import { asOfHref } from "@/components/ui/address/as-of-href";
import type { Day } from "@/lib/domain/base/day";
import {
  calendarEntryHref,
  isEntryLate,
  type CalendarEntry,
  type CalendarKind,
} from "@/lib/domain/unresolved/calendar";
import { translator } from "@/lib/i18n/translator";
import { calendarKind, calendarName, calendarSentence, calendarText } from "@/lib/i18n/calendar-words";

const t = translator("calendar");
const form = translator("form");

/** What waits for somebody, what begins, and what ends. */
const FAMILY: Record<CalendarKind, "waits" | "begins" | "ends"> = {
  vote: "waits",
  due: "waits",
  "next-action": "waits",
  question: "waits",
  needed: "waits",
  "window-start": "begins",
  "window-end": "ends",
  mandate: "ends",
  evidence: "ends",
};

export const familyOf = (entry: CalendarEntry, today: Day): string =>
  isEntryLate(entry, today) ? "late" : FAMILY[entry.what];

/** In a day of a month: two lines, cut where they are too long; the whole of it is the link's title. */
export function MonthEntry({ entry, today }: { entry: CalendarEntry; today: Day }) {
  const text = calendarText(entry);
  return (
    <a
      className={`calentry ${familyOf(entry, today)}`}
      href={asOfHref(calendarEntryHref(entry))}
      title={calendarSentence(entry)}
    >
      <span className="what">
        <span className="ref">{calendarName(entry)}</span> <EntryKind entry={entry} today={today} />
      </span>
      {text === null ? null : <span className="about">{text}</span>}
      {entry.handling === "COALITION" ? <span className="about">{form("coalitionOnly")}</span> : null}
    </a>
  );
}

export function EntryKind({ entry, today }: { entry: CalendarEntry; today: Day }) {
  return (
    <>
      {calendarKind(entry.what)}
      {isEntryLate(entry, today) ? (
        <>
          {" · "}
          <b>{t("late")}</b>
        </>
      ) : null}
    </>
  );
}
