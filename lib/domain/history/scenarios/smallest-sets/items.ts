// What has to hold so that offers are firm, and what that adds.
import { groupedBy } from "../../../base/listing";
import { followed } from "../../../conditions/successors";
import type { Pledge } from "../../../pledge/pledge";
import type { Amount } from "../../../requirements/quantity-range";
import type { Snapshot } from "../../snapshot";
import { indexOf } from "../../snapshot-index";
import { allOf, formulaOf, HOLDS_ALWAYS, type Formula } from "./formula";
import type { FirmCandidate } from "./offers";
import type { Item } from "./problem";
import { ALLOCATED, type Variables } from "./variables";

/** What a line counts as while the formula holds. */
interface Step {
  formula: Formula;
  value: Amount;
}

/** Of lines that name one unit the largest counts: each item adds the difference to the next lower value. */
export function itemsOf(
  candidates: readonly FirmCandidate[],
  snapshot: Snapshot,
  variables: Variables,
): Item[] {
  const units = groupedBy(linesOf(candidates, snapshot, variables), ({ unit }) => unit);
  return [...units.values()].flatMap((lines) => itemsOfUnit(lines.map(({ steps }) => steps)));
}

function itemsOfUnit(lines: readonly (readonly Step[])[]): Item[] {
  const values = [...new Set(lines.flat().map(({ value }) => value))].sort((a, b) => (a < b ? -1 : 1));
  return values.map((value, at) => {
    // A line's steps come in order, so the first that is high enough requires least.
    const parts = lines.flatMap((steps) => steps.find((step) => step.value >= value)?.formula ?? []);
    const [only] = parts;
    const formula = parts.length === 1 && only ? only : { needed: 1, parts };
    return { formula, gain: value - (values[at - 1] ?? 0n) };
  });
}

/** Lines by their lower end, then by a supposed upper one; the parts of a line are one sum. */
function linesOf(
  candidates: readonly FirmCandidate[],
  snapshot: Snapshot,
  variables: Variables,
): { unit: string; steps: Step[] }[] {
  const lines = groupedBy(candidates, ({ line }) => line.id);
  const known = new Map<Pledge, Formula>();
  return [...lines.values()].flatMap((own) => {
    const [first] = own;
    const low = own.reduce((sum, one) => sum + (one.low ?? 0n), 0n);
    const raised = own.flatMap(({ raise }) => raise ?? []);
    if (first === undefined || (low === 0n && raised.length === 0)) return [];
    const { pledge, unit } = first;
    const firm = known.get(pledge) ?? firmOf(pledge, snapshot, variables);
    known.set(pledge, firm);
    const steps: Step[] = low > 0n ? [{ formula: firm, value: low }] : [];
    const [raise] = raised;
    if (raise !== undefined) {
      const value = raised.reduce((sum, { gain }) => sum + gain, low);
      steps.push({ formula: allOf([firm, variables.number(raise.means)]), value });
    }
    return [{ unit, steps }];
  });
}

/** Allocated, and its condition true. */
function firmOf(pledge: Pledge, snapshot: Snapshot, variables: Variables): Formula {
  const { condition } = pledge;
  const { replacedBy } = indexOf(snapshot);
  const starts =
    condition === null ? HOLDS_ALWAYS : formulaOf(followed(condition, replacedBy), variables.literal);
  return allOf([variables.stage(pledge, ALLOCATED, isPledged(pledge)), starts]);
}

/** An allocation is one decision from Pledged on; before, there is nothing to set aside. */
const isPledged = ({ stage }: Pledge): boolean => stage === "PLEDGED" || stage === "COMMITTED";
