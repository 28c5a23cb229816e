// A change that needs two people: one proposes it, with evidence and a reason, and another decides.
import { mayDecide, mayKeepRecords, whyNotChange, type Actor } from "../people/actor";
import type { Instant } from "../base/day";
import type { Priority } from "../base/priority";
import { refuse } from "../base/refusal";
import { ok, refused, type Result } from "../base/result";
import type { ProposedChange } from "./proposed-change";
import type { Paged } from "../base/listing";

export const PROPOSAL_STATUSES = ["OPEN", "RETURNED", "APPROVED", "WITHDRAWN", "REPLACED"] as const;
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number];

export const DECISIONS = ["APPROVE", "RETURN"] as const;
export type Decision = (typeof DECISIONS)[number];

export interface Proposal {
  id: string;
  subject: "pledge" | "approval";
  /** Id of the pledge or approval; an approval not yet on record gets it when approved. */
  subjectId: string;
  /** Of the pledge; null: the proposal is about an approval. */
  reference: string | null;
  participant: string;
  priority: Priority | null;
  /** Sorted references: the pledge itself, or the pledges the approval serves before or after. */
  concerns: string[];
  proposerId: string;
  /** OPEN and RETURNED are pending; the next proposal for the same subject makes a RETURNED one REPLACED. */
  status: ProposalStatus;
  wish: ProposedChange;
  reason: string;
  /** The subject's version the proposer saw; 0 where it isn't on record yet. */
  basedOn: number;
  deciderId: string | null;
  /** The decider's; never empty when RETURNED. */
  note: string | null;
  decidedAt: Instant | null;
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
}

/** With the names of those involved. */
export interface KnownProposal extends Proposal {
  proposedBy: { name: string; email: string };
  decidedBy: string | null;
}

/** With its subject: the pledge's title, or the approval's body. */
export interface ProposalRow extends KnownProposal {
  title: string;
}

/** A change was either saved or proposed. */
export type ProposedOutcome<T> = { done: T; proposal: null } | { done: null; proposal: KnownProposal };

export const isUndecided = (proposal: Pick<Proposal, "status">): boolean =>
  proposal.status === "OPEN" || proposal.status === "RETURNED";

export type NewProposal = Pick<
  Proposal,
  "id" | "subject" | "subjectId" | "reference" | "participant" | "priority" | "concerns" | "wish" | "basedOn"
>;

/**
 * `pending` is the subject's pending proposal, if any: an open one must be decided or withdrawn first, a returned
 * one is replaced.
 */
export function propose(
  actor: Actor,
  proposed: NewProposal,
  reason: string | null | undefined,
  pending: Proposal | null,
  at: Instant,
): Result<Proposal> {
  const why = whyNotChange(actor, proposed.participant);
  if (why) return refuse(why);
  if (!reason) return refuse("reason-missing");
  if (pending?.status === "OPEN") return refuse("proposal-open");
  return ok({
    ...proposed,
    concerns: [...new Set(proposed.concerns)].sort(),
    ...newlyOpen(actor, reason, at),
  });
}

export const newlyOpen = (actor: Actor, reason: string, at: Instant) => ({
  proposerId: actor.id,
  status: "OPEN" as const,
  reason,
  deciderId: null,
  note: null,
  decidedAt: null,
  version: 1,
  createdAt: at,
  updatedAt: at,
});

export const replaced = <P extends Pick<Proposal, "status">>(proposal: P): P => ({
  ...proposal,
  status: "REPLACED",
});

/**
 * The decision is a manager's who neither proposed it nor changed any of its material fields since (`changed`).
 * Otherwise one person alone would settle the result.
 */
export function decided(
  actor: Actor,
  proposal: KnownProposal,
  { decision, note }: { decision: Decision; note: string | null },
  changed: readonly string[],
  at: Instant,
): Result<Proposal> {
  const why = whyNotDecide(actor, proposal, decision === "APPROVE" && wasInvolved(changed));
  if (why) return why;
  if (decision === "RETURN" && !note) return refuse("reason-missing");
  return ok({
    ...rowOf(proposal),
    status: decision === "APPROVE" ? "APPROVED" : "RETURNED",
    deciderId: actor.id,
    note,
    decidedAt: at,
  });
}

/** Only the proposer's own, while it is pending; one sent back can be withdrawn too. */
export function withdrawn(actor: Actor, proposal: KnownProposal): Result<Proposal> {
  if (!mayKeepRecords(actor)) return refuse("role");
  if (proposal.proposerId !== actor.id) return refuse("role");
  if (!isUndecided(proposal)) return closed(proposal);
  return ok({ ...rowOf(proposal), status: "WITHDRAWN" });
}

/** Whether a person who changed these fields since (`pledge.stage`, `approval.status`) would settle part of it alone. */
export const wasInvolved = (fields: readonly string[]): boolean =>
  fields.some(
    (field) => field.startsWith("approval.") || field.startsWith("delivery.") || MATTERS.has(field),
  );

const MATTERS: ReadonlySet<string> = new Set([
  "pledge.stage",
  "pledge.suspendedFrom",
  "pledge.windowStart",
  "pledge.windowEnd",
  "pledge.contributions",
  "pledge.condition",
  "pledge.jointWith",
  "pledge.onBehalfOf",
  "pledge.evidence",
  "pledge.voided",
]);

export const mayWithdraw = (actor: Actor, proposal: KnownProposal): boolean => withdrawn(actor, proposal).ok;

/** Null: this person may decide it now. */
export function whyNotDecide(
  actor: Actor,
  proposal: KnownProposal,
  changedItSince: boolean,
): Result<never> | null {
  if (!mayDecide(actor)) return refuse("role");
  if (actor.heldUntil) return refuse("held-back", { until: actor.heldUntil });
  if (proposal.status !== "OPEN") return closed(proposal);
  if (proposal.proposerId === actor.id) return refuse("own-proposal");
  return changedItSince ? refuse("own-proposal", { because: "changed" }) : null;
}

/** Names who closed it, and how. A proposal sent back may have been withdrawn or replaced later. */
export function closed({
  status,
  proposedBy,
  decidedBy,
  decidedAt,
  note,
  updatedAt,
}: Pick<
  KnownProposal,
  "status" | "proposedBy" | "decidedBy" | "decidedAt" | "note" | "updatedAt"
>): Result<never> {
  const isDecision = status === "APPROVED" || status === "RETURNED";
  const by = isDecision ? (decidedBy ?? "") : status === "WITHDRAWN" ? proposedBy.name : "";
  const outcome = { at: isDecision ? (decidedAt ?? updatedAt) : updatedAt, note: isDecision ? note : null };
  return refused({ code: "proposal-closed", params: { status, by }, closed: { status, by, ...outcome } });
}

function rowOf({ proposedBy: _proposer, decidedBy: _decider, ...proposal }: KnownProposal): Proposal {
  return proposal;
}

/** Oldest first. */
export interface ProposalFilter extends Paged {
  status: ProposalStatus[];
  participant: string[];
  priority: Priority[];
  subject: ("pledge" | "approval" | "account")[];
}
