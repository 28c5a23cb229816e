// The counts of the navigation, from a snapshot.
import type { Day } from "../base/day";
import type { Snapshot } from "./snapshot";
import { isCounted, itemsOn } from "./snapshot-items";
import { isAboutRecord } from "../proposals/account";
import type { RegisterFigures } from "../unresolved/figures";
import type { Baseline } from "../people/person";

export function figuresIn(world: Snapshot, day: Day): RegisterFigures {
  const count = <T>(records: Iterable<T>, which: (record: T) => boolean): number =>
    [...records].filter(which).length;
  return {
    unresolved: itemsOn(world, day).filter((item) => isCounted(item.class)).length,
    pledges: count(world.pledge.values(), ({ voided }) => voided === null),
    participants: world.participant.size,
    sources: world.source.size,
    review: count([...world.proposal.values()].filter(isAboutRecord), ({ status }) => status === "OPEN"),
  };
}

/** Latest moment first. */
export const baselinesIn = (world: Snapshot): Baseline[] =>
  [...world.baseline.values()].sort(
    (a, b) => compare(b.asOf, a.asOf) || compare(b.createdAt, a.createdAt) || compare(a.id, b.id),
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
