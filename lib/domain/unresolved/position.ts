// The cell of the matrix: one position from a participant's pledges on one priority.
import type { Pledge } from "../pledge/pledge";
import { isOpen, isOnLadder, rungOf, type LadderStage } from "../pledge/stages";

export const POSITIONS = ["OPEN", "CLOSED", "DECLINED", "NONE"] as const;
export type Position = (typeof POSITIONS)[number];

type Standing = Pick<Pledge, "stage" | "voided">;

/** OPEN (also SUSPENDED) outranks CLOSED (FULFILLED), then DECLINED (or WITHDRAWN), then NONE. */
export function positionOf(pledges: readonly Standing[]): Position {
  const stages = pledges.filter((pledge) => pledge.voided === null).map((pledge) => pledge.stage);
  if (stages.some((stage) => isOpen(stage) || stage === "SUSPENDED")) return "OPEN";
  if (stages.includes("FULFILLED")) return "CLOSED";
  return stages.some((stage) => stage === "DECLINED" || stage === "WITHDRAWN") ? "DECLINED" : "NONE";
}

export function highestStageOf(pledges: readonly Standing[]): LadderStage | null {
  return pledges
    .filter((pledge) => pledge.voided === null)
    .map((pledge) => pledge.stage)
    .filter(isOnLadder)
    .reduce<LadderStage | null>(
      (best, stage) => (best === null || rungOf(stage) > rungOf(best) ? stage : best),
      null,
    );
}
