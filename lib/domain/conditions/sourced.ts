// The parts of a condition that have no source.
import { atomsOf, leavesOf, type Leaf } from "../pledge/condition";
import type { Evidence } from "../pledge/evidence";
import type { Pledge } from "../pledge/pledge";
import type { Cause } from "./cause";
import type { LeafFacts } from "./leaf-facts";
import { namedCause } from "./named-cause";
import { basisIn, UNRECORDED } from "./basis";

/** The part of a piece of evidence that says whether it is a source. */
export type Sourcing = Pick<Evidence, "id" | "field" | "supports" | "retracted">;

/** Each leaf without a source, named. */
export function unsourcedCauses(
  {
    condition,
    conditionSetOn,
    evidence,
  }: Pick<Pledge, "condition" | "conditionSetOn"> & { evidence: readonly Sourcing[] },
  facts: LeafFacts,
): Cause[] {
  if (condition === null || conditionSetOn === null) return [];
  return atomsOf({ all: leavesOf(condition).filter((leaf) => !isSourced(leaf, evidence)) }).map((leaf) => {
    const { what, data } = namedCause(leaf, facts);
    return { what, since: conditionSetOn, data: { ...data, basis: basisIn(condition, leaf) ?? UNRECORDED } };
  });
}

/**
 * Whether the leaf's source is on record: evidence that it names, or any on the condition, that supports it
 * and isn't retracted. Our own reading, and a leaf whose basis nobody recorded, need none.
 */
export function isSourced({ basis, evidence: named = [] }: Leaf, evidence: readonly Sourcing[]): boolean {
  if (basis === undefined || basis === "INFERRED") return true;
  return evidence.some(
    ({ id, field, supports, retracted }) =>
      supports && retracted === null && (field === "condition" || named.includes(id)),
  );
}
