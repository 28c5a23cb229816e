// The calendar: days on which something is expected. Of pledges only open ones; nothing that has happened.
import type { CursorKey } from "../base/cursor";
import { plusDays, type Day, type Instant } from "../base/day";
import type { Priority } from "../base/priority";
import type { Handling } from "../pledge/pledge-fields";

export const CALENDAR_KINDS = [
  "vote",
  "mandate",
  "due",
  "next-action",
  "question",
  "window-start",
  "window-end",
  "needed",
  "evidence",
] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

export interface CalendarEntry {
  what: CalendarKind;
  on: Day;
  /** The pledge; the first of those that an approval serves. Null: there is none. */
  reference: string | null;
  /** Whose pledge, approval or question it is, or who leads the requirement. */
  participant: string | null;
  priority: Priority | null;
  /** Of the pledge or the requirement; null where there is none. */
  title: string | null;
  /**
   * The body that decides, the next action, the reference of the question or the requirement, the kind of contribution
   * where the window is that of a line, or the publisher of evidence.
   */
  about: string | null;
  /** Of the approval, question, requirement, contribution or evidence; null: the day is the pledge's own. */
  id: string | null;
  /** COALITION: one of the pledges that it is about is for the coalition alone. */
  handling: Handling;
  /** Of the record that has the day. */
  version: number;
  updatedAt: Instant;
}

/** Empty lists leave nothing out. */
export interface CalendarFilter {
  /** Null: from the earliest. */
  from: Day | null;
  to: Day;
  what: readonly CalendarKind[];
  participant: readonly string[];
  priority: readonly Priority[];
  /** The pledge's: email addresses, or NOBODY. */
  owner: readonly string[];
  /** Only pledges that bind, those of a co-lead, and these; null: all. */
  important: readonly string[] | null;
}

export interface CalendarQuery extends CalendarFilter {
  after: CursorKey | null;
  limit: number;
}

/** An entry's sort key; no two entries have the same. */
export const calendarKey = ({
  on,
  reference,
  what,
  id,
}: Pick<CalendarEntry, "on" | "reference" | "what" | "id">): CursorKey => [
  on,
  reference ?? "",
  what,
  id ?? "",
];

export function byCalendarKey(a: CursorKey, b: CursorKey): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : (a[at] ?? "") < (b[at] ?? "") ? -1 : 1;
}

/** Kinds that are late once their day has passed: they wait for someone. The others have begun, or ended. */
const WAITS: readonly CalendarKind[] = ["vote", "due", "next-action", "question", "needed"];

export const isEntryLate = ({ what, on }: Pick<CalendarEntry, "what" | "on">, today: Day): boolean =>
  on < today && WAITS.includes(what);

/** The longest span that may be asked for: two years. */
export const LONGEST_SPAN_DAYS = 731;

/** One day with its first entries. */
export interface CalendarDay {
  on: Day;
  entries: CalendarEntry[];
  /** Of all its entries. */
  total: number;
}

/** Of the month that contains the day. */
export const lastOfMonth = (day: Day): Day => plusDays(monthAfter(day, 1), -1);

/** The first day of the month so many months later. */
export function monthAfter(day: Day, months: number): Day {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(count / 12))}-${String((count % 12) + 1).padStart(2, "0")}-01`;
}

/** The page where the entry is dealt with. */
export function calendarEntryHref({
  what,
  reference,
  about,
  participant,
  id,
}: Pick<CalendarEntry, "what" | "reference" | "about" | "participant" | "id">): string {
  if (what === "question") return `/questions/${about ?? ""}`;
  if (what === "needed") return `/requirements/${about ?? ""}`;
  if (reference === null) return `/participants/${participant ?? ""}`;
  if (what === "vote" || what === "mandate") return `/pledges/${reference}#approvals`;
  if (what === "evidence") return `/pledges/${reference}#evidence`;
  return `/pledges/${reference}${id === null ? "" : "#contributions"}`;
}
