// Who says that a pledge waits for a leaf: the strongest basis, where the same leaf is written several times.
import { factOfPledge, type LeafFacts } from "./leaf-facts";
import { leafKey, leavesOf, type Condition, type Leaf, type LeafBasis } from "../pledge/condition";

/** Strongest first: it is our reading only where nothing else says so. */
export const BASES_BY_STRENGTH: readonly (LeafBasis | null)[] = ["STATED", "REPORTED", null, "INFERRED"];

export const strongestBasis = (bases: readonly (LeafBasis | null)[]): LeafBasis | null =>
  BASES_BY_STRENGTH.find((basis) => bases.includes(basis)) ?? null;

/** Whether the first is stronger than the second. */
export const isStrongerBasis = (one: LeafBasis | null, other: LeafBasis | null): boolean =>
  BASES_BY_STRENGTH.indexOf(one) < BASES_BY_STRENGTH.indexOf(other);

export const basisIn = (condition: Condition, leaf: Leaf): LeafBasis | null =>
  strongestBasis(
    leavesOf(condition)
      .filter((one) => leafKey(one) === leafKey(leaf))
      .map(({ basis }) => basis ?? null),
  );

/** How a cause writes an unrecorded basis. */
export const UNRECORDED = "NONE";

/** Part of a cause's data; empty where no basis was recorded, as in items from before bases existed. */
export const basisData = (bases: string): { basis?: string } =>
  bases === UNRECORDED ? {} : { basis: bases };

/** Who says that it waits for others of the circle. */
export function basesWithin(
  condition: Condition | null,
  pledges: readonly string[],
  facts: LeafFacts,
): string[] {
  const inside = leavesOf(condition).filter(
    (leaf) =>
      "pledge" in leaf && pledges.includes(factOfPledge(leaf.pledge, facts)?.reference ?? leaf.pledge),
  );
  const bases = inside.map((leaf) => condition && basisIn(condition, leaf));
  return BASES_BY_STRENGTH.filter((basis) => bases.includes(basis)).map((basis) => basis ?? UNRECORDED);
}
