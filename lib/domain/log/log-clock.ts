// Whether the clocks behind the log's timestamps are reliable.

export interface Clocks {
  /** How far the database's clock is ahead of this instance's, which can't be set while it runs; negative: behind. */
  databaseAheadMs: number;
  /** How far the machine's clock was moved since this instance started. */
  movedMs: number;
  /** The first entry stamped ahead of the true time. */
  aheadFrom: number | null;
}

/** Entries with a later timestamp than one that follows them. */
export interface AheadEntries {
  first: number;
  last: number;
  /** The first entry that follows them. */
  overtakenBy: number;
  /** How far the latest of their timestamps is beyond it. */
  aheadMs: number;
}

export const CLOCK_FAULTS = ["database-ahead", "database-behind", "moved", "stamped-ahead"] as const;
export type ClockFault = (typeof CLOCK_FAULTS)[number];

/** Two time-server clocks may differ by this much. `audit.stamp` has the same figure. */
export const TOLERATED_MS = 5_000;

export function clockFaults({ databaseAheadMs, movedMs, aheadFrom }: Clocks): ClockFault[] {
  const faults: ClockFault[] = [];
  if (databaseAheadMs > TOLERATED_MS) faults.push("database-ahead");
  if (databaseAheadMs < -TOLERATED_MS) faults.push("database-behind");
  if (Math.abs(movedMs) > TOLERATED_MS) faults.push("moved");
  if (aheadFrom !== null) faults.push("stamped-ahead");
  return faults;
}
