// Where the log stands: how far it is sealed, and where copies of that went. By the true clock.
import type { Instant } from "../base/day";
import { clockFaults, type AheadEntries, type ClockFault, type Clocks } from "./log-clock";
import type { Hash } from "./merkle";
import type { Checkpoint } from "./note";
import type { WitnessFault } from "./witness";

export interface SealedCheckpoint extends Checkpoint {
  /** With the cosignatures of the witnesses that have signed it. */
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

export interface WitnessStanding {
  name: string;
  key: string;
  /** What it signed last, and when by its own word. */
  size: number | null;
  cosignedAt: Instant | null;
  fault: WitnessFault | null;
  /** When it last refused a checkpoint as no continuation of what it had signed, and of how many entries that was. */
  refusedAt: Instant | null;
  refusedSize: number | null;
}

export interface SealingState {
  entries: number;
  /** What no checkpoint covers, and since when the first of it waits. */
  unsealed: number;
  unsealedSince: Instant | null;
  /** Verifier keys, oldest first. */
  keys: string[];
  copies: Copy[];
  witnesses: WitnessStanding[];
  fault: "behind" | "failed" | null;
  /** Of the checkpoint that the log doesn't bear out. */
  faultSize: number | null;
  now: Instant;
}

export interface LogStanding extends Omit<SealingState, "copies" | "witnesses"> {
  checkpoint: SealedCheckpoint | null;
  /** Something has waited longer than sealing takes. */
  late: boolean;
  clock: ClockStanding;
  /** `old`: the last one that arrived is older than a day, or none did. */
  copies: (Copy & { old: boolean })[];
  /** `old`: it lacks the last checkpoint, and signed none for a day. `refusing`: it did so the last time. */
  witnesses: (WitnessStanding & { old: boolean; refusing: boolean })[];
}

export interface ClockStanding extends Clocks {
  faults: ClockFault[];
  /** Where the log's stamps went back, the last first. */
  ahead: AheadEntries[];
}

/** Without secrets: for anybody who asks whether the register is well. */
export interface LogHealth {
  sealing: { fault: NonNullable<SealingState["fault"]> | "late" | null };
  clock: Omit<ClockStanding, "ahead">;
}

/** `waitedMs`: for how long entries were seen to wait for a checkpoint. */
export interface Observed {
  waitedMs: number;
  clocks: Clocks;
  ahead: AheadEntries[];
}

export function standingOf(
  sealing: SealingState,
  checkpoint: SealedCheckpoint | null,
  { waitedMs, clocks, ahead }: Observed,
): LogStanding {
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

/** Whether entries have waited longer than sealing takes. */
export const isLate = (waitedMs: number): boolean => waitedMs > LATE_MS;

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
