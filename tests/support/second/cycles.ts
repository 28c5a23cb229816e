// Pledges that wait for each other, once more: by every set of them, and every way the world outside of it may go.
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
  const shut = largest(setsOf(circularIn(nodes)).filter((set) => isOneCircle(set) && isShut(set, truthOf)));
  const inShut = new Set(shut.flat());
  const cycles = circlesIn(nodes).flatMap((circle) => {
    const rest = circle.filter((one) => !inShut.has(one));
    return rest.length === circle.length ? [circle] : circlesIn(rest);
  });
  return [
    ...shut.map((circle) => cycleOf(circle, true)),
    ...cycles.map((circle) => cycleOf(circle, false)),
  ].sort((one, other) => ((one.pledges[0] ?? "") < (other.pledges[0] ?? "") ? -1 : 1));
}

function cycleOf(circle: readonly Node[], shut: boolean): Cycle {
  const participants = [...new Set(circle.map(({ participant }) => participant))].sort();
  return {
    ...{ pledges: circle.map(({ reference }) => reference).sort(), participants },
    isDeadlock: shut && participants.length > 1,
    since: lastOf(...circle.map(({ conditionSetOn }) => conditionSetOn)),
  };
}

/** None of them could start, however all else turns out. */
const isShut = (set: readonly Node[], truthOf: (leaf: Leaf) => Truth): boolean =>
  set.every(
    (one) =>
      !one.read.couldBeTrue((leaf) =>
        "pledge" in leaf && set.some(({ reference }) => reference === leaf.pledge)
          ? truthOf(leaf)
          : undefined,
      ),
  );

/** Each waits for each, by ways that lie among them. */
function isOneCircle(set: readonly Node[]): boolean {
  const reach = reachable(set);
  return set.every((from) => set.every((to) => reach.get(from.reference)?.has(to.reference)));
}

const circularIn = (nodes: readonly Node[]): Node[] =>
  nodes.filter(({ reference }) => reachable(nodes).get(reference)?.has(reference));

/** Every set of them but the empty one. */
const setsOf = (nodes: readonly Node[]): Node[][] =>
  Array.from({ length: (1 << nodes.length) - 1 }, (_, way) =>
    nodes.filter((_node, place) => (way + 1) & (1 << place)),
  );

/** Those that lie in no other. */
const largest = (sets: readonly Node[][]): Node[][] =>
  sets.filter(
    (set) => !sets.some((other) => other.length > set.length && set.every((one) => other.includes(one))),
  );

const circlesIn = (nodes: readonly Node[]): Node[][] =>
  largest(setsOf(circularIn(nodes)).filter(isOneCircle));

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
  if (
    isShut(
      own.map((one): Node => ({ ...one, read: read(one.condition, "with") })),
      truthOf,
    )
  )
    return [];
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
