// Whether a leaf of a condition has a source.
import type { Leaf } from "../pledge/condition";
import type { Evidence } from "../pledge/evidence";

/**
 * Whether the leaf's source is on record: evidence that it names, or any on the condition, that supports it
 * and isn't retracted. Our own reading, and a leaf whose basis nobody recorded, need none.
 */
export function isSourced({ basis, evidence: named = [] }: Leaf, evidence: readonly Evidence[]): boolean {
  if (basis === undefined || basis === "INFERRED") return true;
  return evidence.some(
    ({ id, field, supports, retracted }) =>
      supports && retracted === null && (field === "condition" || named.includes(id)),
  );
}
