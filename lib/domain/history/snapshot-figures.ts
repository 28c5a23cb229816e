// The counts of the navigation, from a snapshot.
import { compareTexts } from "../base/listing";
import type { Day } from "../base/day";
import type { Snapshot } from "./snapshot";
import { itemsOn } from "./snapshot-items";
import { isCounted } from "../unresolved/reasons";
import { isAboutRecord } from "../proposals/account";
import type { RegisterFigures } from "../unresolved/figures";
import type { Baseline } from "../oversight/baseline";

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
    (a, b) =>
      compareTexts(b.asOf, a.asOf) || compareTexts(b.createdAt, a.createdAt) || compareTexts(a.id, b.id),
  );
