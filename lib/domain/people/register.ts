// The register itself: its settings, which are a record too.
import type { Role } from "./actor";

/** Defaults, unless a person sets other numbers. */
export const STALE_DAYS = 30;
export const MANDATE_DAYS = 60;

/** The content of the register's first event. */
export interface Register {
  /** It runs on its own clock. */
  demonstration: boolean;
  /** Milliseconds the register's clock is ahead of real time; 0 except in a demonstration. */
  offsetMs: number;
  timeZone: string;
  /** The line at the top of every page; empty for none. */
  marking: string;
  staleDays: number;
  /** How many days before its end a mandate is ending. */
  mandateDays: number;
  /** The roles that must have a second factor. */
  secondFactorFor: Role[];
  /** The version of the rules for who had the right to make each entry; null: not yet on record. */
  authority: number | null;
  version: number;
}

/** What rules depend on. */
export type RuleSettings = Pick<Register, "timeZone" | "staleDays" | "mandateDays">;

/** Those that an administrator can change. */
export const SETTINGS = ["timeZone", "marking", "staleDays", "mandateDays", "secondFactorFor"] as const;
export type Setting = (typeof SETTINGS)[number];

/** Raised with each new rule that existing entries may break. */
export const AUTHORITY = 2;
