// What an event changed, as whoever reads it is told: a proposal tells what it asks for, a ruling what it finds; what else
// they hold is told by their events themselves.
import type { Action, EntityType } from "../base/audit";
import type { Json } from "../base/canonical";
import { changesBetween, type FieldChange } from "../proposals/history";
import type { Proposal } from "../proposals/proposal";
import type { Ruling } from "../proposals/ruling";
import { proposedFieldChanges } from "../proposals/proposed-change";

export interface Happened {
  action: Action;
  entityType: EntityType;
  /** The record after it, and before; null when there was none. */
  after: Json;
  before: Json;
}

export function changesShown({ entityType, action, before, after }: Happened): FieldChange[] {
  switch (entityType) {
    case "comment":
    case "finding":
      return [];
    case "proposal":
      return action === "proposal.made" ? proposedFieldChanges((after as unknown as Proposal).wish) : [];
    case "ruling": {
      const { field, finding } = after as unknown as Ruling;
      return [{ field, from: null, to: finding }];
    }
    // Which pledge it is of needs no telling on its own page; ids are none of a reader's business.
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
