// What others changed on a page that someone has open.
import type { Instant } from "../base/day";
import { recordKeyed, type RecordKey, type RecordKind } from "./record-key";

/** Only the newest entry of each record. */
export interface RecordNews extends RecordKey {
  /** The number of the entry. */
  entry: number;
  at: Instant;
  by: string;
}

export interface NewsFound {
  /** Up to which entry of the log this looked. */
  position: number;
  changed: RecordNews[];
}

/** At most this many records of a page are asked about. */
export const MOST_RECORDS = 100;

const KINDS: ReadonlyMap<string, RecordKind> = new Map([
  ["pledges", "pledge"],
  ["review", "proposal"],
  ["requirements", "requirement"],
  ["conditions", "trigger"],
  ["sources", "source"],
  ["participants", "participant"],
]);

/** The record that a page's path is about: `/pledges/FR-3-001/edit`. */
export function recordAt(path: string): RecordKey | null {
  const [, page = "", key = ""] = path.split("/");
  const kind = KINDS.get(page);
  return kind === undefined ? null : recordKeyed(`${kind}:${key}`);
}
