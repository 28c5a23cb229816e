// The one thing that would make an offer firm, where one is enough.
import type { Start } from "../conditions/start";
import { atLeast, isOnLadder } from "../pledge/stages";
import type { Covered, Weighed } from "./requirement-coverage";

export const ONE_STEPS = ["number", "approval", "allocation"] as const;
export type OneStep = (typeof ONE_STEPS)[number];

export interface OfferStep {
  reference: string;
  participant: string;
  step: OneStep;
}

/**
 * Null: it is firm already (or will be with a dormant trigger), needs several things, or counts nowhere. A sealed number
 * is a number for every reader.
 */
export function stepToFirm(
  { pledge, judgement, counts, span, isSealed }: Weighed,
  start: Start,
): OneStep | null {
  if (counts === null || counts === "firm" || judgement.fit === null || !isOnLadder(pledge.stage))
    return null;
  const hasNumber = span !== null || isSealed;
  if (!atLeast(pledge.stage, "ALLOCATED")) return hasNumber && start.isFree ? "allocation" : null;
  if (start.isFree) return hasNumber ? null : "number";
  return hasNumber && start.approval !== null ? "approval" : null;
}

/** One for each pledge, sorted by reference. */
export function stepsToFirm(
  { coverage }: Covered,
  distanceFromStart: (reference: string) => Start,
): OfferStep[] {
  const found = new Map<string, OfferStep>();
  for (const offer of coverage.offers) {
    const { reference, participant } = offer.pledge;
    const step = stepToFirm(offer, distanceFromStart(reference));
    if (step !== null && !found.has(reference)) found.set(reference, { reference, participant, step });
  }
  return [...found.values()].sort((a, b) => (a.reference < b.reference ? -1 : 1));
}
