// A fact of the world that pledges wait for.
import type { Day, Instant } from "../base/day";
import type { ValuesOf } from "../base/field";
import type { PIECE_FIELDS } from "./evidence";

export const TRIGGER_STATES = ["NOT_MET", "MET", "UNKNOWN"] as const;
export type TriggerState = (typeof TRIGGER_STATES)[number];

/** Waiting for a dormant trigger is no gap: everything waits for it. */
export const WAITINGS = ["DORMANT", "BLOCKING"] as const;
export type TriggerWaiting = (typeof WAITINGS)[number];

/** Dormant whatever anyone sets. */
export const ALWAYS_DORMANT = ["CEASEFIRE_IN_FORCE", "PEACE_AGREEMENT_SIGNED", "RENEWED_ATTACK"];

export interface Trigger {
  /** `CEASEFIRE_IN_FORCE`: permanent. */
  code: string;
  title: string;
  description: string | null;
  waiting: TriggerWaiting;
  state: TriggerState;
  /** The date in the world from which the state holds. */
  since: Day | null;
  evidence: TriggerEvidence[];
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
}

/** Nothing changes for pledges that wait for it: same title, state, since and waiting. */
export const isSameToThoseWaiting = (a: Trigger, b: Trigger): boolean =>
  a.title === b.title && a.waiting === b.waiting && a.state === b.state && a.since === b.since;

/** What its state rests on. */
export interface TriggerEvidence extends ValuesOf<typeof PIECE_FIELDS> {
  id: string;
  /** Id of the source. */
  source: string;
  recordedAt: Instant;
}
