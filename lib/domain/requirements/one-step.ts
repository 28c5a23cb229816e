// The one thing that would make an offer firm, where one is enough.
import type { Day } from "../base/day";
import type { Start } from "../conditions/start";
import type { Approval } from "../pledge/approval";
import { NO_STAGE_FACTS } from "../pledge/evidence-requirements";
import type { Allocating } from "../pledge/mandate";
import type { Pledge } from "../pledge/pledge";
import { missingFor } from "../pledge/stage";
import { atLeast, isOnLadder } from "../pledge/stages";
import type { Covered, Weighed } from "./requirement-coverage";

export const ONE_STEPS = ["number", "approval", "allocation"] as const;
export type OneStep = (typeof ONE_STEPS)[number];

export interface OfferStep {
  reference: string;
  participant: string;
  step: OneStep;
}

/** What the steps of offers depend on besides the offers, by the reference of the pledge. */
export interface StepFacts {
  distanceFromStart: (reference: string) => Start;
  /** Its approvals allow its allocation. */
  mayBeAllocated: (reference: string) => boolean;
}

/**
 * Null: it is firm already (or will be with a dormant trigger), needs several things, or counts nowhere. A sealed number
 * is a number for every reader.
 */
export function stepToFirm(
  { pledge, judgement, counts, span, isSealed }: Weighed,
  { distanceFromStart, mayBeAllocated }: StepFacts,
): OneStep | null {
  if (counts === null || counts === "firm" || judgement.fit === null || !isOnLadder(pledge.stage))
    return null;
  const hasNumber = span !== null || isSealed;
  const start = distanceFromStart(pledge.reference);
  if (!atLeast(pledge.stage, "ALLOCATED"))
    return hasNumber && start.isFree && mayBeAllocated(pledge.reference) ? "allocation" : null;
  if (start.isFree) return hasNumber ? null : "number";
  return hasNumber && start.approval !== null ? "approval" : null;
}

/** One for each pledge, sorted by reference. */
export function stepsToFirm({ coverage }: Covered, facts: StepFacts): OfferStep[] {
  const found = new Map<string, OfferStep>();
  for (const offer of coverage.offers) {
    const { reference, participant } = offer.pledge;
    const step = stepToFirm(offer, facts);
    if (step !== null && !found.has(reference)) found.set(reference, { reference, participant, step });
  }
  return [...found.values()].sort((a, b) => (a.reference < b.reference ? -1 : 1));
}

/** The pledges whose allocation would be the one step if their approvals allow it. */
export function allocationsIn(all: readonly Covered[], facts: Omit<StepFacts, "mayBeAllocated">): string[] {
  const steps = all.flatMap((one) => stepsToFirm(one, { ...facts, mayBeAllocated: () => true }));
  return [...new Set(steps.flatMap(({ reference, step }) => (step === "allocation" ? reference : [])))];
}

/** A pledge with the approvals that serve it, and the other pledges of those. */
export interface ServedPledge {
  pledge: Pledge;
  approvals: readonly Approval[];
  sharing: readonly Allocating[];
}

/** All are settled and no limit would be exceeded, as for the decision on the allocation. */
export const approvalsAllow = (
  { pledge, approvals, sharing }: ServedPledge,
  { today, timeZone }: { today: Day; timeZone: string },
): boolean =>
  missingFor(pledge, "ALLOCATED", { ...NO_STAGE_FACTS, approvals, sharing, today, timeZone }).every(
    ({ what }) => what !== "approval" && what !== "limit",
  );
