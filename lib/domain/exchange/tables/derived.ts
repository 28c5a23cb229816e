// Derived tables, by today's rules: unresolved items, coverage, and how far offers go.
import { decimalOf } from "../../base/amount";
import type { CoverageCell } from "../../unresolved/matrix";
import type { Measure } from "../../requirements/quantity-range";
import { STRENGTHS, type StrengthFigures } from "../../requirements/strength-figures";
import type { RequirementDetails } from "../../requirements/requirement-details";
import { pledgesOf, type LadderLine } from "../../requirements/response-ladder";
import type { UnresolvedRow } from "../../unresolved/summary";
import { dayField, flag, integer, joined, table, textField, type Column } from "../table";
import { snapshotPositionOf } from "../../history/snapshot-items";

/** The item's sentences, which the domain doesn't have. */
export interface ItemInWords {
  item: UnresolvedRow;
  what: string;
  resolvedBy: string;
}

/** `place` is the pledge, or FR-3 where one is missing. In a comparison with a moment, `change` is new or open. */
export const unresolvedItems = table<ItemInWords>("unresolved", ["place", "code"], {
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
  searchedUntil: dayField((cell) => cell.searched?.until),
  searchedWhere: textField((cell) => cell.searched?.where),
  searchedBy: textField((cell) => cell.searched?.by),
  onBehalf: integer((cell) => cell.onBehalf),
  claimed: integer((cell) => cell.claimed),
});

/** Three separate figures, never summed. Each has two ends; offers without a number are counted separately. */
export const FIGURES: Readonly<Record<string, Column<RequirementDetails>>> = {
  measure: textField(({ coverage: { measure } }) => measureCode(measure)),
  need: textField((details) => decimalOf(details.coverage.need)),
  ...figures((details) => details.coverage),
  shortfall: textField((details) => decimalOf(details.coverage.shortfall)),
  unresolved: textField(({ unresolved }) =>
    joined(unresolved.map(({ code, since }) => `${code} since ${since}`)),
  ),
  ...abouts((details) => details.coverage),
};

/** Who is there on each day from the day the trigger holds; `Who` names the participants. */
export const ladderTable = table<LadderLine>("ladder", ["domain", "measure", "day"], {
  trigger: textField(({ trigger }) => trigger),
  domain: textField(({ row }) => row.domain),
  measure: textField(({ row }) => measureCode(row.measure)),
  day: integer(({ rung }) => rung.day),
  on: dayField(({ rung }) => rung.on),
  need: textField(({ rung }) => decimalOf(rung.need)),
  ...figures(({ rung }) => rung),
  ...abouts(({ rung }) => rung),
  firmWho: textField(({ rung }) => joined(rung.there.firm)),
  conditionalWho: textField(({ rung }) => joined(rung.there.conditional)),
  indicativeWho: textField(({ rung }) => joined(rung.there.indicative)),
  short: textField(({ rung }) =>
    joined(rung.short.map(({ requirement, amount }) => `${requirement} ${decimalOf(amount)}`)),
  ),
  noticeNotStated: textField(({ row }) => joined(pledgesOf(row.unplaced))),
  waitsFurther: textField(({ row }) => joined(pledgesOf(row.waiting))),
  onOtherDays: textField(({ row }) => joined(pledgesOf(row.other))),
  undated: textField(({ row }) => joined(row.undated)),
  handling: textField((line) => line.handling),
});

const measureCode = (measure: Measure): string => ("unit" in measure ? measure.unit : measure.currency);

type FiguresOf<In> = (from: In) => StrengthFigures;

/** `High` is empty without an upper end; `Unsaid` and `Sealed` count its offers without a number. */
function figures<In>(of: FiguresOf<In>): Record<string, Column<In>> {
  const columns = STRENGTHS.map((strength): Record<string, Column<In>> => ({
    [`${strength}Low`]: textField((from) => decimalOf(of(from)[strength].low)),
    [`${strength}High`]: textField((from) => {
      const { high } = of(from)[strength];
      return high === null ? null : decimalOf(high);
    }),
    [`${strength}Unsaid`]: integer((from) => of(from)[strength].unsaid),
    [`${strength}Sealed`]: integer((from) => of(from)[strength].sealed),
  }));
  return Object.assign({}, ...columns) as Record<string, Column<In>>;
}

/** Whether part of the figure is approximate. */
function abouts<In>(of: FiguresOf<In>): Record<string, Column<In>> {
  return Object.fromEntries(
    STRENGTHS.map((strength) => [`${strength}About`, flag<In>((from) => of(from)[strength].about)]),
  );
}
