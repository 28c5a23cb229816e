// What became of each of several records that the same was asked of; what is refused for one keeps no other back.
import type { Receipt } from "./receipt";
import type { Refusal } from "./refusal";

export const OUTCOMES = ["DONE", "UNCHANGED", "REFUSED", "CONFLICT"] as const;
export type OutcomeKind = (typeof OUTCOMES)[number];

export interface BulkOutcome {
  reference: string;
  outcome: OutcomeKind;
  /** As it stands now, where it is known. */
  version: number | null;
  refusal: Refusal | null;
  /** Null where nothing was changed. */
  receipt: Receipt | null;
}

/** CONFLICT: somebody changed it since it was seen. */
export const refusedRow = (reference: string, refusal: Refusal): BulkOutcome => ({
  reference,
  outcome: refusal.conflict ? "CONFLICT" : "REFUSED",
  version: refusal.conflict?.current ?? null,
  refusal,
  receipt: null,
});
