// Which part is asked for: some pledges, and what is within so many steps of waiting, in either direction.
import { groupedByEach } from "../../base/listing";
import type { Priority } from "../../base/priority";
import { leavesOf, type Condition, type Leaf } from "../../pledge/condition";
import { nodeNameOf, type WaitingPledge } from "../keystone";

export interface GraphCentre {
  /** One node: a trigger's code, an approval's id, a pledge's reference; null: none in particular. */
  about: string | null;
  /** Pledges of these participants, on these priorities; empty: any. */
  participant: string[];
  priority: Priority[];
  /** Steps from there; null: as far as there are any. */
  depth: number | null;
}

/** What a condition waits for, as nodes. */
export type NodesOf = (condition: Condition) => readonly string[];

export const nodesBy = (isShown: (leaf: Leaf) => boolean): NodesOf => {
  const known = new Map<Condition, string[]>();
  return (condition) => {
    const nodes = known.get(condition) ?? [
      ...new Set(leavesOf(condition).flatMap((leaf) => (isShown(leaf) ? nodeNameOf(leaf) : []))),
    ];
    known.set(condition, nodes);
    return nodes;
  };
};

/** Null: everything. */
export function reachedFrom(
  { about, participant, priority, depth }: GraphCentre,
  pledges: readonly WaitingPledge[],
  nodesOf: NodesOf,
): ReadonlySet<string> | null {
  if (about === null && participant.length === 0 && priority.length === 0) return null;
  const chosen = pledges.filter(
    (one) =>
      (participant.length === 0 || participant.includes(one.participant)) &&
      (priority.length === 0 || priority.includes(one.priority)),
  );
  const centre = about === null ? chosen.map(({ reference }) => reference) : [about];
  const conditions = new Map(pledges.map(({ reference, condition }) => [reference, condition]));
  const waiters = groupedByEach(pledges, ({ condition }) => nodesOf(condition));
  const up = (node: string): readonly string[] => {
    const condition = conditions.get(node);
    return condition === undefined ? [] : nodesOf(condition);
  };
  const down = (node: string): readonly string[] =>
    (waiters.get(node) ?? []).map(({ reference }) => reference);
  return new Set([...walked(centre, up, depth), ...walked(centre, down, depth)]);
}

function walked(
  centre: readonly string[],
  next: (node: string) => readonly string[],
  depth: number | null,
): Set<string> {
  const seen = new Set(centre);
  let edge: readonly string[] = centre;
  for (let step = 0; edge.length > 0 && (depth === null || step < depth); step += 1) {
    const found: string[] = [];
    for (const node of edge)
      for (const one of next(node))
        if (!seen.has(one)) {
          seen.add(one);
          found.push(one);
        }
    edge = found;
  }
  return seen;
}
