// Pledges that wait for each other, once more: by reachability, and by every way the world outside may go.
import type { Condition, Leaf, Truth } from "@/lib/domain/pledge/condition";
import type { Cycle, WaitingOn } from "@/lib/domain/conditions/deadlock";
import { lastOf } from "./days";
import { couldBeTrue, leavesIn } from "./trying";

/** Successors are followed already. */
export function cyclesByTrying(pledges: readonly WaitingOn[], truthOf: (leaf: Leaf) => Truth): Cycle[] {
  const reach = reachable(pledges);
  const names = pledges.map(({ reference }) => reference).sort();
  const circular = names.filter((name) => reach.get(name)?.has(name));
  const together = (name: string) =>
    circular.filter(
      (other) => other === name || (reach.get(name)?.has(other) && reach.get(other)?.has(name)),
    );
  return circular
    .map(together)
    .filter((members, index) => members[0] === circular[index])
    .map((members) => {
      const own = pledges.filter(({ reference }) => members.includes(reference));
      const participants = [...new Set(own.map(({ participant }) => participant))].sort();
      const isShut = own.every(({ condition }) => !canOpen(condition, members, truthOf));
      return {
        ...{ pledges: members, participants },
        isDeadlock: participants.length > 1 && isShut,
        since: lastOf(...own.map(({ conditionSetOn }) => conditionSetOn)),
      };
    });
}

/** By one edge more each time, until there is no more to reach. */
function reachable(pledges: readonly WaitingOn[]): Map<string, Set<string>> {
  const known = new Set(pledges.map(({ reference }) => reference));
  const edges = new Map(
    pledges.map(({ reference, condition }) => [
      reference,
      leavesIn(condition).flatMap((leaf) =>
        "pledge" in leaf && known.has(leaf.pledge) ? [leaf.pledge] : [],
      ),
    ]),
  );
  const reach = new Map([...edges].map(([from, to]) => [from, new Set(to)]));
  for (let grew = true; grew;) {
    grew = false;
    for (const set of reach.values())
      for (const next of [...set].flatMap((name) => edges.get(name) ?? []))
        if (!set.has(next)) {
          set.add(next);
          grew = true;
        }
  }
  return reach;
}

const canOpen = (condition: Condition, members: readonly string[], truthOf: (leaf: Leaf) => Truth): boolean =>
  couldBeTrue(condition, (leaf) =>
    "pledge" in leaf && members.includes(leaf.pledge) ? truthOf(leaf) : undefined,
  );
