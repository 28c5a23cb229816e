// Lower bounds. A *cut* of a formula that doesn't hold is a set of choices of which at least one is needed,
// however the formula is made to hold. Disjoint cuts need one decision each.
import { isLiteral, type Formula } from "./formula";
import type { PartialSet } from "./partial-set";

export interface Bound {
  /** Disjoint, the smallest first. */
  cuts: number[][];
  /** No fewer decisions make it hold. */
  least: number;
}

/** Null: nothing that may still be decided makes it hold. Only for a formula that doesn't hold. */
export function boundOf(formula: Formula, state: PartialSet): Bound | null {
  if (isLiteral(formula)) {
    const cut = state.ways(formula);
    return cut.length === 0 ? null : { cuts: [cut], least: 1 };
  }
  let missing = formula.needed;
  const open: Bound[] = [];
  for (const part of formula.parts) {
    if (state.holds(part)) missing -= 1;
    else {
      const bound = boundOf(part, state);
      if (bound !== null) open.push(bound);
    }
  }
  if (open.length < missing) return null;
  const cuts = missing === open.length ? disjoint(open.flatMap((one) => one.cuts)) : [unionOf(open, missing)];
  return { cuts, least: Math.max(cuts.length, leastOf(open, missing)) };
}

/** If none of the parts with the smallest cuts came to hold, too few would be left. */
function unionOf(open: readonly Bound[], missing: number): number[] {
  const smallest = open.map(({ cuts }) => cuts[0] ?? []).sort((a, b) => a.length - b.length);
  return [...new Set(smallest.slice(0, open.length - missing + 1).flat())];
}

function leastOf(open: readonly Bound[], missing: number): number {
  const each = open.map(({ least }) => least).sort((a, b) => a - b)[missing - 1] ?? 0;
  // How many parts one choice may serve: by their first cuts alone.
  const serves = new Map<number, number>();
  for (const { cuts } of open)
    for (const choice of cuts[0] ?? []) serves.set(choice, (serves.get(choice) ?? 0) + 1);
  let [left, taken] = [missing, 0];
  for (const count of [...serves.values()].sort((a, b) => b - a)) {
    if (left <= 0) break;
    left -= count;
    taken += 1;
  }
  return Math.max(each, taken);
}

/** The smallest first, and of those that overlap only the first. */
function disjoint(cuts: readonly number[][]): number[][] {
  const chosen = new Set<number>();
  return [...cuts]
    .sort((a, b) => a.length - b.length)
    .filter((cut) => {
      if (cut.some((choice) => chosen.has(choice))) return false;
      for (const choice of cut) chosen.add(choice);
      return true;
    });
}
