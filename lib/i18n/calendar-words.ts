// An entry of the calendar in words: its kind, its name, and what it is about.
import type { CalendarEntry, CalendarKind } from "@/lib/domain/unresolved/calendar";
import { translator } from "./translator";

const t = translator("calendar");
const domain = translator("domain");
const form = translator("form");

export const calendarKind = (what: CalendarKind): string => t(`kind.${what}`);

/** The pledge, the question or the requirement; otherwise the participant whose approval it is. */
export const calendarName = ({ what, reference, about, participant }: CalendarEntry): string =>
  reference ?? (what === "question" || what === "needed" ? about : participant) ?? "";

/** Null: its name says everything. */
export function calendarText({ what, reference, title, about, id }: CalendarEntry): string | null {
  if (what === "question")
    return reference === null || about === null ? title : t("ofQuestion", { about, title: title ?? "" });
  if ((what === "window-start" || what === "window-end") && id !== null && about !== null)
    return t("ofLine", { kind: domain.ofCode("contributionKind", about), title: title ?? "" });
  return what === "due" || what === "needed" ? title : (about ?? title);
}

/** "Decision: DE-3-001, Bundestag", with the marking. */
export function calendarSentence(entry: CalendarEntry): string {
  const [kind, name, text] = [calendarKind(entry.what), calendarName(entry), calendarText(entry)];
  const label = text === null ? t("bare", { kind, name }) : t("event", { kind, name, text });
  return entry.handling === "COALITION" ? `${label} ${form("coalitionOnly")}` : label;
}
