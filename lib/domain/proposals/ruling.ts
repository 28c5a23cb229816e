// Where sources contradict each other, both stay on record; a manager rules, with a reason, which is held right.
import { mayDecide, type Actor } from "../people/actor";
import type { Instant } from "../base/day";
import type { Evidence, EvidenceField } from "../pledge/evidence";
import type { Pledge } from "../pledge/pledge";
import { invalid, refuse } from "../base/refusal";
import { ok, refused, type Result } from "../base/result";
import type { Paged } from "../base/listing";
import type { Priority } from "../base/priority";

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

/** With the name of whoever ruled. */
export interface KnownRuling extends Ruling {
  ruledBy: string;
}

/** With what it is about, and whether it holds: no other has taken its place. */
export interface RulingRow extends KnownRuling {
  participant: string;
  title: string;
  current: boolean;
}

export type ProposedRuling = Pick<Ruling, "field" | "holds" | "finding" | "reason" | "supersedes">;

/**
 * The evidence that a ruling settles, or why it can't be made: it is a manager's, on a field that something speaks
 * against, and takes the place of the ruling that holds (`already-there` says who ruled meanwhile).
 */
export function weighedBy(
  actor: Actor,
  pledge: Pick<Pledge, "voided" | "evidence">,
  rulings: readonly KnownRuling[],
  { field, holds, supersedes }: Pick<ProposedRuling, "field" | "holds" | "supersedes">,
): Result<string[]> {
  if (!mayDecide(actor)) return refuse("role");
  if (pledge.voided !== null) return refuse("no-such-step");
  const current = rulingOn(rulings, field);
  if (supersedes !== null && !rulings.some((one) => one.id === supersedes && one.field === field))
    return invalid({ path: "supersedes", code: "unknown" });
  if ((current?.id ?? null) !== supersedes) return ruledAlready(current);
  const against = pledge.evidence.filter((piece) => contradicts(piece) && piece.field === field);
  if (against.length === 0) return invalid({ path: "field", code: "not-disputed" });
  const held = holds === null ? null : sidesOf(pledge.evidence, field).find(({ id }) => id === holds);
  if (held === undefined) return invalid({ path: "holds", code: "not-a-side" });
  return ok(against.map(({ id }) => id).sort());
}

/** All that speaks to a field, for or against, and wasn't retracted. */
export const sidesOf = (evidence: readonly Evidence[], field: EvidenceField): Evidence[] =>
  evidence.filter((piece) => piece.field === field && piece.retracted === null);

/** Fields that something speaks against, or that were ruled on, in the order in which that came up. */
export function contested(
  evidence: readonly Evidence[],
  rulings: readonly Pick<Ruling, "field">[],
): EvidenceField[] {
  const fields = [
    ...evidence.filter(contradicts).map(({ field }) => field),
    ...rulings.map(({ field }) => field),
  ];
  return [...new Set(fields)].filter((field) => field !== null);
}

function ruledAlready(current: KnownRuling | null): Result<never> {
  if (current === null) return refuse("already-there");
  const { ruledBy: by, createdAt: at, finding: note } = current;
  return refused({
    code: "already-there",
    params: { because: "ruled", by },
    closed: { status: "RULED", by, at, note },
  });
}

/**
 * Contradicting evidence on a field that the ruling that holds hasn't weighed. One that rests on retracted evidence
 * settles nothing, and doesn't bring back the one it took the place of.
 */
export function disputed(evidence: readonly Evidence[], rulings: readonly Ruling[]): Evidence[] {
  return evidence.filter((piece) => {
    if (!contradicts(piece) || piece.field === null) return false;
    const ruling = rulingOn(rulings, piece.field);
    return ruling === null || !settles(ruling, piece, evidence);
  });
}

/** Speaks against what is on record, on a field of it, and wasn't retracted. */
export const contradicts = (piece: Evidence): boolean =>
  !piece.supports && piece.retracted === null && piece.field !== null;

/** The ruling on a field that holds: the one that no other supersedes. */
export function rulingOn<R extends Ruling>(rulings: readonly R[], field: EvidenceField): R | null {
  const onField = rulings.filter((ruling) => ruling.field === field);
  return onField.find((ruling) => !onField.some(({ supersedes }) => supersedes === ruling.id)) ?? null;
}

function settles(ruling: Ruling, piece: Evidence, evidence: readonly Evidence[]): boolean {
  if (!ruling.weighed.includes(piece.id)) return false;
  return (
    ruling.holds === null || evidence.some(({ id, retracted }) => id === ruling.holds && retracted === null)
  );
}

/** Rulings come newest first. */
export interface RulingFilter extends Paged {
  /** By reference. */
  pledge: string | null;
  participant: string[];
  priority: Priority[];
}
