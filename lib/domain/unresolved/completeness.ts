// How much of what should be known about a pledge is on record: facts, never a score.
import { instrumentOf, verificationOf, VERIFICATIONS } from "../pledge/evidence";
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

export function completenessOf(pledge: Pledge): Completeness {
  const missing = COMPLETENESS_FACTS.filter((fact) => !KNOWN[fact](pledge));
  return { met: COMPLETENESS_FACTS.length - missing.length, of: COMPLETENESS_FACTS.length, missing };
}

const KNOWN: Record<CompletenessFact, (pledge: Pledge) => boolean> = {
  statedOn: (pledge) => pledge.statedOn !== null,
  authority: (pledge) => pledge.authorisedBy !== null,
  furtherApproval: (pledge) => pledge.furtherApproval !== "UNKNOWN",
  officialSource: (pledge) => isVerified(pledge, "REGISTERED"),
  instrument: (pledge) => isVerified(pledge, "DOCUMENTED"),
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
export function hasTiming(pledge: Pledge): boolean {
  return (
    hasWindow(pledge) ||
    pledge.dueOn !== null ||
    pledge.contributions.some((line) => line.noticeToMoveDays !== null)
  );
}

function isVerified(pledge: Pledge, least: (typeof VERIFICATIONS)[number]): boolean {
  const verification = verificationOf(instrumentOf(pledge.evidence));
  return verification !== null && VERIFICATIONS.indexOf(verification) >= VERIFICATIONS.indexOf(least);
}
