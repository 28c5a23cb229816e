// What a log goes by: what its first entry hashes to; and, where backups of it were restored, how many times that was put on
// record. So two histories that parted never go by one name.
import type { Hash } from "./merkle";
import type { Checkpoint } from "./note";

export const logName = (firstLeaf: Hash, restored = 0): string =>
  `pledge-register/${firstLeaf.slice(0, 16)}${restored > 0 ? `/${restored + 1}` : ""}`;

export interface LogName {
  /** The same before and after a restore. */
  log: string;
  restored: number;
}

export function readLogName(name: string): LogName {
  const [first = "", second = "", turn = "1"] = name.split("/");
  return { log: `${first}/${second}`, restored: Number(turn) - 1 };
}

/** Of two checkpoints that one house signed for one log, whether the first came after the second. */
export function isLater(one: Checkpoint, other: Checkpoint): boolean {
  const [restored, before] = [readLogName(one.origin).restored, readLogName(other.origin).restored];
  return restored === before ? one.size > other.size : restored > before;
}
