// A log's identity: the hash of its first entry and, after restores, the number of acknowledged restores. Two diverged
// histories never share a name.
import type { Hash } from "./merkle";
import type { Checkpoint } from "./note";

export const logName = (firstLeaf: Hash, restored = 0): string =>
  `pledge-register/${firstLeaf.slice(0, 16)}${restored > 0 ? `/${restored + 1}` : ""}`;

export interface LogName {
  /** Unchanged by a restore. */
  log: string;
  restored: number;
}

export function readLogName(name: string): LogName {
  const [first = "", second = "", turn = "1"] = name.split("/");
  return { log: `${first}/${second}`, restored: Number(turn) - 1 };
}

/** Two checkpoints signed by one organisation for one log: whether the first is later. */
export function isLater(one: Checkpoint, other: Checkpoint): boolean {
  const [restored, before] = [readLogName(one.origin).restored, readLogName(other.origin).restored];
  return restored === before ? one.size > other.size : restored > before;
}
