// Checkpoints held against the log while it is read: at each of their sizes the tree so far has the root that was signed.
import { logName, readLogName } from "@/lib/domain/log-name";
import { GrowingTree, type Hash } from "@/lib/domain/merkle";
import type { Checkpoint } from "@/lib/domain/note";
import type { Queryable } from "../records/select";
import { joinHashes } from "../seal/hash";

export class SealedSizes {
  readonly #tree = new GrowingTree(joinHashes);
  readonly #ahead: Checkpoint[];
  #held = 0;
  #origin = "";

  constructor(checkpoints: readonly Checkpoint[]) {
    this.#ahead = checkpoints.toSorted((a, b) => a.size - b.size);
  }

  /** What is wrong with the log up to this entry, the next; null when nothing is. */
  faultAt(leafHash: Hash): string | null {
    this.#tree.append(leafHash);
    if (this.#tree.size === 1) this.#origin = logName(leafHash);
    for (let next = this.#ahead[0]; next?.size === this.#tree.size; next = this.#ahead[0]) {
      if (readLogName(next.origin).log !== this.#origin)
        return `a checkpoint of ${next.size} entries is of another log, ${next.origin}: this one is ${this.#origin}`;
      if (next.root !== this.#tree.root)
        return `entries ${this.#held + 1} to ${next.size}: they aren't those that the checkpoint of ${next.size} entries was signed for${
          this.#held > 0 ? `; the one of ${this.#held} still holds` : ""
        }`;
      this.#held = next.size;
      this.#ahead.shift();
    }
    return null;
  }

  /** What a checkpoint says was there, and isn't. */
  faultAtEnd(): string | null {
    const [next] = this.#ahead;
    return next
      ? `entry ${this.#tree.size + 1}: it is missing, a checkpoint of ${next.size} entries was signed for it`
      : null;
  }
}

/** Those that the database keeps itself: whoever rewrites the log has to rewrite them as well. */
export async function ownCheckpoints(q: Queryable): Promise<Checkpoint[]> {
  const { rows } = await q.query<Checkpoint>(
    "SELECT origin, size::float8 AS size, root FROM audit.checkpoint ORDER BY size",
  );
  return rows;
}
