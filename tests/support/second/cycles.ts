// Pledges that wait for each other, once more: by reachability, and by every way the world outside may go.
import type { Leaf, Truth } from "@/lib/domain/pledge/condition";
import type { Cycle, WaitingOn } from "@/lib/domain/conditions/deadlock";
import type { Reading } from "@/lib/domain/conditions/without-inferred";
import { lastOf } from "./days";
import { read, type Read } from "./reading";
import { leavesIn } from "./trying";
import { RUNGS } from "./waiting";

interface Node extends WaitingOn {
  read: Read;
}

/** Successors are followed already. */
export function cyclesByTrying(
  pledges: readonly WaitingOn[],
  truthOf: (leaf: Leaf) => Truth,
  reading: Reading = "with",
): Cycle[] {
  const nodes = pledges.map((one): Node => ({ ...one, read: read(one.condition, reading) }));
  const reach = reachable(nodes);
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
      const own = nodes.filter(({ reference }) => members.includes(reference));
      const participants = [...new Set(own.map(({ participant }) => participant))].sort();
      const isInside = (leaf: Leaf): boolean => "pledge" in leaf && members.includes(leaf.pledge);
      const isShut = own.every(
        (one) => !one.read.couldBeTrue((leaf) => (isInside(leaf) ? truthOf(leaf) : undefined)),
      );
      return {
        ...{ pledges: members, participants },
        isDeadlock: participants.length > 1 && isShut,
        since: lastOf(...own.map(({ conditionSetOn }) => conditionSetOn)),
      };
    });
}

/** By one edge more each time, until there is no more to reach. */
function reachable(nodes: readonly Node[]): Map<string, Set<string>> {
  const known = new Set(nodes.map(({ reference }) => reference));
  const edges = new Map(
    nodes.map(({ reference, read: { counting } }) => [
      reference,
      counting.flatMap((leaf) => ("pledge" in leaf && known.has(leaf.pledge) ? [leaf.pledge] : [])),
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

/** Without which outside leaf none of its pledges could start, whatever else happens outside. */
export function openersByTrying(
  { pledges, isDeadlock }: Cycle,
  waiting: readonly WaitingOn[],
  truthOf: (leaf: Leaf) => Truth,
): string[] {
  if (isDeadlock) return [];
  const own = waiting.filter(({ reference }) => pledges.includes(reference));
  const isInside = (leaf: Leaf): boolean => "pledge" in leaf && pledges.includes(leaf.pledge);
  const outside = own
    .flatMap(({ condition }) => read(condition, "with").leaves)
    .filter((leaf) => !isInside(leaf) && truthOf(leaf) !== true);
  const names = [...new Set(outside.map(nameOf))];
  return names.filter((name) =>
    own.every(
      ({ condition }) =>
        !read(condition, "with").couldBeTrue((leaf) =>
          isInside(leaf) ? truthOf(leaf) : nameOf(leaf) === name ? false : undefined,
        ),
    ),
  );
}

/** Every way one may wait for another, with the best word that is said for it. */
export const edgesByTrying = ({ pledges }: Cycle, waiting: readonly WaitingOn[]): string[] =>
  waiting.flatMap(({ reference: from, condition }) =>
    pledges.flatMap((to) =>
      RUNGS.flatMap((atLeast) => {
        const said = leavesIn(condition).filter(
          (leaf) => "pledge" in leaf && leaf.pledge === to && leaf.atLeast === atLeast,
        );
        if (!pledges.includes(from) || said.length === 0) return [];
        const bases = said.map(({ basis }) => basis ?? null);
        const basis = (["STATED", "REPORTED", null] as const).find((one) => bases.includes(one));
        return JSON.stringify({ from, to, atLeast, basis: basis === undefined ? "INFERRED" : basis });
      }),
    ),
  );

/** What a leaf is about, no matter who says so. */
export const nameOf = (leaf: Leaf): string =>
  JSON.stringify(
    "trigger" in leaf ? [leaf.trigger] : "approval" in leaf ? [leaf.approval] : [leaf.pledge, leaf.atLeast],
  );
