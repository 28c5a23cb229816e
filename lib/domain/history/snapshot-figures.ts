// The counts of the navigation, from a snapshot.
import type { Day } from "../base/day";
import type { Snapshot } from "./snapshot";
import { isCounted, itemsOn } from "./snapshot-items";
import { isAboutRecord } from "../proposals/account";
import type { RegisterFigures } from "../unresolved/figures";
import type { Baseline } from "../people/person";

/** `email`: the person whose own items are counted separately. */
export function figuresIn(world: Snapshot, email: string, day: Day): RegisterFigures {
  const counted = itemsOn(world, day).filter((item) => isCounted(item.class));
  const count = <T>(records: Iterable<T>, which: (record: T) => boolean): number =>
    [...records].filter(which).length;
  return {
    unresolved: counted.length,
    own: counted.filter(({ owner }) => owner === email).length,
    pledges: count(world.pledge.values(), ({ voided }) => voided === null),
    participants: world.participant.size,
    sources: world.source.size,
    conditions: count(
      world.trigger.values(),
      ({ waiting, state }) => waiting === "BLOCKING" && state !== "MET",
    ),
    review: count([...world.proposal.values()].filter(isAboutRecord), ({ status }) => status === "OPEN"),
    baseline: baselinesIn(world)[0]?.name ?? null,
  };
}

/** Latest moment first. */
export const baselinesIn = (world: Snapshot): Baseline[] =>
  [...world.baseline.values()].sort(
    (a, b) => compare(b.asOf, a.asOf) || compare(b.createdAt, a.createdAt) || compare(a.id, b.id),
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
