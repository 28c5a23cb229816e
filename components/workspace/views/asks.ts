// A saved address in the words of its list and parameters.
import type { Names } from "@/components/ui/names";
import { pageOfView } from "@/lib/domain/people/saved-view";
import { CALENDAR_KINDS } from "@/lib/domain/unresolved/calendar";
import { askedWords } from "@/lib/i18n/words/filter-words";
import { calendarKind } from "@/lib/i18n/calendar-words";
import { translator } from "@/lib/i18n/translator";

const shell = translator("shell");
const t = translator("views");

const NAMES = {
  "/pledges": "pledges",
  "/unresolved": "unresolved",
  "/coverage": "coverage",
  "/changes": "changes",
  "/requirements": "requirements",
  "/conditions": "conditions",
  "/sources": "sources",
  "/review": "review",
  "/findings": "findings",
  "/questions": "questions",
  "/calendar": "calendar",
  "/inbox": "inbox",
  "/entry-lag": "entryLag",
  "/audit": "audit",
  "/access-log": "accessLog",
} as const;

export function listName(address: string): string {
  const page = pageOfView(address);
  return page === null ? address : shell(`page.${NAMES[page]}`);
}

/** "participant: France; owner: none" */
export function asksFor(address: string, { participants, owners }: Names): string {
  const asked = new URLSearchParams(address.split("?")[1] ?? "");
  return asked.size === 0
    ? t("everything")
    : askedWords(asked, { participant: participants, owner: owners, ...kindsOf(address) });
}

/** In most lists, a kind is a kind of contribution. */
const kindsOf = (address: string) =>
  pageOfView(address) === "/calendar"
    ? { kind: Object.fromEntries(CALENDAR_KINDS.map((one) => [one, calendarKind(one)])) }
    : {};
