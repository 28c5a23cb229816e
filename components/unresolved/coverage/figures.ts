// Figures of the matrix for its sentence and its legend.
import type { Coverage, CoverageCell } from "@/lib/domain/unresolved/matrix";
import { PRIORITIES, type Priority } from "@/lib/domain/base/priority";

export interface CoverageFigures {
  positions: number;
  positionsWithout: number;
  /** Participants with expected positions, none of them stated. */
  silent: string[];
  /** Items of pledges: in all, and on the priority that has most. */
  onPledges: number;
  heaviest: { priority: Priority; items: number } | null;
  /** Stated cells by their number of items: 0 to 4, then 5 and more. */
  ramp: readonly number[];
  declined: number;
}

export function coverageFigures({ cells }: Coverage): CoverageFigures {
  const expected = cells.filter((cell) => cell.expected);
  const without = expected.filter((cell) => cell.position === "NONE");
  const silent = [...new Set(without.map((cell) => cell.participant))].filter((code) =>
    expected.every((cell) => cell.participant !== code || cell.position === "NONE"),
  );
  const items = PRIORITIES.map((priority) => ({
    priority,
    items: sum(cells.filter((cell) => cell.priority === priority).map(itemsOfPledges)),
  }));
  const heaviest = items.reduce((most, one) => (one.items > most.items ? one : most));
  return {
    positions: expected.length,
    positionsWithout: without.length,
    silent,
    onPledges: sum(items.map((one) => one.items)),
    heaviest: heaviest.items === 0 ? null : heaviest,
    ramp: [0, 1, 2, 3, 4, 5].map(
      (step) => cells.filter((cell) => isStated(cell) && rampOf(cell) === step).length,
    ),
    declined: cells.filter((cell) => cell.position === "DECLINED").length,
  };
}

/** It has a pledge that is open or fulfilled. */
export const isStated = ({ position }: CoverageCell): boolean => position === "OPEN" || position === "CLOSED";

/** The step of the ramp: 5 means five or more. */
export const rampOf = ({ unresolved }: CoverageCell): number => Math.min(unresolved, 5);

/** A missing pledge is one item of the cell, and of no pledge. */
export const isMissing = ({ position, expected }: CoverageCell): boolean => expected && position === "NONE";

const itemsOfPledges = (cell: CoverageCell): number => cell.unresolved - (isMissing(cell) ? 1 : 0);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
