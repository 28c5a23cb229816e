// Compares the stored nodes of the tree with those computed from the log's entries.
import type { Queryable } from "../connection";
import type { StoredNode } from "../log/seal/tree";
import { discrepancy, firstProblem, type Discrepancy } from "./verdict";

/** Exactly the nodes completed up to the last checkpoint are stored. */
export async function nodeFaults(
  q: Queryable,
  nodes: readonly StoredNode[],
  sealed: number,
): Promise<Discrepancy[]> {
  const { rows } = await q.query<StoredNode>(
    "SELECT level::int, index::float8 AS index, hash FROM audit.node ORDER BY level, index",
  );
  const stored = new Map(rows.map((node) => [nameOf(node), node]));
  const faults = nodes
    .filter((node) => limitEnd(node) <= sealed)
    .sort((a, b) => a.level - b.level || a.index - b.index)
    .flatMap((node) => {
      const found = stored.get(nameOf(node));
      stored.delete(nameOf(node));
      if (found?.hash === node.hash) return [];
      return [nodeFault(node, found ? "it isn't what follows from these entries" : "it is missing")];
    });
  const more = [...stored.values()]
    .filter((node) => limitEnd(node) > sealed)
    .map((node) => nodeFault(node, `no checkpoint covers so many entries`));
  return [...firstProblem(faults), ...firstProblem(more)];
}

const nameOf = ({ level, index }: StoredNode): string => `${level} ${index}`;
const limitEnd = ({ level, index }: StoredNode): number => (index + 1) * 2 ** level;

function nodeFault(node: StoredNode, says: string): Discrepancy {
  const from = node.index * 2 ** node.level + 1;
  return discrepancy(
    "node",
    `audit.node, level ${node.level}, number ${node.index}, over entries ${from} to ${limitEnd(node)}: ${says}`,
    from,
  );
}
