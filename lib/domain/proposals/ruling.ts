// Contradicting sources both stay on record. A manager rules, with a reason, which one is taken as right.
import { mayDecide, type Actor } from "../people/actor";
import type { Approval } from "../pledge/approval";
import { dayOf, type Instant } from "../base/day";
import { counts, type Evidence, type EvidenceField } from "../pledge/evidence";
import { meetsRequirement } from "../pledge/evidence-requirements";
import type { Pledge } from "../pledge/pledge";
import { invalid, refuse } from "../base/refusal";
import { ok, refused, type Result } from "../base/result";
import type { Paged } from "../base/listing";
import type { Priority } from "../base/priority";
import { saysOther, type Says } from "./ruled-value";

export interface Ruling extends Says {
  id: string;
  /** Its reference. */
  pledge: string;
  /** Id of the evidence taken as right; null: the record is. */
  holds: string | null;
  /** What is taken as true, in words. */
  finding: string;
  reason: string;
  /** Ids of the contradicting evidence it settles: all on the field at that time. */
  weighed: string[];
  /** Id of the earlier ruling on the same field that it replaces. */
  supersedes: string | null;
  rulerId: string;
  version: number;
  createdAt: Instant;
}

/** With the name of the person who ruled. */
export interface KnownRuling extends Ruling {
  ruledBy: string;
}

/** With its subject, and whether it is current: not superseded. */
export interface RulingRow extends KnownRuling {
  participant: string;
  title: string;
  current: boolean;
}

/**
 * The evidence a ruling settles, or a refusal. Only a manager rules, on a field with contradicting evidence,
 * replacing the current ruling. `already-there` names who ruled meanwhile.
 */
export function weighedBy(
  actor: Actor,
  pledge: Pick<Pledge, "voided" | "evidence">,
  rulings: readonly KnownRuling[],
  { field, holds, supersedes }: Pick<Ruling, "field" | "holds" | "supersedes">,
): Result<string[]> {
  if (!mayDecide(actor)) return refuse("role");
  if (actor.heldUntil) return refuse("held-back", { until: actor.heldUntil });
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

/** Unretracted evidence for or against a field's value. */
export const sidesOf = (evidence: readonly Evidence[], field: EvidenceField): Evidence[] =>
  evidence.filter((piece) => piece.field === field && piece.retracted === null);

/** Fields with contradicting evidence or a ruling, in order of appearance. */
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
 * Contradicting evidence that the current ruling on its field hasn't weighed. A ruling based on retracted evidence
 * settles nothing, and doesn't revive the one it superseded.
 */
export function disputed(evidence: readonly Evidence[], rulings: readonly Ruling[]): Evidence[] {
  return evidence.filter((piece) => {
    if (!contradicts(piece) || piece.field === null) return false;
    const ruling = rulingOn(rulings, piece.field);
    return ruling === null || !settles(ruling, piece, evidence);
  });
}

/** Unretracted evidence against what the record says in a field. */
export const contradicts = (piece: Evidence): boolean =>
  !piece.supports && piece.retracted === null && piece.field !== null;

/** The current ruling on a field: not superseded by another. */
export function rulingOn<R extends Ruling>(rulings: readonly R[], field: EvidenceField): R | null {
  const onField = rulings.filter((ruling) => ruling.field === field);
  return onField.find((ruling) => !onField.some(({ supersedes }) => supersedes === ruling.id)) ?? null;
}

function settles(ruling: Ruling, piece: Evidence, evidence: readonly Evidence[]): boolean {
  return ruling.weighed.includes(piece.id) && isFounded(ruling, evidence);
}

const isFounded = ({ holds }: Ruling, evidence: readonly Evidence[]): boolean =>
  holds === null || evidence.some(({ id, retracted }) => id === holds && retracted === null);

/** The current rulings with which the record doesn't agree. */
export const unapplied = <R extends Ruling>(
  pledge: Pledge,
  approvals: readonly Approval[],
  rulings: readonly R[],
): R[] =>
  rulings.filter(
    (ruling) =>
      rulingOn(rulings, ruling.field) === ruling &&
      isFounded(ruling, pledge.evidence) &&
      saysOther(pledge, approvals, ruling),
  );

/**
 * Whether a later step has left a ruling on a stage behind: one taken since, on new evidence that the stage
 * requires. It was decided in its own right, so the ruling no longer concerns the stage on record.
 */
export function isLeftBehind(
  { field, createdAt }: Pick<Ruling, "field" | "createdAt">,
  { stage, stageSetOn, evidence }: Pick<Pledge, "stage" | "stageSetOn" | "evidence">,
  timeZone: string,
): boolean {
  if (field !== "stage" || stageSetOn < dayOf(createdAt, timeZone)) return false;
  const since = evidence.filter(({ recordedAt }) => recordedAt > createdAt);
  return since.some(counts) && meetsRequirement(since, stage, null, timeZone);
}

/** Newest first. */
export interface RulingFilter extends Paged {
  /** Its reference. */
  pledge: string | null;
  participant: string[];
  priority: Priority[];
}
