// Which pledges can start, as it is and as supposed, and what keeps the others.
import {
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

export function startsBy(world: KeystoneContext, suppose: readonly Supposition[]): Starts {
  const truthOf = supposing(world, suppose);
  const before = supposing(world, suppose.slice(0, -1));
  const then = (condition: Condition): boolean => isActionable(condition, truthOf);
  return {
    truthOf,
    now: onceEach((condition) => isActionable(condition, world.truthOf)),
    then: onceEach(then),
    byLast: onceEach((condition) => then(condition) && !isActionable(condition, before)),
  };
}

/** Equal conditions are one object. */
export function onceEach<Answer>(answer: (condition: Condition) => Answer): (condition: Condition) => Answer {
  const known = new Map<Condition, Answer>();
  return (condition) => {
    const found = known.has(condition) ? (known.get(condition) as Answer) : answer(condition);
    known.set(condition, found);
    return found;
  };
}

/** Of the pledges that can't start, as supposed. */
export function holdingBack(
  asked: GraphSource["pledges"],
  { truthOf, then }: Starts,
): Pick<DependencyGraph, "holding" | "held"> {
  const found = new Map<string, KeystoneHindrance>();
  const deciding = onceEach((condition) => decidingLeaves(condition, truthOf));
  const held = asked.filter(({ condition }) => !then(condition));
  for (const { condition } of held)
    for (const key of new Set(deciding(condition).map(({ leaf }) => leafKey(leaf)))) {
      const leaf = deciding(condition).find((one) => leafKey(one.leaf) === key)?.leaf;
      if (leaf === undefined) continue;
      found.set(key, { leaf: withoutGrounds(leaf), pledges: (found.get(key)?.pledges ?? 0) + 1 });
    }
  const holding = [...found]
    .sort(([a, one], [b, other]) => other.pledges - one.pledges || (a < b ? -1 : 1))
    .map(([, one]) => one);
  return { holding, held: held.length };
}
