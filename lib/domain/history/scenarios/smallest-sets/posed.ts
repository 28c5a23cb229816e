// A question about the register as a search problem.
import type { Day } from "../../../base/day";
import { leavesOf } from "../../../pledge/condition";
import { followed, latestOf } from "../../../conditions/successors";
import type { UnitOf } from "../../../pledge/same-as";
import type { Pledge } from "../../../pledge/pledge";
import { hasEnded } from "../../../pledge/stages";
import type { Requirement } from "../../../requirements/requirement";
import type { Amount } from "../../../requirements/quantity-range";
import type { Assumption } from "../assumption";
import type { Snapshot } from "../../snapshot";
import { indexOf } from "../../snapshot-index";
import { formulaOf, type Formula } from "./formula";
import { limitsOn } from "./limits";
import { asksIn } from "./asks";
import { itemsOf } from "./items";
import { candidatesIn, requirementCoverageIn } from "./offers";
import type { SearchProblem } from "./problem";
import type { SetsQuestion, SmallestSets } from "./target";
import { Variables } from "./variables";

/** What the answer says besides the sets. */
type Aside = Pick<SmallestSets, "assumed" | "ask" | "firm">;

/** The question as a problem, and what its choices mean. */
export interface Posed {
  problem: SearchProblem;
  means: Assumption[];
  aside: Aside;
}

/** `unitOf`: of all lines on record. `snapshot`: all that the conditions concerned name, as this reader may see it. Null: it has ended or is closed. */
export function posed(
  { target, dormant }: SetsQuestion,
  snapshot: Snapshot,
  on: Day,
  unitOf: UnitOf,
): Posed | null {
  const variables = new Variables(snapshot, on, dormant);
  return "pledge" in target
    ? posedPledge(target.pledge, snapshot, variables, unitOf)
    : posedRequirement(target, snapshot, variables, { on, unitOf });
}

function posedPledge(
  reference: string,
  snapshot: Snapshot,
  variables: Variables,
  unitOf: UnitOf,
): Posed | null {
  const pledge = indexOf(snapshot).pledges.get(reference);
  if (pledge === undefined || pledge.voided !== null || hasEnded(pledge.stage)) return null;
  const formula: Formula | null =
    pledge.condition &&
    formulaOf(followed(pledge.condition, indexOf(snapshot).replacedBy), variables.literal);
  const limits = limitsOn(named([pledge], snapshot), new Map(), snapshot, variables, unitOf);
  const { means, ...known } = variables.all();
  const items = formula === null ? [] : [{ formula, gain: 1n }];
  return {
    problem: { ...known, items, limits, need: BigInt(items.length) },
    means,
    aside: { assumed: variables.assumed(), ask: [], firm: null },
  };
}

function posedRequirement(
  { requirement: reference, need }: { requirement: string; need: Amount | null },
  snapshot: Snapshot,
  variables: Variables,
  { on, unitOf }: { on: Day; unitOf: UnitOf },
): Posed | null {
  const requirement = requirementIn(snapshot, reference);
  if (requirement === undefined || requirement.closed !== null) return null;
  const coverage = requirementCoverageIn(snapshot, requirement, on, unitOf);
  const candidates = candidatesIn(snapshot, coverage);
  const items = itemsOf(candidates, snapshot, variables);
  const raised = new Map(
    candidates.flatMap(({ line, raise }) => (raise === null ? [] : [[line.id, raise.means] as const])),
  );
  const pledges = candidates.map(({ pledge }) => pledge);
  const limits = limitsOn(named(pledges, snapshot), raised, snapshot, variables, unitOf);
  const { means, ...known } = variables.all();
  const wanted = need ?? coverage.need;
  return {
    problem: { ...known, items, limits, need: wanted },
    means,
    aside: {
      assumed: variables.assumed(),
      ask: asksIn(coverage),
      firm: { reached: coverage.firm.low, need: wanted, measure: coverage.measure },
    },
  };
}

export const requirementIn = (snapshot: Snapshot, reference: string): Requirement | undefined =>
  [...snapshot.requirement.values()].find((one) => one.reference === reference);

/** They, and the pledges that their conditions name. */
function named(pledges: readonly Pledge[], snapshot: Snapshot): Set<string> {
  const { replacedBy } = indexOf(snapshot);
  const leaves = pledges.flatMap(({ condition }) => leavesOf(condition));
  return new Set([
    ...pledges.map(({ reference }) => reference),
    ...leaves.flatMap((leaf) => ("pledge" in leaf ? [latestOf(leaf.pledge, replacedBy)] : [])),
  ]);
}
