// The state of the log: how far it is sealed, and where copies of its checkpoints went. In true time.
import type { Instant } from "../base/day";
import { clockFaults, type AheadEntries, type ClockFault, type Clocks } from "./log-clock";
import type { Hash } from "./merkle";
import type { Checkpoint } from "./note";
import type { WitnessFault } from "./witness";

export interface SealedCheckpoint extends Checkpoint {
  /** With the cosignatures of the witnesses so far. */
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

export interface WitnessStatus {
  name: string;
  key: string;
  /** The size it last signed, and when by its own clock. */
  size: number | null;
  cosignedAt: Instant | null;
  fault: WitnessFault | null;
  /** When it last refused a checkpoint as inconsistent with one it had signed, and that checkpoint's size. */
  refusedAt: Instant | null;
  refusedSize: number | null;
}

export type SealingFault = "behind" | "failed";

export interface SealingState {
  entries: number;
  /** Entries that no checkpoint covers, and since when the first waits. */
  unsealed: number;
  unsealedSince: Instant | null;
  /** Verifier keys, oldest first. */
  keys: string[];
  copies: Copy[];
  witnesses: WitnessStatus[];
  fault: SealingFault | null;
  /** The size of the checkpoint that contradicts the log. */
  faultSize: number | null;
  now: Instant;
}

export interface LogStatus extends Omit<SealingState, "copies" | "witnesses"> {
  checkpoint: SealedCheckpoint | null;
  /** An entry has waited longer than sealing takes. */
  late: boolean;
  clock: ClockStatus;
  /** `old`: the last arrival is over a day ago, or there was none. */
  copies: (Copy & { old: boolean })[];
  /** `old`: it lacks the last checkpoint and signed none for a day. `refusing`: it refused the last time. */
  witnesses: (WitnessStatus & { old: boolean; refusing: boolean })[];
}

export interface ClockStatus extends Clocks {
  faults: ClockFault[];
  /** Places where the log's timestamps go back, latest first. */
  ahead: AheadEntries[];
}

/** `waitedMs`: how long entries were seen waiting for a checkpoint. */
export interface Observed {
  waitedMs: number;
  clocks: Clocks;
  ahead: AheadEntries[];
}

export function logStatusOf(
  sealing: SealingState,
  checkpoint: SealedCheckpoint | null,
  { waitedMs, clocks, ahead }: Observed,
): LogStatus {
  const msSince = (at: Instant | null): number =>
    at === null ? Infinity : Date.parse(sealing.now) - Date.parse(at);
  return {
    ...sealing,
    checkpoint,
    late: isLate(waitedMs),
    clock: { ...clocks, faults: clockFaults(clocks), ahead },
    copies: sealing.copies.map((copy) => ({ ...copy, old: msSince(copy.copiedAt) > OLD_MS })),
    witnesses: sealing.witnesses.map((witness) => ({
      ...witness,
      old: witness.size !== checkpoint?.size && msSince(witness.cosignedAt) > OLD_MS,
      refusing: witness.fault === "inconsistent",
    })),
  };
}

export const isLate = (waitedMs: number): boolean => waitedMs > LATE_MS;

const LATE_MS = 60_000;
const OLD_MS = 24 * 3_600_000;

/** An entry, with its proof of inclusion in a checkpoint's tree. */
export interface ProvenEntry {
  seq: number;
  leaf: string;
  leafHash: Hash;
  proof: Hash[];
  checkpoint: SealedCheckpoint;
}
