// The past in order: every step of every pledge by its moment, and what became known of the triggers.
import type { Coalition, GivenPledge, GivenStep, GivenTrigger } from "./coalition";
import { needsAndOffers, type NeedMove, type OfferMove } from "./offers";

export type SeedMove = PledgeMove | TriggerMove | NeedMove | OfferMove;
export interface PledgeMove {
  at: string;
  pledge: GivenPledge;
  step: GivenStep;
}
/** In the evening of the day from which its state applies. */
export interface TriggerMove {
  at: string;
  trigger: GivenTrigger;
}

export function timelineOf({
  pledges,
  triggers,
  requirements,
}: Pick<Coalition, "pledges" | "triggers" | "requirements">): SeedMove[] {
  const steps = pledges
    .filter((pledge) => !pledge.afterDemoClock)
    .flatMap((pledge) => pledge.steps.map((step) => ({ at: step.at, pledge, step })));
  const known = triggers.map((trigger) => ({ at: `${trigger.since}T20:30:00Z`, trigger }));
  const needed = needsAndOffers({ pledges, requirements });
  return [...steps, ...known, ...needed].sort((a, b) => compare(a.at, b.at) || compare(nameOf(a), nameOf(b)));
}

function nameOf(move: SeedMove): string {
  if ("need" in move) return move.need.key;
  if ("offer" in move) return `${move.offer.requirement} ${move.offer.pledge}`;
  return "trigger" in move ? move.trigger.code : move.pledge.key;
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
