// Which single open thing holds back what, once more: each leaf is set, alone, and everything is counted again.
import type { Leaf, Truth } from "@/lib/domain/pledge/condition";
import type { Keystone, WaitingPledge } from "@/lib/domain/conditions/keystone";
import type { Reading } from "@/lib/domain/conditions/without-inferred";
import { nameOf } from "./cycles";
import { read } from "./reading";
import { decidingByTrying, leavesIn } from "./trying";
import { RUNGS } from "./waiting";

interface World {
  truthOf: (leaf: Leaf) => Truth;
  isDormant: (leaf: Leaf) => boolean;
}

/** In the order of their names. Successors are followed already. */
export function keystonesByTrying(
  pledges: readonly WaitingPledge[],
  { truthOf, isDormant }: World,
  reading: Reading = "with",
): Keystone[] {
  const waiting = pledges.map((one) => ({ ...one, ...read(one.condition, reading) }));
  const open = new Map(
    waiting.flatMap(({ counting }) =>
      counting.filter((leaf) => truthOf(leaf) !== true).map((leaf) => [nameOf(leaf), leaf]),
    ),
  );
  return [...open.values()].map((leaf) => {
    const means = (one: Leaf): boolean => follows(leaf, one);
    const named = waiting.filter(({ counting }) => counting.some(means));
    const namesOf = (some: typeof waiting): string[] => some.map(({ reference }) => reference).sort();
    const starts = (truth: (one: Leaf) => Truth): typeof waiting =>
      named.filter(({ value }) => value(truth) === 2);
    const isGiven = (one: Leaf): boolean => "approval" in one || isDormant(one);
    const before = starts(truthOf);
    const assumedBefore = starts((one) => (isGiven(one) && !means(one)) || truthOf(one));
    const { basis: _basis, evidence: _evidence, ...bare } = leaf;
    return {
      leaf: bare,
      ...{ truth: truthOf(leaf), isDormant: isDormant(leaf), named: namesOf(named) },
      inferred: namesOf(
        named.filter(({ counting }) => counting.filter(means).every(({ basis }) => basis === "INFERRED")),
      ),
      participants: [...new Set(named.map(({ participant }) => participant))].sort(),
      // Where it is false, so is what could not be without it.
      necessary: namesOf(
        named.filter(({ couldBeTrue }) => !couldBeTrue((one) => (follows(one, leaf) ? false : undefined))),
      ),
      frees: namesOf(starts((one) => means(one) || truthOf(one)).filter((one) => !before.includes(one))),
      freesAssumed: namesOf(
        starts((one) => means(one) || isGiven(one) || truthOf(one)).filter(
          (one) => !assumedBefore.includes(one),
        ),
      ),
    };
  });
}

/** What would decide for these pledges with the leaf set and all dormant triggers met, and for how many of them. */
export function hindrancesByTrying(
  leaf: Leaf,
  named: readonly WaitingPledge[],
  { truthOf, isDormant }: World,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { condition } of named) {
    const leaves = leavesIn(condition);
    const truths = leaves.map((one) => follows(leaf, one) || isDormant(one) || truthOf(one));
    const wanted = decidingByTrying(condition, truths);
    const deciding = leaves.filter((_, place) => wanted[place] !== null).map(nameOf);
    for (const name of new Set(deciding)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** Once the first is true, so is the other: the same, or the same pledge at a lower stage. */
const follows = (first: Leaf, other: Leaf): boolean =>
  "pledge" in first && "pledge" in other
    ? first.pledge === other.pledge && RUNGS.indexOf(other.atLeast) <= RUNGS.indexOf(first.atLeast)
    : nameOf(first) === nameOf(other);
