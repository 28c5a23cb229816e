// What a parliament, a government or an organisation has to approve for a pledge, and when a change of it needs a second
// person.
import { canonical, type Json } from "../base/canonical";
import { plusDays, type Day, type Instant } from "../base/day";
import { materialIn, type Fields, type ValuesOf } from "../base/field";
import type { Paged } from "../base/listing";
import type { FieldError } from "../base/refusal";
import type { Limit } from "./measure";

export const APPROVAL_KINDS = [
  "PARLIAMENT_VOTE",
  "GOVERNMENT_DECISION",
  "RATIFICATION",
  "BUDGET_APPROPRIATION",
  "CONSTITUTIONAL_REVIEW",
  "HOST_CONSENT",
  "INTERNATIONAL_MANDATE",
] as const;
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

export const APPROVAL_STATUSES = [
  "UNKNOWN",
  "NOT_REQUIRED",
  "REQUIRED",
  "TABLED",
  "SCHEDULED",
  "APPROVED",
  "REJECTED",
  "LAPSED",
] as const;
export type ApprovalStatus = (typeof APPROVAL_STATUSES)[number];

/** In the order of histories. Material: which step it is, and what it allows. */
export const APPROVAL_FIELDS = {
  kind: { is: "code", of: APPROVAL_KINDS, required: true, material: true },
  body: { is: "line", limit: 200, required: true, material: true },
  subject: { is: "line", limit: 500, material: true },
  status: { is: "code", of: APPROVAL_STATUSES, required: true },
  statusSince: { is: "day", notAhead: true },
  scheduledFor: { is: "day" },
  decidedOn: { is: "day", notAhead: true },
  /** The last day on which it holds, once it is given. */
  validUntil: { is: "day", material: true, added: true },
  limits: { is: "part", material: true, added: true },
  terms: { is: "text", limit: 2_000, material: true, added: true },
  serves: { is: "part", required: true },
} as const satisfies Fields;

/**
 * A national step, recorded once for a participant; it serves one or several of its pledges. A given approval
 * is a mandate: it may end, and may have limits.
 */
export interface Approval extends ValuesOf<typeof APPROVAL_FIELDS> {
  id: string;
  participant: string;
  /** Null: no limit is on record. Each unit and currency once. */
  limits: Limit[] | null;
  /** Sorted references. */
  serves: string[];
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
}

export const isPending = (status: ApprovalStatus): boolean =>
  status === "REQUIRED" || status === "TABLED" || status === "SCHEDULED";

export const isRefused = (status: ApprovalStatus): boolean => status === "REJECTED" || status === "LAPSED";

/** Given, or not needed. Unknown is neither. */
export const isSettled = (status: ApprovalStatus): boolean =>
  status === "APPROVED" || status === "NOT_REQUIRED";

/** The first day on which a mandate no longer holds; null: it has no end, or isn't given. */
export const lapsesOn = ({ status, validUntil }: Pick<Approval, "status" | "validUntil">): Day | null =>
  status === "APPROVED" && validUntil !== null ? plusDays(validUntil, 1) : null;

/** Its status on a day: a mandate that is over counts as lapsed. `day` null: before any mandate ends. */
export function statusOn(approval: Pick<Approval, "status" | "validUntil">, day: Day | null): ApprovalStatus {
  const end = lapsesOn(approval);
  return end !== null && day !== null && end <= day ? "LAPSED" : approval.status;
}

/** The approval with the status it counts as. */
export interface CurrentApproval extends Approval {
  current: ApprovalStatus;
}

export const currentOn =
  (day: Day) =>
  (approval: Approval): CurrentApproval => ({ ...approval, current: statusOn(approval, day) });

type Dated = Pick<Approval, "status" | "scheduledFor" | "decidedOn" | "validUntil">;

/** Days that a change makes impossible. A contradiction on record already may stay while something else changes. */
export function impossibleDays(after: Dated, before: Dated | null): FieldError[] {
  const had = before === null ? [] : contradictions(before).map(({ path }) => path);
  return contradictions(after).filter(({ path }) => !had.includes(path));
}

function contradictions({ status, scheduledFor, decidedOn, validUntil }: Dated): FieldError[] {
  if (status === "SCHEDULED" && scheduledFor === null) return [{ path: "scheduledFor", code: "required" }];
  const isTurned = decidedOn !== null && validUntil !== null && validUntil < decidedOn;
  return status === "APPROVED" && isTurned ? [{ path: "validUntil", code: "before-decision" }] : [];
}

/** A change needs a decision if it does for any binding pledge that the approval serves before or after. */
export function needsDecision(
  binding: readonly string[],
  before: ComparedApproval | null,
  after: ComparedApproval,
): boolean {
  const seenBy = (reference: string, approval: ComparedApproval | null) =>
    approval?.serves.includes(reference) ? approval : null;
  return binding.some((reference) => isWeighty(seenBy(reference, before), seenBy(reference, after)));
}

type ComparedApproval = Pick<Approval, "status" | "serves" | (typeof MATERIAL)[number]>;

/**
 * For one binding pledge; null: the approval doesn't serve it. Reaching an outcome needs a decision. So does any way
 * round one: undoing an outcome, removing it, moving it to another step, or no longer requiring what was required.
 */
function isWeighty(from: ComparedApproval | null, to: ComparedApproval | null): boolean {
  if (from?.status === to?.status) return from !== null && isOutcome(from.status) && isAnotherStep(from, to);
  if (to !== null && isOutcome(to.status)) return true;
  if (from === null || isUnasked(from.status)) return false;
  return isOutcome(from.status) || to === null || isUnasked(to.status);
}

const isAnotherStep = (from: ComparedApproval, to: ComparedApproval | null): boolean =>
  MATERIAL.some((name) => textOf(from[name]) !== textOf(to?.[name]));

const MATERIAL = materialIn(APPROVAL_FIELDS);
const textOf = (value: unknown): string => canonical((value ?? null) as Json);

const isUnasked = (status: ApprovalStatus): boolean => status === "UNKNOWN" || status === "NOT_REQUIRED";

const isOutcome = (status: ApprovalStatus): boolean => status === "APPROVED" || status === "REJECTED";

export interface ApprovalFilter extends Paged {
  participant: string[];
  kind: ApprovalKind[];
  status: ApprovalStatus[];
}
