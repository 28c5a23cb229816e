// What a leaf of a condition rests on.
import type { Leaf } from "../pledge/condition";
import type { Evidence } from "../pledge/evidence";

/**
 * Whether somebody's word for it is on record: evidence it names, or any on the condition, that supports it and isn't
 * retracted. Our own reading, and a leaf of which nobody said who says so, need none.
 */
export function isSourced({ basis, evidence: named = [] }: Leaf, evidence: readonly Evidence[]): boolean {
  if (basis === undefined || basis === "INFERRED") return true;
  return evidence.some(
    ({ id, field, supports, retracted }) =>
      supports && retracted === null && (field === "condition" || named.includes(id)),
  );
}
