// The rules for approving a proposal, one by one, for display. The decision calls the same functions: all checks hold
// exactly when it would be accepted.
import { mayDecide, type Actor } from "../people/actor";
import { isSettled, statusOn, type ApprovalStatus } from "../pledge/approval";
import { EVIDENCE_REQUIREMENTS, type Missing } from "../pledge/evidence-requirements";
import type { ContributionKind } from "../pledge/contribution";
import {
  endsInOrder,
  limitsExceeded,
  entersSealed,
  ownerNamed,
  versionOf,
  whyNotFulfil,
  whyNotKnown,
  whyNotOwner,
  type FulfilmentContext,
  type Subject,
} from "./fulfilment";
import { limitEnd } from "../pledge/measure";
import type { Pledge } from "../pledge/pledge";
import { wasInvolved, type Proposal } from "./proposal";
import { isSuccessor, missingFor, stepBetween } from "../pledge/stage";
import { atLeast, isOnLadder, isOpen, rungOf, rungsBetween, type Stage } from "../pledge/stages";
import { withProposedContent, type ProposedStageChange } from "./proposed-change";

export type CheckName =
  | "open"
  | "role"
  | "own"
  | "hand"
  | "sealed"
  | "unchanged"
  | "not-void"
  | "window-order"
  | "owner"
  | "step"
  | "successor"
  | "subject"
  | Missing["what"];

export interface ProposalCheck {
  what: CheckName;
  ok: boolean;
  /** The rung that has the requirement. */
  stage?: Stage;
  /** The required approval. */
  approval?: { body: string; status: ApprovalStatus };
  /** The most that a mandate allows, of one unit or currency. */
  limit?: { body: string; most: string; measure: string };
  /** The contribution concerned. */
  line?: { id: string; kind: ContributionKind };
  /** The reason to proceed all the same. */
  override?: string;
}

export interface ChecksContext extends FulfilmentContext {
  /** Fields this reader has changed since the proposal: `pledge.stage`, … */
  changed: readonly string[];
}

export function checksOf(
  actor: Actor,
  proposal: Proposal,
  subject: Subject,
  context: ChecksContext,
): ProposalCheck[] {
  return [
    ...(proposal.status === "OPEN" ? [] : [{ what: "open", ok: false } as const]),
    ...ofThePerson(actor, proposal, context.changed),
    ...(mayDecide(actor) && entersSealed(subject)
      ? [{ what: "sealed", ok: whyNotKnown(actor, subject) === null } as const]
      : []),
    { what: "unchanged", ok: versionOf(subject) === proposal.basedOn },
    ...(subject.kind === "pledge"
      ? ofThePledge(subject, context)
      : [{ what: "subject", ok: whyNotFulfil(proposal, subject, context) === null } as const]),
  ];
}

/** Whether an approval would be accepted, once the changes since the proposal were seen. */
export const maybeApproved = (checks: readonly ProposalCheck[]): boolean =>
  checks.every(({ what, ok }) => ok || what === "unchanged");

/** Whether it can at least be sent back. */
export const maybeReturned = (checks: readonly ProposalCheck[]): boolean =>
  checks.every(({ what, ok }) => ok || !(what === "open" || what === "role" || what === "own"));

/** Which of its requirements the record doesn't meet, or no longer. */
export const lacking = (checks: readonly ProposalCheck[]): ProposalCheck[] =>
  checks.filter(
    ({ what, ok }) => !ok && !["open", "role", "own", "hand", "sealed", "unchanged"].includes(what),
  );

/** For a person who may decide nothing, no other check of the person matters. */
function ofThePerson(actor: Actor, proposal: Proposal, changed: readonly string[]): ProposalCheck[] {
  if (!mayDecide(actor)) return [{ what: "role", ok: false }];
  return [
    { what: "own", ok: proposal.proposerId !== actor.id },
    { what: "hand", ok: !wasInvolved(changed) },
  ];
}

function ofThePledge(subject: Extract<Subject, { kind: "pledge" }>, context: ChecksContext): ProposalCheck[] {
  const { pledge, wish } = subject;
  const notVoid: ProposalCheck = { what: "not-void", ok: pledge.voided === null };
  if (wish.do === "void") return [notVoid];
  const order: ProposalCheck = { what: "window-order", ok: endsInOrder(pledge, wish) };
  const moves = "windowStart" in wish.changes || "windowEnd" in wish.changes;
  return [
    notVoid,
    ...(moves || !order.ok ? [order] : []),
    ...(ownerNamed(subject) === null
      ? []
      : [{ what: "owner", ok: whyNotOwner(subject, context) === null } as const]),
    ...(wish.do === "stage" ? ofTheStep(pledge, wish, subject.successor, context) : []),
    ...ofTheLimits(pledge, wish, context),
  ];
}

/** One for each limit of a mandate, if what counts as allocated may change: nothing of a joint promise counts. */
function ofTheLimits(
  pledge: Pledge,
  change: Exclude<Subject["wish"], { do: "void" | "record-approval" | "change-approval" }>,
  context: ChecksContext,
): ProposalCheck[] {
  const allocates =
    change.do === "stage"
      ? atLeast(change.to, "ALLOCATED")
      : "contributions" in change.changes || "jointWith" in change.changes;
  if (!allocates) return [];
  const exceeded = limitsExceeded(pledge, change, context);
  return context.approvals
    .filter((approval) => statusOn(approval, context.today) === "APPROVED")
    .flatMap(({ id, body, limits }) =>
      (limits ?? []).map(limitEnd).map((limit) => ({
        what: "limit" as const,
        ok: !exceeded.some((one) => one.approval.id === id && one.measure === limit.measure),
        limit: { body, ...limit },
      })),
    );
}

function ofTheStep(
  pledge: Pledge,
  change: ProposedStageChange,
  successor: Pledge | null,
  context: ChecksContext,
): ProposalCheck[] {
  const { to } = change;
  const leads = pledge.stage !== to && stepBetween(pledge, to) !== null;
  if (!leads) return [{ what: "step", ok: false, stage: to }];
  const ready = withProposedContent(pledge, change, context.at);
  const missed = missingFor(ready, to, context);
  return [
    { what: "step", ok: true, stage: to },
    ...(to === "SUPERSEDED" ? [{ what: "successor", ok: isSuccessor(pledge, successor) } as const] : []),
    ...requirementsOn(ready, to, context).map((bar) =>
      answered(bar, !missed.some((one) => isAbout(one, bar)), change.override),
    ),
  ];
}

/** A reason overrides a condition that isn't true. */
function answered(bar: Omit<ProposalCheck, "ok">, ok: boolean, override: string | undefined): ProposalCheck {
  if (ok || bar.what !== "condition" || override === undefined) return { ...bar, ok };
  return { ...bar, ok: true, override };
}

/** Requirements of the stage and of each rung on the way. */
function requirementsOn(
  pledge: Pledge,
  to: Stage,
  { approvals, today }: ChecksContext,
): Omit<ProposalCheck, "ok">[] {
  if (to === "DECLINED") return [{ what: "evidence", stage: to }];
  if (to === "SUSPENDED" || to === "WITHDRAWN") return [{ what: "evidence", stage: "SIGNALLED" }];
  if (!isOnLadder(to) || !isOpen(pledge.stage) || rungOf(to) < rungOf(pledge.stage)) return [];
  return rungsBetween(pledge.stage, to).flatMap((stage) => [
    ...(EVIDENCE_REQUIREMENTS[stage] === undefined ? [] : [{ what: "evidence", stage } as const]),
    ...(stage === "ALLOCATED"
      ? [
          { what: "quantity", stage } as const,
          { what: "window", stage } as const,
          ...approvals.map((approval) => ({
            what: "approval" as const,
            stage,
            approval: { body: approval.body, status: statusOn(approval, today) },
          })),
        ]
      : []),
    ...(stage === "DELIVERING" ? [{ what: "delivery-report", stage } as const] : []),
    ...(stage === "DELIVERING" && pledge.condition !== null ? [{ what: "condition", stage } as const] : []),
    ...(stage === "FULFILLED" ? confirmationsOf(pledge) : []),
  ]);
}

/** Per contribution; without any, nothing can be confirmed. */
const confirmationsOf = ({ contributions }: Pledge): Omit<ProposalCheck, "ok">[] =>
  (contributions.length === 0 ? [undefined] : contributions).map((line) => ({
    what: "recipient-confirmation",
    stage: "FULFILLED",
    ...(line && { line: { id: line.id, kind: line.kind } }),
  }));

/** Of two approvals by the same body, the unsettled one is missing. */
const isAbout = (missed: Missing, { what, stage, approval, line }: Omit<ProposalCheck, "ok">): boolean =>
  missed.what === what &&
  missed.stage === stage &&
  (line === undefined || missed.line === line.id) &&
  (approval === undefined || (missed.detail === approval.body && !isSettled(approval.status)));
