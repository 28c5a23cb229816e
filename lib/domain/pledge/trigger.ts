// A fact of the world that pledges wait for.
import type { Instant } from "../base/day";
import { materialIn, type Fields, type ValuesOf } from "../base/field";
import type { PIECE_FIELDS } from "./evidence";

export const TRIGGER_STATES = ["NOT_MET", "MET", "UNKNOWN"] as const;
export type TriggerState = (typeof TRIGGER_STATES)[number];

/** Waiting for a dormant trigger is no gap: everything waits for it. */
export const WAITINGS = ["DORMANT", "BLOCKING"] as const;
export type TriggerWaiting = (typeof WAITINGS)[number];

/** Dormant whatever anyone sets. */
export const ALWAYS_DORMANT = ["CEASEFIRE_IN_FORCE", "PEACE_AGREEMENT_SIGNED", "RENEWED_ATTACK"];

/** In the order of forms. Material: what matters to pledges that wait for it. */
export const TRIGGER_FIELDS = {
  title: { is: "line", limit: 200, required: true, material: true },
  description: { is: "text", limit: 2_000 },
  waiting: { is: "code", of: WAITINGS, otherwise: "BLOCKING", material: true },
  state: { is: "code", of: TRIGGER_STATES, otherwise: "UNKNOWN", material: true },
  /** The date in the world from which the state holds. */
  since: { is: "day", material: true, notAhead: true },
  evidence: { is: "part", required: true },
} as const satisfies Fields;

export interface Trigger extends ValuesOf<typeof TRIGGER_FIELDS> {
  /** `CEASEFIRE_IN_FORCE`: permanent. */
  code: string;
  evidence: TriggerEvidence[];
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
}

/** Nothing changes for pledges that wait for it. */
export const isSameToThoseWaiting = (a: Trigger, b: Trigger): boolean =>
  materialIn(TRIGGER_FIELDS).every((name) => a[name] === b[name]);

/** What its state rests on. */
export interface TriggerEvidence extends ValuesOf<typeof PIECE_FIELDS> {
  id: string;
  /** Id of the source. */
  source: string;
  recordedAt: Instant;
}
