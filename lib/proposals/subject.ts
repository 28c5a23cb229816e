// What a proposal is about: locked before the proposal itself, in the order all changes lock in (an approval, then
// pledges by their ids), and changed as it wished.
import "server-only";
import { canonical } from "@/lib/domain/canonical";
import { mayKeepRecords } from "@/lib/domain/actor";
import type { Approval } from "@/lib/domain/approval";
import type { Pledge } from "@/lib/domain/pledge";
import type { Proposal } from "@/lib/domain/proposal";
import { pledgeRecord } from "@/lib/domain/record";
import { invalid, refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import { judgeStage } from "@/lib/domain/stage";
import { wished, wishedApproval, withWished, type ApprovalWish, type PledgeWish } from "@/lib/domain/wish";
import type { Tx } from "@/lib/db/write";

export type Subject =
  | { kind: "pledge"; pledge: Pledge; successor: Pledge | null; wish: PledgeWish }
  | { kind: "approval"; approval: Approval | null; wish: ApprovalWish };

export async function lockSubject(
  tx: Tx,
  { subjectId, concerns, reference, wish }: Proposal,
): Promise<Subject> {
  if (wish.do === "record-approval" || wish.do === "change-approval") {
    const approval = await tx.lockApproval(subjectId);
    await tx.lockPledges(concerns);
    return { kind: "approval", approval, wish };
  }
  const successor = wish.do === "stage" ? wish.successor : null;
  const locked = await tx.lockPledges([...concerns, ...(successor ? [successor] : [])]);
  const named = (name: string | null): Pledge | null =>
    locked.find((pledge) => pledge.reference === name) ?? null;
  const pledge = named(reference);
  if (!pledge) throw new Error(`the pledge ${reference} of a proposal is gone`);
  return { kind: "pledge", pledge, successor: named(successor), wish };
}

/** 0 of an approval that isn't on record yet. */
export const versionOf = (subject: Subject): number =>
  subject.kind === "pledge" ? subject.pledge.version : (subject.approval?.version ?? 0);

/** Makes the change that was proposed, if all it asks for still holds. */
export function fulfilled(tx: Tx, proposal: Proposal, subject: Subject): Promise<Result<null>> {
  return subject.kind === "pledge"
    ? fulfilledPledge(tx, proposal, subject)
    : fulfilledApproval(tx, proposal, subject);
}

async function fulfilledPledge(
  tx: Tx,
  proposal: Proposal,
  { pledge, successor, wish }: Extract<Subject, { kind: "pledge" }>,
): Promise<Result<null>> {
  const why = await whyNot(tx, proposal, pledge, successor, wish);
  if (why) return why;
  const after = wished(pledge, wish, { reason: proposal.reason, at: tx.at, today: tx.today });
  if (canonical(pledgeRecord(pledge)) !== canonical(pledgeRecord(after))) {
    await tx.save("pledge", pledge, after, { action: ACTIONS[wish.do], reason: proposal.reason });
  }
  return ok(null);
}

const ACTIONS = {
  stage: "pledge.stage-set",
  change: "pledge.changed",
  void: "pledge.voided",
} as const satisfies Record<PledgeWish["do"], string>;

async function whyNot(
  tx: Tx,
  proposal: Proposal,
  pledge: Pledge,
  successor: Pledge | null,
  wish: PledgeWish,
): Promise<Result<never> | null> {
  if (pledge.voided !== null) return refuse("no-such-step");
  if (wish.do === "void") return null;
  const { windowStart, windowEnd } = { ...pledge, ...wish.changes };
  if (windowStart !== null && windowEnd !== null && windowEnd < windowStart)
    return invalid({ path: "windowEnd", code: "order" });
  const owner = await whyNotOwner(tx, wish.changes.owner ?? null);
  if (owner) return owner;
  if (wish.do === "change") return null;
  const context = {
    approvals: await tx.approvalsServing(pledge.reference),
    today: tx.today,
    timeZone: tx.settings.timeZone,
  };
  const ready = withWished(pledge, wish, tx.at);
  const judged = judgeStage(ready, { to: wish.to, reason: proposal.reason, successor }, context);
  return judged.ok ? null : judged;
}

/** An owner named by the proposal may have left since. */
async function whyNotOwner(tx: Tx, email: string | null): Promise<Result<never> | null> {
  if (email === null) return null;
  const person = await tx.findPersonByEmail(email);
  if (!person) return invalid({ path: "owner", code: "unknown" });
  const keeps = person.disabledAt === null && mayKeepRecords({ ...person, session: null, request: null });
  return keeps ? null : invalid({ path: "owner", code: "keeps-no-records" });
}

async function fulfilledApproval(
  tx: Tx,
  proposal: Proposal,
  { approval, wish }: Extract<Subject, { kind: "approval" }>,
): Promise<Result<null>> {
  const after = wishedApproval(approval, wish, { id: proposal.subjectId, at: tx.at });
  if (after === null) return refuse("already-there");
  await tx.save("approval", approval, after, {
    action: wish.do === "record-approval" ? "approval.recorded" : "approval.changed",
    reason: proposal.reason,
  });
  return ok(null);
}
