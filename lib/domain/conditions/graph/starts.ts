// Which pledges can start, as it is and as supposed, and what keeps the others.
import {
  atomsOf,
  decidingLeaves,
  isActionable,
  leafKey,
  withoutGrounds,
  type Condition,
  type TruthOf,
} from "../../pledge/condition";
import type { KeystoneContext, KeystoneHindrance } from "../keystone";
import type { GraphSource, DependencyGraph } from "./graph";
import { supposing, type Supposition } from "./suppose";

export interface Starts {
  truthOf: TruthOf;
  now: (condition: Condition) => boolean;
  then: (condition: Condition) => boolean;
  byLast: (condition: Condition) => boolean;
}

export function startsBy(context: KeystoneContext, suppose: readonly Supposition[]): Starts {
  const truthOf = supposing(context, suppose);
  const before = supposing(context, suppose.slice(0, -1));
  const then = (condition: Condition): boolean => isActionable(condition, truthOf);
  return {
    truthOf,
    now: onceEach((condition) => isActionable(condition, context.truthOf)),
    then: onceEach(then),
    byLast: onceEach((condition) => then(condition) && !isActionable(condition, before)),
  };
}

/** Asks once for each object: equal conditions are one object. */
export function onceEach<Answer>(answer: (condition: Condition) => Answer): (condition: Condition) => Answer {
  const known = new Map<Condition, Answer>();
  return (condition) => {
    const found = known.has(condition) ? (known.get(condition) as Answer) : answer(condition);
    known.set(condition, found);
    return found;
  };
}

export function* startingAmong(
  pledges: GraphSource["pledges"],
  { now, then, byLast }: Starts,
): Generator<void, Pick<DependencyGraph, "startingNow" | "starting" | "freed">> {
  const found = { startingNow: 0, starting: 0, freed: [] as string[] };
  for (const { reference, condition } of pledges) {
    yield;
    found.startingNow += Number(now(condition));
    found.starting += Number(then(condition));
    if (byLast(condition)) found.freed.push(reference);
  }
  return found;
}

/** What keeps pledges from starting, as supposed. */
export function* holdingBack(
  pledges: GraphSource["pledges"],
  { truthOf, then }: Starts,
): Generator<void, Pick<DependencyGraph, "holding" | "held">> {
  const found = new Map<string, KeystoneHindrance>();
  const deciding = onceEach((condition) =>
    atomsOf({ all: decidingLeaves(condition, truthOf).map(({ leaf }) => leaf) }).map(
      (leaf) => [leafKey(leaf), leaf] as const,
    ),
  );
  let held = 0;
  for (const { condition } of pledges) {
    yield;
    if (then(condition)) continue;
    held += 1;
    for (const [key, leaf] of deciding(condition)) {
      const known = found.get(key);
      if (known) known.pledges += 1;
      else found.set(key, { leaf: withoutGrounds(leaf), pledges: 1 });
    }
  }
  const holding = [...found]
    .sort(([a, one], [b, other]) => other.pledges - one.pledges || (a < b ? -1 : 1))
    .map(([, one]) => one);
  return { holding, held };
}
