// A condition that names a replaced pledge means the one that replaced it.
import { withLeaves, type Condition, type Leaf } from "../pledge/condition";
import type { Pledge } from "../pledge/pledge";

/** By the reference of a replaced pledge: the one that replaced it. */
export type Successors = ReadonlyMap<string, string>;

export const replacedAmong = (pledges: Iterable<Pick<Pledge, "reference" | "supersededBy">>): Successors =>
  new Map(
    [...pledges].flatMap(({ reference, supersededBy }) =>
      supersededBy === null ? [] : [[reference, supersededBy] as const],
    ),
  );

/** The last of the line, or the pledge itself. */
export function latestOf(reference: string, replaced: Successors): string {
  const line = new Set([reference]);
  let latest = reference;
  for (let next = replaced.get(latest); next !== undefined; next = replaced.get(latest)) {
    // No step of the domain makes a circle. A record that has one must not hang its readers.
    if (line.has(next)) break;
    line.add(next);
    latest = next;
  }
  return latest;
}

/** The same condition, with each replaced pledge's latest successor. */
export const followed = (condition: Condition, replaced: Successors): Condition =>
  replaced.size === 0
    ? condition
    : (withLeaves(condition, (leaf) => followedLeaf(leaf, replaced)) ?? condition);

export const followedLeaf = (leaf: Leaf, replaced: Successors): Leaf =>
  "pledge" in leaf ? { ...leaf, pledge: latestOf(leaf.pledge, replaced) } : leaf;

/** Those pledges and all that came to replace them, each once. */
export function withSuccessors<Found extends Pick<Pledge, "supersededBy">>(
  references: readonly string[],
  find: (reference: string) => Found | undefined,
): Found[] {
  const found = new Map<string, Found>();
  const add = (reference: string | null): void => {
    const pledge = reference === null || found.has(reference) ? undefined : find(reference);
    if (reference === null || pledge === undefined) return;
    found.set(reference, pledge);
    add(pledge.supersededBy);
  };
  for (const reference of references) add(reference);
  return [...found.values()];
}
