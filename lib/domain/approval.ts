import type { Day, Instant } from "./day";

export const APPROVAL_KINDS = [
  "PARLIAMENT_VOTE", "GOVERNMENT_DECISION", "RATIFICATION", "BUDGET_APPROPRIATION", "CONSTITUTIONAL_REVIEW",
  "HOST_CONSENT", "INTERNATIONAL_MANDATE",
] as const; // prettier-ignore
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

export const APPROVAL_STATUSES = [
  "UNKNOWN", "NOT_REQUIRED", "REQUIRED", "TABLED", "SCHEDULED", "APPROVED", "REJECTED", "LAPSED",
] as const; // prettier-ignore
export type ApprovalStatus = (typeof APPROVAL_STATUSES)[number];

/** A national step, kept once for a participant and serving one or several of its pledges. */
export interface Approval {
  id: string;
  participant: string;
  kind: ApprovalKind;
  body: string;
  subject: string | null;
  status: ApprovalStatus;
  statusSince: Day | null;
  scheduledFor: Day | null;
  decidedOn: Day | null;
  /** References of the pledges it serves, sorted. */
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

/**
 * Which step of an approval needs a decision for a pledge that binds; null is "doesn't serve it". An outcome reached
 * does, and so does what would get round it: an outcome undone or taken off, and doing without what was required.
 */
export function isWeightyStep(from: ApprovalStatus | null, to: ApprovalStatus | null): boolean {
  if (from === to) return false;
  if (to !== null && isOutcome(to)) return true;
  if (from === null || from === "UNKNOWN" || from === "NOT_REQUIRED") return false;
  return isOutcome(from) || to === null || to === "NOT_REQUIRED";
}

/** Whether a change needs a decision: as each of the binding pledges sees it that it serves, before or after. */
export function needsDecision(binding: readonly string[], before: Standing | null, after: Standing): boolean {
  const seenBy = (reference: string, approval: Standing | null) =>
    approval?.serves.includes(reference) ? approval.status : null;
  return binding.some((reference) => isWeightyStep(seenBy(reference, before), seenBy(reference, after)));
}

type Standing = Pick<Approval, "status" | "serves">;

const isOutcome = (status: ApprovalStatus): boolean => status === "APPROVED" || status === "REJECTED";
