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

const [WAITS, BEGINS, ENDS] = ["border-l-waiting", "border-l-moving", "border-l-neutral"];

/** What waits for someone, what begins, and what ends. */
const EDGES: Record<CalendarKind, string> = {
  vote: WAITS,
  due: WAITS,
  "next-action": WAITS,
  question: WAITS,
  needed: WAITS,
  "window-start": BEGINS,
  "window-end": ENDS,
  mandate: ENDS,
  evidence: ENDS,
};

export const edgeOf = (entry: CalendarEntry, today: Day): string =>
  isEntryLate(entry, today) ? "border-l-blocked" : EDGES[entry.what];

/** In a day of a month: two lines, cut where they are too long; the whole of it is the link's title. */
export function MonthEntry({ entry, today }: { entry: CalendarEntry; today: Day }) {
  const text = calendarText(entry);
  return (
    <a
      className={`block border-l-3 mt-0.5 pr-1 pl-1.75 py-0.5 rounded-r-sm text-text text-small/4.25 no-underline max-md:py-1.5 max-md:text-ui calentry ${edgeOf(entry, today)}`}
      href={asOfHref(calendarEntryHref(entry))}
      title={calendarSentence(entry)}
    >
      <span className="block whitespace-nowrap text-ellipsis overflow-hidden">
        <span className="font-mono text-caption/4.25 font-semibold tracking-code whitespace-nowrap">
          {calendarName(entry)}
        </span>{" "}
        <EntryKind entry={entry} today={today} />
      </span>
      {text === null ? null : (
        <span className="block whitespace-nowrap text-ellipsis overflow-hidden text-muted max-md:whitespace-normal">
          {text}
        </span>
      )}
      {entry.handling === "COALITION" ? (
        <span className="block whitespace-nowrap text-ellipsis overflow-hidden text-muted max-md:whitespace-normal">
          {form("coalitionOnly")}
        </span>
      ) : null}
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
          <b className="text-blocked-ink">{t("late")}</b>
        </>
      ) : null}
    </>
  );
}
