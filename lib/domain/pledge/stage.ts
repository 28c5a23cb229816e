// The transition table. `decideStage` decides a step for an actor, `judgeStage` for the decision on a proposal;
// `stepBetween` says whether there is one at all (forms, checks), `offeredSteps` which to show as buttons.
import { holds, mayKeepRecords, type Actor, type Role } from "../people/actor";
import {
  meetsRequirement,
  missing,
  missingAt,
  missingLimits,
  type StageFacts,
  type Missing,
} from "./evidence-requirements";
import type { Day } from "../base/day";
import { counts } from "./evidence";
import { exceededBy } from "./mandate";
import type { Pledge } from "./pledge";
import { refuse, type Refused } from "../base/refusal";
import { ok, refused, type Result } from "../base/result";
import { atLeast, EXITS, isOnLadder, isOpen, rungOf, rungsBetween, type Stage } from "./stages";

export interface StageTransition {
  name: "up" | "up-binding" | "down" | "exit" | "resume";
  from: readonly Stage[];
  to: readonly Stage[];
  /** Roles that take the step immediately. Empty: it is proposed, and another person decides. */
  setBy: readonly Role[];
  proposedBy: readonly Role[];
  needsReason: boolean;
}

/** Why a step isn't taken, apart from who asks for it. */
export const STAGE_REFUSALS = [
  "already-there",
  "no-such-step",
  "reason-missing",
  "evidence-missing",
  "quantity-missing",
  "window-missing",
  "approval-open",
  "condition-open",
  "successor-missing",
  "mandate-exceeded",
] as const;

const KEEPERS: readonly Role[] = ["OFFICER", "MANAGER"];
const AT_ONCE = { setBy: KEEPERS, proposedBy: [], needsReason: false };
const BY_DECISION = { setBy: [], proposedBy: KEEPERS, needsReason: true };
const OPEN: readonly Stage[] = ["SIGNALLED", "PLEDGED", "COMMITTED", "ALLOCATED", "DELIVERING"];
const BINDING: readonly Stage[] = ["COMMITTED", "ALLOCATED", "DELIVERING", "FULFILLED"];

export const STEPS: readonly StageTransition[] = [
  { name: "up", from: ["SIGNALLED"], to: ["PLEDGED"], ...AT_ONCE },
  { name: "up-binding", from: OPEN, to: BINDING, ...BY_DECISION },
  { name: "down", from: [...OPEN, "FULFILLED"], to: OPEN, ...BY_DECISION },
  { name: "exit", from: OPEN, to: ["SUSPENDED"], ...BY_DECISION },
  {
    name: "exit",
    from: [...OPEN, "SUSPENDED"],
    to: ["DECLINED", "WITHDRAWN", "LAPSED", "SUPERSEDED"],
    ...BY_DECISION,
  },
  { name: "resume", from: ["SUSPENDED"], to: OPEN, ...BY_DECISION },
];

export const LOGGED_AT = ["SIGNALLED", "PLEDGED", "DECLINED"] as const;

export interface StageProposal {
  to: Stage;
  reason: string | null;
  /** The pledge that replaces it; only for SUPERSEDED. */
  successor: Pick<
    Pledge,
    "reference" | "participant" | "priority" | "stage" | "voided" | "supersededBy"
  > | null;
  /** Why it may start although its condition isn't true; only a manager's decision allows it. */
  override?: string | null;
}

export interface StageContext extends StageFacts {
  today: Day;
  timeZone: string;
}

export interface DecidedStep {
  step: StageTransition;
  way: "set" | "propose";
}

/** Returns the step, to take or to propose, or refuses. */
export function decideStage(
  actor: Actor,
  pledge: Pledge,
  request: StageProposal,
  context: StageContext,
): Result<DecidedStep> {
  if (!mayKeepRecords(actor)) return refuse("role");
  if (!holds(actor, pledge.participant)) return refuse("another-desk");
  const judged = judgeStage(pledge, request, context);
  if (!judged.ok) return judged;
  const step = judged.value;
  if (step.setBy.includes(actor.role)) return ok({ step, way: "set" });
  return step.proposedBy.includes(actor.role) ? ok({ step, way: "propose" }) : refuse("role");
}

/** Whether the rules know the step and its requirements are met, regardless of the actor. */
export function judgeStage(
  pledge: Pledge,
  request: StageProposal,
  context: StageContext,
): Result<StageTransition> {
  if (pledge.voided !== null) return refuse("no-such-step");
  if (pledge.stage === request.to) return refuse("already-there");

  const step = stepBetween(pledge, request.to);
  if (!step) return refuse("no-such-step");
  if (step.needsReason && !request.reason) return refuse("reason-missing");
  if (request.to === "SUPERSEDED" && !isSuccessor(pledge, request.successor))
    return refuse("successor-missing");

  const why = whyMissing(
    missingFor(pledge, request.to, context).filter(({ what }) => what !== "condition" || !request.override),
  );
  return why ?? ok(step);
}

/** The first missing requirement gives the refusal its code. */
export function whyMissing(missed: readonly Missing[]): Refused | null {
  const [first] = missed;
  return first ? refused({ code: first.code, params: { missing: listed(missed) } }) : null;
}

/** Null: no step leads from the pledge's stage to `to`. */
export function stepBetween(
  pledge: Pick<Pledge, "stage" | "suspendedFrom">,
  to: Stage,
): StageTransition | null {
  const step = STEPS.find(
    (s) => s.from.includes(pledge.stage) && s.to.includes(to) && goesThatWay(s, pledge.stage, to),
  );
  if (!step) return null;
  return step.name === "resume" && to !== pledge.suspendedFrom ? null : step;
}

/** A pledge that has ended, or was voided, and that nothing has replaced: a new one may be logged in its place. */
export const mayBeReplaced = ({
  stage,
  voided,
  supersededBy,
}: Pick<Pledge, "stage" | "voided" | "supersededBy">): boolean =>
  supersededBy === null && (voided !== null || !(isOnLadder(stage) || stage === "SUSPENDED"));

/** Unmet requirements for a stage, including those of every rung on the way, and the limits it would exceed. */
export const missingFor = (pledge: Pledge, to: Stage, context: StageContext): Missing[] => [
  ...missingOnTheWay(pledge, to, context),
  ...missingLimits(exceededBy(pledge, { ...pledge, stage: to, stageSetOn: context.today }, context)),
];

function missingOnTheWay(pledge: Pledge, to: Stage, context: StageContext): Missing[] {
  const evidence = (stage: Stage): Missing[] =>
    meetsRequirement(pledge.evidence, stage, context.today, context.timeZone)
      ? []
      : [missing("evidence-missing", stage, "evidence")];
  if (to === "DECLINED") return evidence("DECLINED");
  if (to === "SUSPENDED" || to === "WITHDRAWN")
    return pledge.evidence.some(counts) ? [] : evidence("SIGNALLED");
  if (!isOnLadder(to) || !isOpen(pledge.stage) || rungOf(to) < rungOf(pledge.stage)) return [];
  return rungsBetween(pledge.stage, to).flatMap((stage) => [
    ...evidence(stage),
    ...missingAt(pledge, stage, context, context.today),
  ]);
}

/** Whether DELIVERING is on the way to the stage: only it needs a true condition. */
export const asksForCondition = (pledge: Pick<Pledge, "stage">, to: Stage): boolean =>
  isOnLadder(to) && isOpen(pledge.stage) && rungsBetween(pledge.stage, to).includes("DELIVERING");

/**
 * Stages open to this actor now, assuming a reason, a successor for SUPERSEDED, and an override where the condition
 * isn't true.
 */
export function offeredSteps(
  actor: Actor,
  pledge: Pledge,
  context: StageContext,
): Record<DecidedStep["way"], Stage[]> {
  const successor = { ...pledge, reference: "", stage: "PLEDGED" as const, voided: null, supersededBy: null };
  const decided = ALL_TARGETS.map((to) => ({
    to,
    step: decideStage(actor, pledge, { to, reason: "given", override: "given", successor }, context),
  }));
  const by = (way: DecidedStep["way"]): Stage[] =>
    decided.filter(({ step }) => step.ok && step.value.way === way).map(({ to }) => to);
  return { set: by("set"), propose: by("propose") };
}

const ALL_TARGETS: readonly Stage[] = [...new Set(STEPS.flatMap((step) => step.to))];

function goesThatWay(step: StageTransition, from: Stage, to: Stage): boolean {
  if (step.name === "down") return rungOf(to) < rungOf(from);
  if (step.name === "up" || step.name === "up-binding") return rungOf(to) > rungOf(from);
  return true;
}

export function isSuccessor(pledge: Pledge, successor: StageProposal["successor"]): boolean {
  return (
    successor !== null &&
    successor.voided === null &&
    successor.supersededBy === null &&
    successor.reference !== pledge.reference &&
    successor.participant === pledge.participant &&
    successor.priority === pledge.priority
  );
}

const listed = (missed: readonly Missing[]): string =>
  missed.map((one) => [one.what, one.stage, one.detail].filter(Boolean).join(":")).join("|");

export interface Transition {
  to: Stage;
  reason: string | null;
  /** Reference of the replacing pledge; only for SUPERSEDED. */
  successor: string | null;
  today: Day;
}

/** Only a way out stores its reason on the pledge; the reason of any other step is in its event. */
export function applyTransition(pledge: Pledge, { to, reason, successor, today }: Transition): Pledge {
  return {
    ...pledge,
    stage: to,
    stageReason: (EXITS as readonly Stage[]).includes(to) ? reason : null,
    stageSetOn: today,
    suspendedFrom: to === "SUSPENDED" && isOpen(pledge.stage) ? pledge.stage : null,
    pledgedByStepOn: pledgedByStepOn(pledge, to, today),
    supersededBy: to === "SUPERSEDED" ? successor : pledge.supersededBy,
  };
}

function pledgedByStepOn(pledge: Pledge, to: Stage, today: Day): Day | null {
  if (to === "SIGNALLED") return null;
  return pledge.stage === "SIGNALLED" && atLeast(to, "PLEDGED") ? today : pledge.pledgedByStepOn;
}
