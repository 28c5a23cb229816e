// The cell of the matrix: one position from a participant's pledges on one priority.
import { positionsOf } from "../pledge/link";
import type { Pledge } from "../pledge/pledge";
import { isOpen, isOnLadder, rungOf, type LadderStage } from "../pledge/stages";

export const POSITIONS = ["OPEN", "CLOSED", "DECLINED", "NONE"] as const;
export type Position = (typeof POSITIONS)[number];

type StagedPledge = Pick<Pledge, "stage" | "voided">;

/** OPEN (also SUSPENDED) outranks CLOSED (FULFILLED), then DECLINED (or WITHDRAWN), then NONE. */
export function positionOf(pledges: readonly StagedPledge[]): Position {
  const stages = pledges.filter((pledge) => pledge.voided === null).map((pledge) => pledge.stage);
  if (stages.some((stage) => isOpen(stage) || stage === "SUSPENDED")) return "OPEN";
  if (stages.includes("FULFILLED")) return "CLOSED";
  return stages.some((stage) => stage === "DECLINED" || stage === "WITHDRAWN") ? "DECLINED" : "NONE";
}

export function highestStageOf(pledges: readonly StagedPledge[]): LadderStage | null {
  return pledges
    .filter((pledge) => pledge.voided === null)
    .map((pledge) => pledge.stage)
    .filter(isOnLadder)
    .reduce<LadderStage | null>(
      (best, stage) => (best === null || rungOf(stage) > rungOf(best) ? stage : best),
      null,
    );
}

/** The participants whose position a change may move. */
export function movedPositions(before: Pledge | null, after: Pledge): string[] {
  const whose = new Set([...(before ? positionsOf(before) : []), ...positionsOf(after)]);
  const given = (pledge: Pledge | null, participant: string): Position =>
    positionOf(pledge && positionsOf(pledge).includes(participant) ? [pledge] : []);
  return [...whose].filter((one) => given(before, one) !== given(after, one));
}
