// The tree over the log's leaves. Whole subtrees that are high enough are stored (`audit.node`). A proof in a log of any
// length then reads some hundred leaves and a few nodes.
import { hashOfRange, merkleParts, type Hash, type Range } from "@/lib/domain/log/merkle";
import type { Queryable } from "../../connection";
import { joinHashes } from "./hash";

export interface StoredNode {
  level: number;
  index: number;
  hash: Hash;
}

/** A hash for each range. `made`: nodes about to be stored. */
export async function leafHashesOf(
  q: Queryable,
  ranges: readonly Range[],
  { made = [], levels = LEVELS }: { made?: readonly StoredNode[]; levels?: readonly number[] } = {},
): Promise<Hash[]> {
  const parts = ranges.flatMap((range) => merkleParts(range, levels));
  const known = new Map(made.map((node) => [keyOf(rangeOf(node)), node.hash]));
  const missing = parts.filter((part) => !known.has(keyOf(rangeOf(part))));
  for (const level of levels)
    for (const node of await nodesAt(q, level, missing)) known.set(keyOf(rangeOf(node)), node.hash);
  const leaves = missing.filter(({ level }) => level === 0).map(({ index }) => index);
  for (const { index, hash } of await leavesAt(q, leaves))
    known.set(keyOf({ from: index, to: index + 1 }), hash);
  return ranges.map((range) => hashOfRange(range, (part) => known.get(keyOf(part)), joinHashes));
}

/** Whole subtrees completed between two sizes, lower ones first. */
export async function nodesBetween(q: Queryable, before: number, size: number): Promise<StoredNode[]> {
  const made: StoredNode[] = [];
  for (const level of [...LEVELS].reverse()) {
    const width = 2 ** level;
    for (let index = Math.floor(before / width); (index + 1) * width <= size; index += 1) {
      const [hash = ""] = await leafHashesOf(q, [rangeOf({ level, index })], {
        made,
        levels: LEVELS.filter((lower) => lower < level),
      });
      made.push({ level, index, hash });
    }
  }
  return made;
}

/** Of the stored subtrees, highest first. */
export const LEVELS: readonly number[] = [16, 8];

const rangeOf = ({ level, index }: { level: number; index: number }): Range => ({
  from: index * 2 ** level,
  to: (index + 1) * 2 ** level,
});
const keyOf = ({ from, to }: Range): string => `${from}-${to}`;

async function nodesAt(
  q: Queryable,
  level: number,
  parts: readonly { level: number; index: number }[],
): Promise<StoredNode[]> {
  const wanted = parts.filter((part) => part.level === level).map(({ index }) => index);
  if (wanted.length === 0) return [];
  const { rows } = await q.query<StoredNode>(
    "SELECT level::int, index::float8 AS index, hash FROM audit.node WHERE level = $1 AND index = ANY ($2::bigint[])",
    [level, wanted],
  );
  return rows;
}

async function leavesAt(q: Queryable, wanted: readonly number[]): Promise<{ index: number; hash: Hash }[]> {
  if (wanted.length === 0) return [];
  const { rows } = await q.query<{ index: number; hash: Hash }>(
    "SELECT (seq - 1)::float8 AS index, leaf_hash AS hash FROM audit.event WHERE seq = ANY (SELECT 1 + unnest($1::bigint[]))",
    [wanted],
  );
  return rows;
}
