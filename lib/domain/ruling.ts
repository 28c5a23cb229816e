// Where sources contradict each other, both stay on record; a manager rules, with a reason, which is held right.
import type { Instant } from "./day";
import type { Evidence, EvidenceField } from "./evidence";

export interface Ruling {
  id: string;
  /** Reference of the pledge. */
  pledge: string;
  field: EvidenceField;
  /** Id of the evidence held right; null when what is on record stands. */
  holds: string | null;
  /** In words, what is taken to be so. */
  finding: string;
  reason: string;
  /** Ids of the contradicting evidence it settles: all there was on the field when it was made. */
  weighed: string[];
  /** Id of the ruling on the same field that it takes the place of. */
  supersedes: string | null;
  rulerId: string;
  version: number;
  createdAt: Instant;
}

/** Contradicting evidence on a field that no ruling has weighed. A ruling that rests on retracted evidence settles nothing. */
export function disputed(evidence: readonly Evidence[], rulings: readonly Ruling[]): Evidence[] {
  return evidence.filter(
    (piece) => contradicts(piece) && !rulings.some((ruling) => settles(ruling, piece, evidence)),
  );
}

/** Speaks against what is on record, on a field of it, and wasn't retracted. */
export const contradicts = (piece: Evidence): boolean =>
  !piece.supports && piece.retracted === null && piece.field !== null;

/** The ruling on a field that holds: the one that no other supersedes. */
export function rulingOn(rulings: readonly Ruling[], field: EvidenceField): Ruling | null {
  const onField = rulings.filter((ruling) => ruling.field === field);
  return onField.find((ruling) => !onField.some(({ supersedes }) => supersedes === ruling.id)) ?? null;
}

function settles(ruling: Ruling, piece: Evidence, evidence: readonly Evidence[]): boolean {
  if (ruling.field !== piece.field || !ruling.weighed.includes(piece.id)) return false;
  return (
    ruling.holds === null || evidence.some(({ id, retracted }) => id === ruling.holds && retracted === null)
  );
}
