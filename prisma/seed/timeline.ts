// The record's past in order: every step of every pledge by its moment, proposals folded into their acceptance.
import type { Coalition, GivenPledge, GivenStep } from "./coalition";

export interface Move {
  pledge: GivenPledge;
  step: GivenStep;
}

/**
 * Proposals aren't kept yet: the manager's acceptance is the step, with the reason and the evidence that were
 * proposed.
 */
export function timelineOf({ pledges }: Pick<Coalition, "pledges">): Move[] {
  return pledges
    .filter((pledge) => !pledge.afterDemoClock)
    .flatMap((pledge) => stepsTaken(pledge.steps).map((step) => ({ pledge, step })))
    .sort((a, b) => compare(a.step.at, b.step.at) || compare(a.pledge.key, b.pledge.key));
}

function stepsTaken(steps: readonly GivenStep[]): GivenStep[] {
  return steps
    .map((step, index) => (step.act === "accept" ? accepted(steps.slice(0, index), step) : step))
    .filter((step) => step.act !== "propose");
}

function accepted(earlier: readonly GivenStep[], step: GivenStep): GivenStep {
  const proposal = earlier.findLast((one) => one.act === "propose" && one.do === step.do);
  if (!proposal) throw new Error(`nothing was proposed before ${step.do} at ${step.at}`);
  const { reason, evidence } = proposal;
  return { ...step, ...(reason && { reason }), ...(evidence && { evidence }) };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
