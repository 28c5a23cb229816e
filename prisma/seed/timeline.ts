// The past in order: every step of every pledge by its moment, and what became known of the triggers.
import type { Coalition, GivenFinding, GivenPledge, GivenStep, GivenTrigger } from "./coalition";
import { needsAndOffers, type NeedMove, type OfferMove } from "./offers";

export type SeedMove = PledgeMove | TriggerMove | NeedMove | OfferMove | FindingMove;
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

/** A finding is noted, or answered. */
export interface FindingMove {
  at: string;
  finding: GivenFinding;
  does: "note" | "answer";
}

export function timelineOf({
  pledges,
  triggers,
  requirements,
  findings,
}: Pick<Coalition, "pledges" | "triggers" | "requirements" | "findings">): SeedMove[] {
  const steps = pledges
    .filter((pledge) => !pledge.afterDemoClock)
    .flatMap((pledge) => pledge.steps.map((step) => ({ at: step.at, pledge, step })));
  const known = triggers.map((trigger) => ({ at: `${trigger.since}T20:30:00Z`, trigger }));
  const needed = needsAndOffers({ pledges, requirements });
  const found = findings.flatMap((finding): FindingMove[] => [
    { at: finding.at, finding, does: "note" },
    { at: finding.answer.at, finding, does: "answer" },
  ]);
  return [...steps, ...known, ...needed, ...found].sort(
    (a, b) => compare(a.at, b.at) || compare(nameOf(a), nameOf(b)),
  );
}

function nameOf(move: SeedMove): string {
  if ("need" in move) return move.need.key;
  if ("finding" in move) return move.finding.text;
  if ("offer" in move) return `${move.offer.requirement} ${move.offer.pledge}`;
  return "trigger" in move ? move.trigger.code : move.pledge.key;
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
