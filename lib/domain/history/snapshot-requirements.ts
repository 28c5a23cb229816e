import { isActionable } from "../pledge/condition";
import { truthIn } from "../conditions/leaf-facts";
import type { Offer } from "../requirements/offer";
import type { Pledge } from "../pledge/pledge";
import type { Requirement } from "../requirements/requirement";
import type { OfferedPledge } from "../requirements/requirement-coverage";
import type { Snapshot } from "./snapshot";
import { contextIn, indexOf } from "./snapshot-index";

export const requirementsIn = (world: Snapshot): Requirement[] =>
  [...world.requirement.values()].sort((a, b) => compare(a.reference, b.reference));

/** All offers ever made for these, oldest first. */
export function offersFor(world: Snapshot, requirements: readonly Pick<Requirement, "reference">[]): Offer[] {
  const asked = new Set(requirements.map(({ reference }) => reference));
  return [...world.offer.values()]
    .filter(({ requirement }) => asked.has(requirement))
    .sort((a, b) => compare(a.createdAt, b.createdAt) || compare(a.id, b.id));
}

/** The facts about a pledge that its offers need. */
export const pledgesOffered = (
  world: Snapshot,
  references: readonly string[],
): (OfferedPledge & Pick<Pledge, "contributions">)[] =>
  references.flatMap((reference) => {
    const pledge = indexOf(world).pledges.get(reference);
    if (!pledge) return [];
    const { participant, priority, title, stage, voided, condition, contributions } = pledge;
    const actionable = isActionable(condition, truthIn(contextIn(world, pledge).facts));
    return [{ reference, participant, priority, title, stage, voided, actionable, contributions }];
  });

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
