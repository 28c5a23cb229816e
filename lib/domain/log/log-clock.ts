// Whether the clocks that the log is stamped by can be relied on.

export interface Clocks {
  /** How far the database's clock is ahead of this instance's, which nobody can set while it runs; negative: behind. */
  databaseAheadMs: number;
  /** How far the clock of this instance's machine was moved since the instance started. */
  movedMs: number;
  /** The first entry that is stamped ahead of the time. */
  aheadFrom: number | null;
}

/** Entries that carry a later moment than one that came after them. */
export interface AheadEntries {
  first: number;
  last: number;
  /** The first of those that came after them. */
  overtakenBy: number;
  /** How far the latest of their moments lies beyond its. */
  aheadMs: number;
}

export const CLOCK_FAULTS = ["database-ahead", "database-behind", "moved", "stamped-ahead"] as const;
export type ClockFault = (typeof CLOCK_FAULTS)[number];

/** Less is what two clocks that are kept by a time server may differ by. `audit.stamp` has the same figure. */
export const TOLERATED_MS = 5_000;

export function clockFaults({ databaseAheadMs, movedMs, aheadFrom }: Clocks): ClockFault[] {
  const faults: ClockFault[] = [];
  if (databaseAheadMs > TOLERATED_MS) faults.push("database-ahead");
  if (databaseAheadMs < -TOLERATED_MS) faults.push("database-behind");
  if (Math.abs(movedMs) > TOLERATED_MS) faults.push("moved");
  if (aheadFrom !== null) faults.push("stamped-ahead");
  return faults;
}
