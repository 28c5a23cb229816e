// How far each priority is covered: the participants expected on it, by the furthest stage of their pledges.
import { PRIORITIES, type Priority } from "../../base/priority";
import { atLeast } from "../../pledge/stages";
import type { CoverageCell } from "../matrix";

/** From furthest to nothing. */
export const REACHES = ["firm", "conditional", "indicative", "words", "declined", "none"] as const;
export type Reached = (typeof REACHES)[number];

export interface PriorityReach {
  priority: Priority;
  counts: Record<Reached, number>;
}

/** For expected positions. Suspended pledges alone reach nothing. */
export function reachByPriority(cells: readonly CoverageCell[]): PriorityReach[] {
  return PRIORITIES.map((priority) => {
    const reached = cells.filter((cell) => cell.expected && cell.priority === priority).map(reachOf);
    return { priority, counts: countsOf((reach) => reached.filter((one) => one === reach).length) };
  });
}

/** The same of all priorities. */
export const reachInAll = (rows: readonly PriorityReach[]): Record<Reached, number> =>
  countsOf((reach) => rows.reduce((sum, { counts }) => sum + counts[reach], 0));

function reachOf({ position, highestStage }: CoverageCell): Reached {
  if (position === "DECLINED") return "declined";
  if (position === "NONE" || highestStage === null) return "none";
  if (atLeast(highestStage, "ALLOCATED")) return "firm";
  if (highestStage === "COMMITTED") return "conditional";
  return highestStage === "PLEDGED" ? "indicative" : "words";
}

const countsOf = (count: (reach: Reached) => number): Record<Reached, number> =>
  Object.fromEntries(REACHES.map((reach) => [reach, count(reach)])) as Record<Reached, number>;
