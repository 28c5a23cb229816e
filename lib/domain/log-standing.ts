// Where the log stands: how far it is sealed, and where copies of that went. By the true clock.
import type { Instant } from "./day";
import type { Hash } from "./merkle";
import type { Checkpoint } from "./note";

export interface SealedCheckpoint extends Checkpoint {
  note: string;
  sealedAt: Instant;
}

export interface Copy {
  sink: string;
  /** Of the last one that arrived. */
  size: number | null;
  copiedAt: Instant | null;
  fault: string | null;
}

export interface Sealing {
  entries: number;
  /** What no checkpoint covers, and since when the first of it waits. */
  unsealed: number;
  unsealedSince: Instant | null;
  /** Verifier keys, oldest first. */
  keys: string[];
  copies: Copy[];
  fault: "behind" | "failed" | null;
  /** Of the checkpoint that the log doesn't bear out. */
  faultSize: number | null;
  now: Instant;
}

export interface LogStanding extends Omit<Sealing, "copies"> {
  checkpoint: SealedCheckpoint | null;
  /** Something has waited longer than sealing takes. */
  late: boolean;
  /** `old`: the last one that arrived is older than a day, or none did. */
  copies: (Copy & { old: boolean })[];
}

export function standingOf(sealing: Sealing, checkpoint: SealedCheckpoint | null): LogStanding {
  const msSince = (at: Instant | null): number =>
    at === null ? Infinity : Date.parse(sealing.now) - Date.parse(at);
  return {
    ...sealing,
    checkpoint,
    late: sealing.unsealedSince !== null && msSince(sealing.unsealedSince) > LATE_MS,
    copies: sealing.copies.map((copy) => ({ ...copy, old: msSince(copy.copiedAt) > OLD_MS })),
  };
}

const LATE_MS = 60_000;
const OLD_MS = 24 * 3_600_000;

/** An entry, and what shows that it is in the tree of a checkpoint. */
export interface ProvenEntry {
  seq: number;
  leaf: string;
  leafHash: Hash;
  proof: Hash[];
  checkpoint: SealedCheckpoint;
}
