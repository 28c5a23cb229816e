// The whole coalition at a glance: one cell for every participant and priority.
import type { Position } from "./position";
import type { LadderStage } from "./stages";

export interface CoverageCell {
  participant: string;
  priority: number;
  position: Position;
  /** Whether NO_PLEDGE could arise here. */
  expected: boolean;
  highestStage: LadderStage | null;
  /** How many pledges, voided ones aside. */
  pledges: number;
  /** Counted items. */
  unresolved: number;
  dormant: number;
}

export interface Coverage {
  cells: CoverageCell[];
  /** Counted items. */
  totals: { participants: Record<string, number>; priorities: Record<string, number>; counted: number };
}
