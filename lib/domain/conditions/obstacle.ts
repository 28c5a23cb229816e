// What holds several pledges up: a leaf that none of them can start without, or a deadlock with everything behind it.
import { leafKey, type Leaf } from "../pledge/condition";
import { earliest, latest, type Day } from "../base/day";
import { edgesWithin, type Cycle } from "./deadlock";
import type { Keystone, WaitingPledge } from "./keystone";

export interface CommonObstacle {
  what: { leaf: Leaf } | { cycle: Cycle };
  /** Open pledges that can't start while it is there, sorted. */
  pledges: string[];
  /** Their participants, sorted. */
  participants: string[];
  /** The earliest day from which one of them waits for it. */
  since: Day;
  /** Of `pledges` those that wait for the leaf, or for others of the deadlock, by our reading alone. */
  inferred: string[];
}

export const obstacleName = ({ what }: Pick<CommonObstacle, "what">): string =>
  "leaf" in what ? leafKey(what.leaf) : what.cycle.pledges.join(" ");

export type WaitingSince = WaitingPledge & { conditionSetOn: Day };

/** Each holds up this many open pledges or more. */
const LEAST = 2;

/**
 * Sorted by how many pledges they hold up, equals in the order of the keystones, deadlocks first. Dormant
 * triggers hold nothing up. A pledge in a deadlock counts as part of it; of several stages of one pledge,
 * only the one that holds up most counts.
 */
export function obstaclesAmong(
  keystones: readonly Keystone[],
  cycles: readonly Cycle[],
  waiting: ReadonlyMap<string, WaitingSince>,
  changedOn: (leaf: Leaf) => Day | null,
): CommonObstacle[] {
  const deadlocks = cycles.filter(({ isDeadlock }) => isDeadlock);
  const seen = new Set(deadlocks.flatMap(({ pledges }) => pledges));
  const leaves = keystones.filter(({ leaf, isDormant, necessary }) => {
    if (isDormant || necessary.length < LEAST) return false;
    if (!("pledge" in leaf)) return true;
    return !seen.has(leaf.pledge) && seen.add(leaf.pledge);
  });
  const behind = deadlocks.length === 0 ? null : waitersOf(keystones);
  return [
    ...deadlocks.map((cycle): CommonObstacle => {
      const pledges = closureOf(cycle.pledges, behind ?? new Map());
      return {
        what: { cycle },
        pledges,
        participants: participantsOf(pledges, waiting),
        since: cycle.since,
        inferred: inferredIn(cycle, waiting),
      };
    }),
    ...leaves.map(({ leaf, necessary, inferred }): CommonObstacle => {
      const changed = changedOn(leaf);
      const held = new Set(necessary);
      const days = necessary.flatMap((reference) => {
        const from = waiting.get(reference)?.conditionSetOn;
        return from === undefined ? [] : [changed === null ? from : latest([from, changed])];
      });
      return {
        what: { leaf },
        pledges: necessary,
        participants: participantsOf(necessary, waiting),
        since: earliest(days) ?? changed ?? "",
        inferred: inferred.filter((reference) => held.has(reference)),
      };
    }),
  ].sort((a, b) => b.pledges.length - a.pledges.length);
}

function inferredIn(cycle: Cycle, waiting: ReadonlyMap<string, WaitingSince>): string[] {
  const edges = edgesWithin(
    cycle,
    cycle.pledges.flatMap((reference) => waiting.get(reference) ?? []),
  );
  return cycle.pledges.filter((reference) =>
    edges.every(({ from, basis }) => from !== reference || basis === "INFERRED"),
  );
}

/** By pledge: those that can't start before it is at some stage. */
function waitersOf(keystones: readonly Keystone[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { leaf, necessary } of keystones) {
    if (!("pledge" in leaf)) continue;
    const known = found.get(leaf.pledge) ?? new Set();
    for (const reference of necessary) known.add(reference);
    found.set(leaf.pledge, known);
  }
  return found;
}

/** These and all that wait for them, directly or through others. */
function closureOf(from: readonly string[], waiters: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const found = new Set(from);
  // A set is walked in order of insertion, so what is added is walked, too.
  for (const reference of found) for (const one of waiters.get(reference) ?? []) found.add(one);
  return [...found].sort();
}

const participantsOf = (pledges: readonly string[], waiting: ReadonlyMap<string, WaitingSince>): string[] =>
  [...new Set(pledges.flatMap((reference) => waiting.get(reference)?.participant ?? []))].sort();
