// The counts of the navigation, from a snapshot.
import { compareTexts } from "../base/listing";
import type { Day } from "../base/day";
import type { Snapshot } from "./snapshot";
import { itemsOn } from "./snapshot-items";
import { isCounted } from "../unresolved/reasons";
import { isAboutRecord } from "../proposals/account";
import type { RegisterFigures } from "../unresolved/figures";
import type { Baseline } from "../oversight/baseline";

export function figuresIn(snapshot: Snapshot, day: Day): RegisterFigures {
  const count = <T>(records: Iterable<T>, which: (record: T) => boolean): number =>
    [...records].filter(which).length;
  return {
    unresolved: itemsOn(snapshot, day).filter((item) => isCounted(item.class)).length,
    pledges: count(snapshot.pledge.values(), ({ voided }) => voided === null),
    participants: snapshot.participant.size,
    sources: snapshot.source.size,
    review: count([...snapshot.proposal.values()].filter(isAboutRecord), ({ status }) => status === "OPEN"),
  };
}

/** Latest moment first. */
export const baselinesIn = (snapshot: Snapshot): Baseline[] =>
  [...snapshot.baseline.values()].sort(
    (a, b) =>
      compareTexts(b.asOf, a.asOf) || compareTexts(b.createdAt, a.createdAt) || compareTexts(a.id, b.id),
  );
