// What follows from the record, by the rules of today: what is unresolved, who covers what, how far offers go.
import { decimalOf } from "../../base/amount";
import type { CoverageCell } from "../../unresolved/matrix";
import type { Strength } from "../../requirements/requirement-coverage";
import type { RequirementSheet } from "../../requirements/requirement-sheet";
import type { UnresolvedRow } from "../../unresolved/summary";
import { day, flag, integer, joined, table, text, type Column } from "../table";
import { cellOf } from "../../history/world-items";

/** The sentences of an item, which the domain doesn't know. */
export interface ItemSaid {
  item: UnresolvedRow;
  what: string;
  resolvedBy: string;
}

/** `place` is the pledge, or where one is missing: FR-3. Where the view compares with a moment, `change` says new or open. */
export const unresolvedItems = table<ItemSaid>("unresolved", ["place", "code"], {
  place: text(({ item }) => placeOf(item)),
  code: text(({ item }) => item.code),
  class: text(({ item }) => item.class),
  since: day(({ item }) => item.since),
  participant: text(({ item }) => item.participant),
  priority: integer(({ item }) => item.priority),
  reference: text(({ item }) => item.reference),
  title: text(({ item }) => item.title),
  stage: text(({ item }) => item.stage),
  owner: text(({ item }) => item.owner),
  nextAction: text(({ item }) => item.nextAction),
  nextActionDueOn: day(({ item }) => item.nextActionDueOn),
  what: text((row) => row.what),
  resolvedBy: text((row) => row.resolvedBy),
  handling: text(({ item }) => item.handling),
  change: text(({ item }) => item.change),
});

/** A reference, or the cell of a position that is missing. */
export const placeOf = ({
  reference,
  participant,
  priority,
}: Pick<UnresolvedRow, "reference" | "participant" | "priority">): string =>
  reference ?? cellOf(participant, priority);

/** `new` and `resolved` only where the view compares with a moment. */
export const coverage = table<CoverageCell>("coverage", ["participant", "priority"], {
  participant: text((cell) => cell.participant),
  priority: integer((cell) => cell.priority),
  position: text((cell) => cell.position),
  expected: flag((cell) => cell.expected),
  highestStage: text((cell) => cell.highestStage),
  pledges: integer((cell) => cell.pledges),
  declined: integer((cell) => cell.declined),
  unresolved: integer((cell) => cell.unresolved),
  dormant: integer((cell) => cell.dormant),
  new: integer((cell) => cell.new ?? null),
  resolved: integer((cell) => cell.resolved ?? null),
});

/** Three figures beside each other, never one of all; each with its two ends, and what has no number told apart. */
export const FIGURES: Readonly<Record<string, Column<RequirementSheet>>> = {
  measure: text(({ coverage: { measure } }) => ("unit" in measure ? measure.unit : measure.currency)),
  need: text((sheet) => decimalOf(sheet.coverage.need)),
  ...figure("firm"),
  ...figure("conditional"),
  ...figure("indicative"),
  shortfall: text((sheet) => decimalOf(sheet.coverage.shortfall)),
  unresolved: text(({ unresolved }) => joined(unresolved.map(({ code, since }) => `${code} since ${since}`))),
};

/** `High` is empty where there is no upper end; `Unsaid` and `Sealed` count offers without a number in it. */
function figure(strength: Strength): Record<string, Column<RequirementSheet>> {
  return {
    [`${strength}Low`]: text((sheet) => decimalOf(sheet.coverage[strength].low)),
    [`${strength}High`]: text((sheet) => {
      const { high } = sheet.coverage[strength];
      return high === null ? null : decimalOf(high);
    }),
    [`${strength}Unsaid`]: integer((sheet) => sheet.coverage[strength].unsaid),
    [`${strength}Sealed`]: integer((sheet) => sheet.coverage[strength].sealed),
  };
}
