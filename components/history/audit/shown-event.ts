// An entry's changes as people read them: people by name, and proposed changes separate from changes made.
import type { Json } from "@/lib/domain/base/canonical";
import type { FieldChange } from "@/lib/domain/proposals/history";
import type { LogEntryDetails } from "@/lib/domain/log/logged";
import type { Proposal } from "@/lib/domain/proposals/proposal";
import { proposedFieldChanges } from "@/lib/domain/proposals/proposed-change";
import { translator } from "@/lib/i18n/translator";

const t = translator("audit");

export interface ShownEvent {
  changes: FieldChange[];
  /** Changes that a new proposal asks for: its subject hasn't changed yet. */
  proposed: FieldChange[];
}

/** `people`: names by id. */
export function shownEvent(
  {
    record: { type },
    before,
    after,
    changes,
  }: Pick<LogEntryDetails, "record" | "before" | "after" | "changes">,
  people: Readonly<Record<string, string>>,
): ShownEvent {
  const named = (value: Json): Json => (typeof value === "string" ? (people[value] ?? value) : value);
  return {
    changes: changes
      .filter(({ field }) => !(type === "proposal" && field === "wish"))
      .map(({ field, from, to }) => {
        if (type === "scenario" && field === "result")
          return { field, from: null, to: t("entry.inTheRecord") };
        if (type === "proposal" && field === "subject" && typeof to === "string")
          return { field, from, to: t.ofCode("type", to === "account" ? "person" : to) };
        return { field, from: named(from), to: named(to) };
      }),
    proposed:
      type === "proposal" && before === null ? proposedFieldChanges((after as unknown as Proposal).wish) : [],
  };
}
