import { compareTexts } from "../base/listing";
import { isActionable } from "../pledge/condition";
import { truthIn, withTriggerMet } from "../conditions/leaf-facts";
import type { Day } from "../base/day";
import { sameLinesIn, unitsOf, type UnitOf } from "../pledge/same-as";
import type { Offer } from "../requirements/offer";
import type { Requirement } from "../requirements/requirement";
import type { PledgeWithLines } from "../requirements/requirement-details";
import type { Snapshot } from "./snapshot";
import { contextIn, indexOf } from "./snapshot-index";

export const requirementsIn = (snapshot: Snapshot): Requirement[] =>
  [...snapshot.requirement.values()].sort((a, b) => compareTexts(a.reference, b.reference));

/** All offers ever made for these, oldest first. */
export function offersFor(
  snapshot: Snapshot,
  requirements: readonly Pick<Requirement, "reference">[],
): Offer[] {
  const references = new Set(requirements.map(({ reference }) => reference));
  return [...snapshot.offer.values()]
    .filter(({ requirement }) => references.has(requirement))
    .sort((a, b) => compareTexts(a.createdAt, b.createdAt) || compareTexts(a.id, b.id));
}

/** The unit that each line names. */
export const unitsIn = (snapshot: Snapshot): UnitOf => unitsOf(sameLinesIn(snapshot.pledge.values()));

/** The facts about a pledge that its offers need. `met`: a trigger that is supposed to be met. */
export const pledgesOffered = (
  snapshot: Snapshot,
  references: readonly string[],
  { met, day }: { met: string | null; day: Day },
): PledgeWithLines[] =>
  references.flatMap((reference) => {
    const pledge = indexOf(snapshot).pledges.get(reference);
    if (!pledge) return [];
    const { participant, priority, title, stage, voided, windowStart, windowEnd, contributions } = pledge;
    const truthOf = truthIn(contextIn(snapshot, pledge).facts, day);
    return [
      {
        ...{ reference, participant, priority, title, stage, voided, windowStart, windowEnd, contributions },
        actionable: isActionable(pledge.condition, truthOf),
        actionableIfMet: isActionable(pledge.condition, withTriggerMet(truthOf, met)),
      },
    ];
  });
