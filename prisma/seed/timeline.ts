// The record's past in order: every step of every pledge by its moment.
import type { Coalition, GivenPledge, GivenStep } from "./coalition";

export interface Move {
  pledge: GivenPledge;
  step: GivenStep;
}

export function timelineOf({ pledges }: Pick<Coalition, "pledges">): Move[] {
  return pledges
    .filter((pledge) => !pledge.afterDemoClock)
    .flatMap((pledge) => pledge.steps.map((step) => ({ pledge, step })))
    .sort((a, b) => compare(a.step.at, b.step.at) || compare(a.pledge.key, b.pledge.key));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
