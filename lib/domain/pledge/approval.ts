import type { Instant } from "../base/day";
import { materialIn, type Fields, type ValuesOf } from "../base/field";
import type { Paged } from "../base/listing";

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

/** In the order of histories. Material is what says which step it is. */
export const APPROVAL_FIELDS = {
  kind: { is: "code", of: APPROVAL_KINDS, required: true, material: true },
  body: { is: "line", limit: 200, required: true, material: true },
  subject: { is: "line", limit: 500, material: true },
  status: { is: "code", of: APPROVAL_STATUSES, required: true },
  statusSince: { is: "day" },
  scheduledFor: { is: "day" },
  decidedOn: { is: "day" },
  serves: { is: "part", required: true },
} as const satisfies Fields;

/** A national step, recorded once for a participant; it serves one or several of its pledges. */
export interface Approval extends ValuesOf<typeof APPROVAL_FIELDS> {
  id: string;
  participant: string;
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

/** A change needs a decision if it does for any binding pledge that the approval serves before or after. */
export function needsDecision(binding: readonly string[], before: Standing | null, after: Standing): boolean {
  const seenBy = (reference: string, approval: Standing | null) =>
    approval?.serves.includes(reference) ? approval : null;
  return binding.some((reference) => isWeighty(seenBy(reference, before), seenBy(reference, after)));
}

type Standing = Pick<Approval, "kind" | "body" | "subject" | "status" | "serves">;

/**
 * For one binding pledge; null: the approval doesn't serve it. Reaching an outcome needs a decision. So does any way
 * round one: undoing an outcome, removing it, moving it to another step, or no longer requiring what was required.
 */
function isWeighty(from: Standing | null, to: Standing | null): boolean {
  if (from?.status === to?.status) return from !== null && isOutcome(from.status) && isAnotherStep(from, to);
  if (to !== null && isOutcome(to.status)) return true;
  if (from === null || isUnasked(from.status)) return false;
  return isOutcome(from.status) || to === null || isUnasked(to.status);
}

const isAnotherStep = (from: Standing, to: Standing | null): boolean =>
  MATERIAL.some((name) => from[name] !== to?.[name]);

const MATERIAL = materialIn(APPROVAL_FIELDS);

const isUnasked = (status: ApprovalStatus): boolean => status === "UNKNOWN" || status === "NOT_REQUIRED";

const isOutcome = (status: ApprovalStatus): boolean => status === "APPROVED" || status === "REJECTED";

export interface ApprovalFilter extends Paged {
  participant: string[];
  kind: ApprovalKind[];
  status: ApprovalStatus[];
}
