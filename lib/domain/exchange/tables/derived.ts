// Derived tables, by today's rules: unresolved items, coverage, and how far offers go.
import { decimalOf } from "../../base/amount";
import type { CoverageCell } from "../../unresolved/matrix";
import type { Strength } from "../../requirements/requirement-coverage";
import type { RequirementDetails } from "../../requirements/requirement-details";
import type { UnresolvedRow } from "../../unresolved/summary";
import { dayField, flag, integer, joined, table, textField, type Column } from "../table";
import { snapshotPositionOf } from "../../history/snapshot-items";

/** The item's sentences, which the domain doesn't have. */
export interface ItemSaid {
  item: UnresolvedRow;
  what: string;
  resolvedBy: string;
}

/** `place` is the pledge, or FR-3 where one is missing. In a comparison with a moment, `change` is new or open. */
export const unresolvedItems = table<ItemSaid>("unresolved", ["place", "code"], {
  place: textField(({ item }) => placeOf(item)),
  code: textField(({ item }) => item.code),
  class: textField(({ item }) => item.class),
  since: dayField(({ item }) => item.since),
  participant: textField(({ item }) => item.participant),
  priority: integer(({ item }) => item.priority),
  reference: textField(({ item }) => item.reference),
  title: textField(({ item }) => item.title),
  stage: textField(({ item }) => item.stage),
  owner: textField(({ item }) => item.owner),
  nextAction: textField(({ item }) => item.nextAction),
  nextActionDueOn: dayField(({ item }) => item.nextActionDueOn),
  what: textField((row) => row.what),
  resolvedBy: textField((row) => row.resolvedBy),
  handling: textField(({ item }) => item.handling),
  change: textField(({ item }) => item.change),
});

/** A reference, or the cell of a missing position. */
export const placeOf = ({
  reference,
  participant,
  priority,
}: Pick<UnresolvedRow, "reference" | "participant" | "priority">): string =>
  reference ?? snapshotPositionOf(participant, priority);

/** `new` and `resolved` only in a comparison with a moment. */
export const coverageTable = table<CoverageCell>("coverage", ["participant", "priority"], {
  participant: textField((cell) => cell.participant),
  priority: integer((cell) => cell.priority),
  position: textField((cell) => cell.position),
  expected: flag((cell) => cell.expected),
  highestStage: textField((cell) => cell.highestStage),
  pledges: integer((cell) => cell.pledges),
  declined: integer((cell) => cell.declined),
  unresolved: integer((cell) => cell.unresolved),
  dormant: integer((cell) => cell.dormant),
  new: integer((cell) => cell.new ?? null),
  resolved: integer((cell) => cell.resolved ?? null),
});

/** Three separate figures, never summed. Each has two ends; offers without a number are counted separately. */
export const FIGURES: Readonly<Record<string, Column<RequirementDetails>>> = {
  measure: textField(({ coverage: { measure } }) => ("unit" in measure ? measure.unit : measure.currency)),
  need: textField((sheet) => decimalOf(sheet.coverage.need)),
  ...figure("firm"),
  ...figure("conditional"),
  ...figure("indicative"),
  shortfall: textField((sheet) => decimalOf(sheet.coverage.shortfall)),
  unresolved: textField(({ unresolved }) =>
    joined(unresolved.map(({ code, since }) => `${code} since ${since}`)),
  ),
  ...about("firm"),
  ...about("conditional"),
  ...about("indicative"),
};

/** Whether part of the figure is approximate. */
function about(strength: Strength): Record<string, Column<RequirementDetails>> {
  return { [`${strength}About`]: flag((sheet) => sheet.coverage[strength].about) };
}

/** `High` is empty without an upper end; `Unsaid` and `Sealed` count its offers without a number. */
function figure(strength: Strength): Record<string, Column<RequirementDetails>> {
  return {
    [`${strength}Low`]: textField((sheet) => decimalOf(sheet.coverage[strength].low)),
    [`${strength}High`]: textField((sheet) => {
      const { high } = sheet.coverage[strength];
      return high === null ? null : decimalOf(high);
    }),
    [`${strength}Unsaid`]: integer((sheet) => sheet.coverage[strength].unsaid),
    [`${strength}Sealed`]: integer((sheet) => sheet.coverage[strength].sealed),
  };
}
