// How much of what should be known about a pledge is on record: facts, never a score.
import { verificationOf, VERIFICATIONS, type EvidenceKind } from "../pledge/evidence";
import { hasWindow, type Pledge } from "../pledge/pledge";
import { leavesOpen } from "../pledge/quantity";

export const COMPLETENESS_FACTS = [
  "statedOn",
  "authority",
  "furtherApproval",
  "officialSource",
  "instrument",
  "quantity",
  "window",
  "location",
  "owner",
  "nextAction",
] as const;
export type CompletenessFact = (typeof COMPLETENESS_FACTS)[number];

export interface Completeness {
  met: number;
  of: number;
  missing: CompletenessFact[];
}

/** `instrument`: the strongest kind of its evidence. */
export function completenessOf(pledge: WithLines, instrument: EvidenceKind | null): Completeness {
  const missing = COMPLETENESS_FACTS.filter((fact) => !KNOWN[fact](pledge, instrument));
  return { met: COMPLETENESS_FACTS.length - missing.length, of: COMPLETENESS_FACTS.length, missing };
}

type WithLines = Omit<Pledge, "evidence">;

const KNOWN: Record<CompletenessFact, (pledge: WithLines, instrument: EvidenceKind | null) => boolean> = {
  statedOn: (pledge) => pledge.statedOn !== null,
  authority: (pledge) => pledge.authorisedBy !== null,
  furtherApproval: (pledge) => pledge.furtherApproval !== "UNKNOWN",
  officialSource: (_pledge, instrument) => isVerified(instrument, "REGISTERED"),
  instrument: (_pledge, instrument) => isVerified(instrument, "DOCUMENTED"),
  quantity: (pledge) => hasQuantity(pledge),
  window: (pledge) => hasTiming(pledge),
  location: (pledge) =>
    pledge.contributions.length > 0 && pledge.contributions.every((line) => line.location !== "UNSTATED"),
  owner: (pledge) => pledge.owner !== null,
  nextAction: (pledge) => pledge.nextAction !== null,
};

/** Each contribution states an amount, in units or money. The same test as NO_QUANTITY. */
export function hasQuantity(pledge: Pick<Pledge, "contributions">): boolean {
  return (
    pledge.contributions.length > 0 &&
    pledge.contributions.every((line) => !leavesOpen(line.quantity) || line.money !== null)
  );
}

/** A window, a due date or a notice to move. The same test as NO_WINDOW. */
export function hasTiming(pledge: WithLines): boolean {
  return (
    hasWindow(pledge) ||
    pledge.dueOn !== null ||
    pledge.contributions.some((line) => line.noticeToMoveDays !== null)
  );
}

function isVerified(instrument: EvidenceKind | null, least: (typeof VERIFICATIONS)[number]): boolean {
  const verification = verificationOf(instrument);
  return verification !== null && VERIFICATIONS.indexOf(verification) >= VERIFICATIONS.indexOf(least);
}
