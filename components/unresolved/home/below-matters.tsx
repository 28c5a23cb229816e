import type { CoverageCell } from "@/lib/domain/unresolved/matrix";
import { LatelyAndNext, type LatelyGiven } from "./lately";
import { PriorityReaches } from "./reach";

/** What stands on a manager's first page below what matters. */
export interface Below extends Pick<LatelyGiven, "lately"> {
  cells: readonly CoverageCell[];
}

export function BelowMatters({ below, ...given }: Omit<LatelyGiven, "lately"> & { below: Below }) {
  return (
    <>
      <PriorityReaches cells={below.cells} />
      <LatelyAndNext lately={below.lately} {...given} />
    </>
  );
}
