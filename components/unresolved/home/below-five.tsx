import { LatelyAndNext, type LatelyGiven } from "./lately";
import { PriorityReaches } from "./reach";

export function BelowFive(given: LatelyGiven) {
  return (
    <>
      <PriorityReaches cells={given.below.cells} />
      <LatelyAndNext {...given} />
    </>
  );
}
