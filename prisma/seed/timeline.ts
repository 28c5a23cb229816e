// The record's past in order: every step of every pledge by its moment, and what became known of the triggers.
import type { Coalition, GivenPledge, GivenStep, GivenTrigger } from "./coalition";

export type Move = PledgeMove | TriggerMove;
export interface PledgeMove {
  at: string;
  pledge: GivenPledge;
  step: GivenStep;
}
/** In the evening of the day from which its state holds. */
export interface TriggerMove {
  at: string;
  trigger: GivenTrigger;
}

export function timelineOf({ pledges, triggers }: Pick<Coalition, "pledges" | "triggers">): Move[] {
  const steps = pledges
    .filter((pledge) => !pledge.afterDemoClock)
    .flatMap((pledge) => pledge.steps.map((step) => ({ at: step.at, pledge, step })));
  const known = triggers.map((trigger) => ({ at: `${trigger.since}T20:30:00Z`, trigger }));
  return [...steps, ...known].sort((a, b) => compare(a.at, b.at) || compare(nameOf(a), nameOf(b)));
}

const nameOf = (move: Move): string => ("trigger" in move ? move.trigger.code : move.pledge.key);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
