// What must be on record before a pledge may be at a stage: evidence, and the stage's other requirements.
import { isSettled, statusOn, type Approval } from "./approval";
import type { Day } from "../base/day";
import { isReported, unconfirmedLines, type Delivery } from "./delivery";
import { counts, evidenceEnd, strengthOf, type Evidence, type EvidenceKind } from "./evidence";
import type { Allocating, Excess } from "./mandate";
import { hasWindow, type Pledge } from "./pledge";
import { leavesOpen } from "./quantity";
import type { RefusalCode } from "../base/refusal";
import { isOnLadder, type Stage } from "./stages";

/** The weakest kind that meets the requirement alone; a stronger kind meets every lower requirement. */
export const EVIDENCE_REQUIREMENTS: Partial<Record<Stage, EvidenceKind>> = {
  SIGNALLED: "INTERNAL_NOTE",
  PLEDGED: "OFFICIAL_STATEMENT",
  COMMITTED: "NOTE_VERBALE",
  ALLOCATED: "BUDGET_DOCUMENT",
  DELIVERING: "BUDGET_DOCUMENT",
  FULFILLED: "BUDGET_DOCUMENT",
  DECLINED: "OFFICIAL_STATEMENT",
};

/** Two reports of different publishers together meet the requirement of PLEDGED. */
const TOGETHER: readonly EvidenceKind[] = ["INTERNAL_NOTE", "MEDIA_REPORT", "INTERVIEW"];

/** An unmet requirement: its refusal, and what it is about. */
export interface Missing {
  code: RefusalCode;
  stage: Stage;
  what:
    | "evidence"
    | "quantity"
    | "window"
    | "approval"
    | "delivery-report"
    | "condition"
    | "recipient-confirmation"
    | "limit";
  detail?: string;
  /** Id of the contribution. */
  line?: string;
}

/** Whether the evidence meets the stage's requirement on that day. Null: on any day, ignoring expiry. */
export function meetsRequirement(
  evidence: readonly Evidence[],
  stage: Stage,
  day: Day | null,
  timeZone: string,
): boolean {
  const inForce = evidence.filter((piece) => counts(piece) && holdsOn(piece, day, timeZone));
  return reaches(inForce, stage);
}

/**
 * The day from which the stage's requirement is no longer met because evidence expired or was retracted; it may be in
 * the future. Null: the requirement holds without end, or was never met.
 */
export function requirementLostOn(evidence: readonly Evidence[], stage: Stage, timeZone: string): Day | null {
  const ever = evidence.filter((piece) => piece.supports);
  if (!isOnLadder(stage) || !reaches(ever, stage)) return null;
  const ends = ever.map((piece) => evidenceEnd(piece, timeZone));
  const days = ends.filter((day) => day !== null).sort();
  return (
    days.find(
      (day) =>
        !reaches(
          ever.filter((_, i) => (ends[i] ?? "9999") > day),
          stage,
        ),
    ) ?? null
  );
}

/** Facts outside a pledge that its stages depend on. */
export interface StageFacts {
  /** Those that serve the pledge. */
  approvals: readonly Approval[];
  /** The other pledges of approvals with limits: the allocations of all of them count against a limit. */
  sharing: readonly Allocating[];
  deliveries: readonly Delivery[];
  /** The condition is true, or there is none. */
  actionable: boolean;
}

export const stageFactsOf = ({ approvals, sharing, deliveries, actionable }: StageFacts): StageFacts => ({
  approvals,
  sharing,
  deliveries,
  actionable,
});

export const NO_STAGE_FACTS: StageFacts = { approvals: [], sharing: [], deliveries: [], actionable: true };

/** The stage's requirements other than evidence. `today`: null before any mandate ends. */
export function missingAt(
  pledge: Pledge,
  stage: Stage,
  facts: StageFacts,
  today: Day | null = null,
): Missing[] {
  const { approvals, deliveries, actionable } = facts;
  if (stage === "ALLOCATED") {
    const open = approvals.filter((approval) => !isSettled(statusOn(approval, today)));
    return [
      ...(pledge.contributions.every(isSized) && pledge.contributions.length > 0
        ? []
        : [missing("quantity-missing", stage, "quantity")]),
      ...(hasWindows(pledge) ? [] : [missing("window-missing", stage, "window")]),
      ...open.map((approval) => missing("approval-open", stage, "approval", approval.body)),
    ];
  }
  if (stage === "DELIVERING")
    return [
      ...(deliveries.some((one) => isReported(one, pledge))
        ? []
        : [missing("evidence-missing", stage, "delivery-report")]),
      ...(actionable ? [] : [missing("condition-open", stage, "condition")]),
    ];
  if (stage === "FULFILLED")
    return pledge.contributions.length === 0
      ? [missing("evidence-missing", stage, "recipient-confirmation")]
      : unconfirmedLines(pledge, deliveries).map(({ id, kind }) => ({
          ...missing("evidence-missing", stage, "recipient-confirmation", kind),
          line: id,
        }));
  return [];
}

/** For a change that would allocate more than mandates allow. */
export const missingLimits = (exceeded: readonly Excess[]): Missing[] =>
  exceeded.map(({ approval, measure, limit }) =>
    missing("mandate-exceeded", "ALLOCATED", "limit", `${limit} ${measure} ${approval.body}`),
  );

export function missing(code: RefusalCode, stage: Stage, what: Missing["what"], detail?: string): Missing {
  return detail === undefined ? { code, stage, what } : { code, stage, what, detail };
}

function reaches(inForce: readonly Evidence[], stage: Stage): boolean {
  const least = EVIDENCE_REQUIREMENTS[stage];
  if (least === undefined) return true;
  if (inForce.some((piece) => strengthOf(piece.kind) >= strengthOf(least))) return true;
  if (stage !== "PLEDGED") return false;
  const publishers = inForce
    .filter((piece) => TOGETHER.includes(piece.kind))
    .map((piece) => piece.source.publisher);
  return new Set(publishers.map((name) => name.trim().toLowerCase())).size >= 2;
}

function holdsOn(piece: Evidence, day: Day | null, timeZone: string): boolean {
  if (day === null) return true;
  const end = evidenceEnd(piece, timeZone);
  return end === null || end > day;
}

const isSized = (line: Pledge["contributions"][number]): boolean =>
  !leavesOpen(line.quantity) || line.money !== null;

/** Each contribution has a window: its own, or the pledge's. */
function hasWindows(pledge: Pledge): boolean {
  if (pledge.windowStart !== null || pledge.windowEnd !== null) return true;
  return (
    hasWindow(pledge) &&
    pledge.contributions.every((line) => line.availableFrom !== null || line.availableTo !== null)
  );
}
