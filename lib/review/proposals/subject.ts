// A proposal's subject. It is locked before the proposal, in the order of all changes (an approval, then pledges by
// id), and changed as proposed.
import "server-only";
import { isSameJson } from "@/lib/domain/base/canonical";
import { NO_STAGE_FACTS } from "@/lib/domain/pledge/evidence-requirements";
import { ownerNamed, whyNotFulfil, type Subject } from "@/lib/domain/proposals/fulfilment";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Proposal } from "@/lib/domain/proposals/proposal";
import { pledgeRecord } from "@/lib/domain/history/record";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import {
  applyProposal,
  applyApprovalProposal,
  type ProposedPledgeChange,
} from "@/lib/domain/proposals/proposed-change";
import type { Tx } from "@/lib/db/write";

export async function lockSubject(
  tx: Tx,
  { subjectId, concerns, reference, wish }: Proposal,
): Promise<Subject> {
  if (wish.do === "record-approval" || wish.do === "change-approval") {
    const approval = await tx.approvals.lock(subjectId);
    await tx.pledges.lockMany(concerns);
    return { kind: "approval", approval, wish };
  }
  const successor = wish.do === "stage" ? wish.successor : null;
  const locked = await tx.pledges.lockMany([...concerns, ...(successor ? [successor] : [])]);
  const named = (name: string | null): Pledge | null =>
    locked.find((pledge) => pledge.reference === name) ?? null;
  const pledge = named(reference);
  if (!pledge) throw new Error(`the pledge ${reference} of a proposal is gone`);
  return { kind: "pledge", pledge, successor: named(successor), wish };
}

/** Makes the proposed change, if its conditions still hold. */
export async function applyToSubject(tx: Tx, proposal: Proposal, subject: Subject): Promise<Result<null>> {
  const why = await whyNot(tx, proposal, subject);
  if (why) return why;
  return subject.kind === "pledge"
    ? fulfilledPledge(tx, proposal, subject)
    : fulfilledApproval(tx, proposal, subject);
}

async function fulfilledPledge(
  tx: Tx,
  proposal: Proposal,
  { pledge, wish }: Extract<Subject, { kind: "pledge" }>,
): Promise<Result<null>> {
  const after = applyProposal(pledge, wish, { reason: proposal.reason, at: tx.at, today: tx.today });
  if (!isSameJson(pledgeRecord(pledge), pledgeRecord(after))) {
    await tx.save("pledge", pledge, after, { action: ACTIONS[wish.do], reason: proposal.reason });
  }
  return ok(null);
}

const ACTIONS = {
  stage: "pledge.stage-set",
  change: "pledge.changed",
  void: "pledge.voided",
} as const satisfies Record<ProposedPledgeChange["do"], string>;

async function whyNot(tx: Tx, proposal: Proposal, subject: Subject): Promise<Result<never> | null> {
  const email = ownerNamed(subject);
  return whyNotFulfil(proposal, subject, {
    ...(subject.kind === "pledge" ? await tx.pledges.stageFacts(subject.pledge, tx.today) : NO_STAGE_FACTS),
    owner: email === null ? null : await tx.people.findByEmail(email),
    today: tx.today,
    timeZone: tx.settings.timeZone,
    at: tx.at,
  });
}

async function fulfilledApproval(
  tx: Tx,
  proposal: Proposal,
  { approval, wish }: Extract<Subject, { kind: "approval" }>,
): Promise<Result<null>> {
  const after = applyApprovalProposal(approval, wish, { id: proposal.subjectId, at: tx.at });
  if (after === null) return refuse("already-there");
  await tx.save("approval", approval, after, {
    action: wish.do === "record-approval" ? "approval.recorded" : "approval.changed",
    reason: proposal.reason,
  });
  return ok(null);
}
