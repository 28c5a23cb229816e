// Who waits for what, edge by edge: one for each leaf of a condition, however often the condition repeats it.
import {
  decidingLeaves,
  evaluate,
  isLeaf,
  leafKey,
  neededFor,
  partsOf,
  withoutGrounds,
  type Condition,
  type Leaf,
  type LeafBasis,
  type TruthOf,
} from "../../pledge/condition";
import { isStrongerBasis } from "../basis";

export interface ConditionEdge {
  leaf: Leaf;
  /** The strongest basis: our reading only where nothing else says so. */
  basis: LeafBasis | null;
  /** The pledge waits for it not to hold. */
  negated: boolean;
  /** How many of how many are enough; null: this one is needed. */
  enough: Enough | null;
  /** It is as the condition wants it. */
  holds: boolean;
  /** The condition isn't true, and this keeps it from being so. */
  decides: boolean;
}

export interface Enough {
  needed: number;
  of: number;
}

/** In the order written. */
export function conditionEdges(condition: Condition, truthOf: TruthOf): ConditionEdge[] {
  const deciding = new Set(decidingLeaves(condition, truthOf).map(({ leaf }) => leafKey(leaf)));
  const found = new Map<string, ConditionEdge>();
  for (const { leaf, wanted, enough } of placesIn(condition, true, null)) {
    const key = leafKey(leaf);
    const edge = {
      leaf: withoutGrounds(leaf),
      basis: leaf.basis ?? null,
      negated: !wanted,
      enough,
      holds: evaluate(leaf, truthOf) === wanted,
      decides: deciding.has(key),
    };
    const known = found.get(key);
    found.set(key, known ? merged(known, edge) : edge);
  }
  return [...found.values()];
}

interface Place {
  leaf: Leaf;
  wanted: boolean;
  enough: Enough | null;
}

/** `enough` is that of the innermost group that leaves a choice. */
function placesIn(part: Condition, wanted: boolean, enough: Enough | null): Place[] {
  if ("not" in part) return placesIn(part.not, !wanted, enough);
  if (isLeaf(part)) return [{ leaf: part, wanted, enough }];
  const parts = partsOf(part);
  const needed = neededFor(part, wanted);
  const own = needed < parts.length ? { needed, of: parts.length } : enough;
  return parts.flatMap((one) => placesIn(one, wanted, own));
}

/** Merges two edges between the same two nodes. */
export const merged = <Edge extends Omit<ConditionEdge, "leaf">>(one: Edge, other: Edge): Edge => ({
  ...one,
  basis: isStrongerBasis(other.basis, one.basis) ? other.basis : one.basis,
  negated: one.negated && other.negated,
  enough: other.enough === null ? null : one.enough,
  holds: one.holds && other.holds,
  decides: one.decides || other.decides,
});
