// A fact of the world that pledges wait for.
import type { Day, Instant } from "../base/day";
import type { Credibility, EvidenceKind, Reliability } from "./evidence";

export const TRIGGER_STATES = ["NOT_MET", "MET", "UNKNOWN"] as const;
export type TriggerState = (typeof TRIGGER_STATES)[number];

/** To wait for a dormant one is no gap: everything waits for it. */
export const WAITINGS = ["DORMANT", "BLOCKING"] as const;
export type TriggerWaiting = (typeof WAITINGS)[number];

/** These are dormant whatever anybody says (1-domain.md, Terms). */
export const ALWAYS_DORMANT = ["CEASEFIRE_IN_FORCE", "PEACE_AGREEMENT_SIGNED", "RENEWED_ATTACK"];

export interface Trigger {
  /** `CEASEFIRE_IN_FORCE`: permanent. */
  code: string;
  title: string;
  description: string | null;
  waiting: TriggerWaiting;
  state: TriggerState;
  /** The world's day from which the state holds. */
  since: Day | null;
  evidence: TriggerEvidence[];
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
}

/** Whether those who wait for it see no difference: what it is called, whether it holds, since when, and what waiting is. */
export const isSameToThoseWaiting = (a: Trigger, b: Trigger): boolean =>
  a.title === b.title && a.waiting === b.waiting && a.state === b.state && a.since === b.since;

/** What its state rests on. */
export interface TriggerEvidence {
  id: string;
  /** Id of the document. */
  source: string;
  kind: EvidenceKind;
  reliability: Reliability;
  credibility: Credibility;
  quote: string | null;
  supports: boolean;
  recordedAt: Instant;
}
