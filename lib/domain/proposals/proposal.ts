// A change that needs two people: one proposes it, on evidence and with a reason, and another decides.
import { mayDecide, mayKeepRecords, whyNotKeep, type Actor } from "../people/actor";
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
  /** Id of the pledge or the approval; one that isn't on record yet gets it when it is approved. */
  subjectId: string;
  /** Of the pledge; null when it is about an approval. */
  reference: string | null;
  participant: string;
  priority: Priority | null;
  /** References of the pledges it is about, sorted: its own, or those the approval serves before or after. */
  concerns: string[];
  proposerId: string;
  /** OPEN and RETURNED stand; a RETURNED one is REPLACED by the next of its subject. */
  status: ProposalStatus;
  wish: ProposedChange;
  reason: string;
  /** The subject's version the proposer had before their eyes; 0 for what isn't on record yet. */
  basedOn: number;
  deciderId: string | null;
  /** The decider's; of a RETURNED one never empty. */
  note: string | null;
  decidedAt: Instant | null;
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
}

/** With the names of those who took part, as it is shown. */
export interface KnownProposal extends Proposal {
  proposedBy: { name: string; email: string };
  decidedBy: string | null;
}

/** With what it is about: the pledge's title, or the body whose approval it is. */
export interface ProposalRow extends KnownProposal {
  title: string;
}

/** What a change came to: done at once, or put before somebody else. */
export type ProposedOutcome<T> = { done: T; proposal: null } | { done: null; proposal: KnownProposal };

export const isUndecided = (proposal: Pick<Proposal, "status">): boolean =>
  proposal.status === "OPEN" || proposal.status === "RETURNED";

export type NewProposal = Pick<
  Proposal,
  "id" | "subject" | "subjectId" | "reference" | "participant" | "priority" | "concerns" | "wish" | "basedOn"
>;

/**
 * A proposal of what the rules ask to be decided. `standing` is the one its subject has, if any: an open one must be
 * decided or withdrawn first, a returned one gives way.
 */
export function propose(
  actor: Actor,
  wished: NewProposal,
  reason: string | null | undefined,
  standing: Proposal | null,
  at: Instant,
): Result<Proposal> {
  const why = whyNotKeep(actor, wished.participant);
  if (why) return refuse(why);
  if (!reason) return refuse("reason-missing");
  if (standing?.status === "OPEN") return refuse("proposal-open");
  return ok({
    ...wished,
    concerns: [...new Set(wished.concerns)].sort(),
    proposerId: actor.id,
    status: "OPEN",
    reason,
    deciderId: null,
    note: null,
    decidedAt: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
  });
}

export const replaced = (proposal: Proposal): Proposal => ({ ...proposal, status: "REPLACED" });

/**
 * The proposal after a decision: a manager's who didn't propose it, nor changed what matters of it since
 * (`changed`), for then one person alone would have settled what stands at the end.
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

/** Their own, while it stands: one that was sent back may be let go, too. */
export function withdrawn(actor: Actor, proposal: KnownProposal): Result<Proposal> {
  if (!mayKeepRecords(actor)) return refuse("role");
  if (proposal.proposerId !== actor.id) return refuse("role");
  if (!isUndecided(proposal)) return closed(proposal);
  return ok({ ...rowOf(proposal), status: "WITHDRAWN" });
}

/** Whether one who changed these fields since (`pledge.stage`, `approval.status`) has settled a part of it alone. */
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
  "pledge.evidence",
  "pledge.voided",
]);

export const mayWithdraw = (actor: Actor, proposal: KnownProposal): boolean => withdrawn(actor, proposal).ok;

/** Why this person may not decide it now, whatever the decision; null when they may. */
export function whyNotDecide(
  actor: Actor,
  proposal: KnownProposal,
  changedItSince: boolean,
): Result<never> | null {
  if (!mayDecide(actor)) return refuse("role");
  if (proposal.status !== "OPEN") return closed(proposal);
  if (proposal.proposerId === actor.id) return refuse("own-proposal");
  return changedItSince ? refuse("own-proposal", { because: "changed" }) : null;
}

/** Says who closed it, and how. One that was sent back may have been withdrawn or replaced after that. */
function closed({ status, proposedBy, decidedBy, decidedAt, note, updatedAt }: KnownProposal): Result<never> {
  const isDecision = status === "APPROVED" || status === "RETURNED";
  const by = isDecision ? (decidedBy ?? "") : status === "WITHDRAWN" ? proposedBy.name : "";
  const told = { at: isDecision ? (decidedAt ?? updatedAt) : updatedAt, note: isDecision ? note : null };
  return refused({ code: "proposal-closed", params: { status, by }, closed: { status, by, ...told } });
}

function rowOf({ proposedBy: _proposer, decidedBy: _decider, ...proposal }: KnownProposal): Proposal {
  return proposal;
}

/** Proposals come oldest first. */
export interface ProposalFilter extends Paged {
  status: ProposalStatus[];
  participant: string[];
  priority: Priority[];
  subject: ("pledge" | "approval")[];
}
