// Whether all that a proposal requires still holds: checked in full on approval, and shown before.
import { mayKeepRecords, type Actor } from "../people/actor";
import type { Approval } from "../pledge/approval";
import type { Instant } from "../base/day";
import { MOST_EVIDENCE } from "../pledge/evidence";
import type { Person } from "../people/person";
import type { Pledge } from "../pledge/pledge";
import type { Proposal } from "./proposal";
import { invalid, refuse } from "../base/refusal";
import type { Result } from "../base/result";
import { commitmentsIn, mayKnowSealed } from "../pledge/sealed";
import { missingLimits } from "../pledge/evidence-requirements";
import { exceededBy, type Excess } from "../pledge/mandate";
import { judgeStage, whyMissing, type StageContext } from "../pledge/stage";
import {
  applyApprovalProposal,
  applyProposal,
  withProposedContent,
  type ProposedApprovalChange,
  type ProposedPledgeChange,
} from "./proposed-change";

/** The proposal's subject as it is now. An approval that isn't on record yet is null. */
export type Subject =
  | { kind: "pledge"; pledge: Pledge; successor: Pledge | null; wish: ProposedPledgeChange }
  | { kind: "approval"; approval: Approval | null; wish: ProposedApprovalChange };

/**
 * `approvals` serve the pledge and `deliveries` are of it. `owner` is the proposed new owner, null where no account
 * has that address.
 */
export interface FulfilmentContext extends StageContext {
  at: Instant;
  owner: Person | null;
}

/** 0 for an approval that isn't on record yet. */
export const versionOf = (subject: Subject): number =>
  subject.kind === "pledge" ? subject.pledge.version : (subject.approval?.version ?? 0);

export const ownerNamed = (subject: Subject): string | null =>
  subject.kind === "pledge" && subject.wish.do !== "void" ? (subject.wish.changes.owner ?? null) : null;

export function whyNotFulfil(
  { subjectId, reason }: Pick<Proposal, "subjectId" | "reason">,
  subject: Subject,
  context: FulfilmentContext,
): Result<never> | null {
  if (subject.kind === "approval") {
    const after = applyApprovalProposal(subject.approval, subject.wish, { id: subjectId, at: context.at });
    return after === null ? refuse("already-there") : null;
  }
  const { pledge, successor, wish } = subject;
  if (pledge.voided !== null) return refuse("no-such-step");
  if (wish.do === "void") return null;
  if (!endsInOrder(pledge, wish)) return invalid({ path: "windowEnd", code: "order" });
  const owner = whyNotOwner(subject, context);
  if (owner) return owner;
  const excess = whyMissing(missingLimits(limitsExceeded(pledge, wish, context)));
  if (wish.do === "change") return excess;
  const ready = withProposedContent(pledge, wish, context.at);
  if (ready.evidence.length > MOST_EVIDENCE)
    return invalid({ path: "evidence", code: "too-many", params: { max: MOST_EVIDENCE } });
  const judged = judgeStage(
    ready,
    { to: wish.to, reason, successor, override: wish.override ?? null },
    context,
  );
  return judged.ok ? excess : judged;
}

/** The limits of mandates that it would exceed, with its changes and its step. */
export const limitsExceeded = (
  pledge: Pledge,
  change: ProposedPledgeChange,
  context: StageContext & { at: Instant },
): Excess[] =>
  change.do === "void"
    ? []
    : exceededBy(pledge, applyProposal(pledge, change, { ...context, reason: null }), context);

/** Whether it sets or changes a sealed number: then the approver must be cleared to see it. */
export function entersSealed(subject: Subject): boolean {
  if (subject.kind === "approval" || subject.wish.do === "void") return false;
  const onRecord = new Set(commitmentsIn(subject.pledge.contributions));
  return commitmentsIn(subject.wish.changes.contributions).some((one) => !onRecord.has(one));
}

export const whyNotKnown = (actor: Actor, subject: Subject): Result<never> | null =>
  entersSealed(subject) && subject.kind === "pledge" && !mayKnowSealed(actor, subject.pledge.participant)
    ? refuse("role", { because: "sealed" })
    : null;

/** The window may not end before it starts: one end may have changed since. */
export function endsInOrder(pledge: Pledge, change: ProposedPledgeChange): boolean {
  const { windowStart, windowEnd } = change.do === "void" ? pledge : { ...pledge, ...change.changes };
  return windowStart === null || windowEnd === null || windowStart <= windowEnd;
}

/** The proposed owner may have left since. */
export function whyNotOwner(
  subject: Subject,
  { owner }: Pick<FulfilmentContext, "owner">,
): Result<never> | null {
  if (ownerNamed(subject) === null) return null;
  if (!owner) return invalid({ path: "owner", code: "unknown" });
  const keeps = owner.disabledAt === null && mayKeepRecords({ ...owner, session: null, request: null });
  return keeps ? null : invalid({ path: "owner", code: "keeps-no-records" });
}
