// The outcome for each of several records changed by one request. A refusal for one doesn't stop the others.
import type { Receipt } from "./receipt";
import type { Refusal } from "./refusal";

export const OUTCOMES = ["DONE", "UNCHANGED", "REFUSED", "CONFLICT"] as const;
export type OutcomeKind = (typeof OUTCOMES)[number];

export interface BulkOutcome {
  reference: string;
  outcome: OutcomeKind;
  /** The current one, where it is known. */
  version: number | null;
  refusal: Refusal | null;
  /** Null where nothing was changed. */
  receipt: Receipt | null;
}

/** CONFLICT: someone changed it after the client read it. */
export const refusedRow = (reference: string, refusal: Refusal): BulkOutcome => ({
  reference,
  outcome: refusal.conflict ? "CONFLICT" : "REFUSED",
  version: refusal.conflict?.current ?? null,
  refusal,
  receipt: null,
});
