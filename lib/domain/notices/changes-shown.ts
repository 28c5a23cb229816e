// An event's changes as shown to a reader. A proposal shows what it asks for, and a ruling its finding; their other
// fields are clear from the event itself.
import type { Action, EntityType } from "../base/audit";
import type { Json } from "../base/canonical";
import { changesBetween, type FieldChange } from "../proposals/history";
import { isAboutRecord, type AnyProposal } from "../proposals/account";
import type { Ruling } from "../proposals/ruling";
import { proposedFieldChanges } from "../proposals/proposed-change";

export interface Happened {
  action: Action;
  entityType: EntityType;
  /** The record after and before the event; `before` is null for a new record. */
  after: Json;
  before: Json;
}

export function changesShown({ entityType, action, before, after }: Happened): FieldChange[] {
  switch (entityType) {
    case "comment":
    case "finding":
      return [];
    case "proposal": {
      const proposal = after as unknown as AnyProposal;
      return action === "proposal.made" && isAboutRecord(proposal) ? proposedFieldChanges(proposal.wish) : [];
    }
    case "ruling": {
      const { field, finding } = after as unknown as Ruling;
      return [{ field, from: null, to: finding }];
    }
    // Its own page makes clear which pledge it is of, and readers don't need ids.
    case "delivery":
      return without(changesBetween(before, after), ["pledge", "contribution", "evidence"]);
    case "offer":
      return without(changesBetween(before, after), ["pledge", "requirement", "contribution"]);
    default:
      return changesBetween(before, after);
  }
}

const without = (changes: readonly FieldChange[], fields: readonly string[]): FieldChange[] =>
  changes.filter(({ field }) => !fields.includes(field));
