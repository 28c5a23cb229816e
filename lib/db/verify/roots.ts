// The tree built while reading the log: its root at each size that a checkpoint names, and the subtrees to store.
import { logName } from "@/lib/domain/log/log-name";
import { EMPTY_ROOT, GrowingTree, type Hash } from "@/lib/domain/log/merkle";
import { joinHashes } from "../log/seal/hash";
import { LEVELS, type StoredNode } from "../log/seal/tree";

export class Roots {
  readonly nodes: StoredNode[] = [];
  /** The log's name without the suffix of restores. */
  name = "";
  readonly #roots = new Map<number, Hash>([[0, EMPTY_ROOT]]);
  readonly #named: ReadonlySet<number>;
  readonly #tree = new GrowingTree(joinHashes, (node) => {
    if (LEVELS.includes(node.level)) this.nodes.push(node);
  });

  constructor(sizes: Iterable<number>) {
    this.#named = new Set(sizes);
  }

  get size(): number {
    return this.#tree.size;
  }

  append(leafHash: Hash): void {
    this.#tree.append(leafHash);
    if (this.size === 1) this.name = logName(leafHash);
    if (this.#named.has(this.size)) this.#roots.set(this.size, this.#tree.root);
  }

  /** Undefined: not read so far. */
  at(size: number): Hash | undefined {
    return this.#roots.get(size);
  }
}
