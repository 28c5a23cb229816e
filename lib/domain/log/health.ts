// What the register needs to work, and how each part of it is: for supervisors and administrators, without secrets.
import type { ClockStatus, SealingFault } from "./log-status";

export const PART_STATES = {
  database: ["ok", "away", "read-only"],
  schema: ["ok", "behind", "newer", "unknown"],
  storage: ["ok", "full", "away", "another"],
  instance: ["ok", "stopping"],
  worker: ["ok", "away", "unknown"],
  sealing: ["ok", "late", "failed", "behind", "unknown"],
  keys: ["ok", "elsewhere", "unreadable", "unknown"],
  clock: ["ok", "fault", "unknown"],
  proxies: ["ok", "forgotten"],
} as const;

export type Part = keyof typeof PART_STATES;
export type StateOf<P extends Part> = (typeof PART_STATES)[P][number];
export type Health = { [P in Part]: StateOf<P> };

export const PARTS = Object.keys(PART_STATES) as Part[];

/** Nobody can work here while one of these fails. The others are no reason for a balancer to take out all instances. */
const NEEDED: readonly Part[] = ["database", "schema", "storage", "instance"];
/** Keys kept by another instance are fine. */
const WELL: readonly string[] = ["ok", "elsewhere"];

/** Any client can send the header by which it is detected. */
const REPORTED_ONLY: readonly Part[] = ["proxies"];

export const isWell = (health: Health, part: Part): boolean => WELL.includes(health[part]);

/** The first part that keeps this instance from working, as `storage-full`; null: none. */
export function whyNotReady(health: Health): string | null {
  const part = NEEDED.find((needed) => !isWell(health, needed) && health[needed] !== "unknown");
  return part === undefined ? null : stateCode(health, part);
}

/** The parts that somebody has to mend. */
export const brokenParts = (health: Health): Part[] =>
  PARTS.filter((part) => !isWell(health, part) && !REPORTED_ONLY.includes(part));

/** For words: `storage-full`. */
export const stateCode = (health: Health, part: Part): string => `${part}-${health[part]}`;

/** Of the log, for anyone who checks the register's health. */
export interface LogHealth {
  sealing: { fault: SealingFault | "late" | null };
  keys: Exclude<StateOf<"keys">, "unknown">;
  clock: Omit<ClockStatus, "ahead">;
}
