// A proposal as its decider sees it: what it changes, what it rests on, what has changed since.
import type { ProposalCheck } from "./checks";
import type { Day, Instant } from "../base/day";
import type { Evidence } from "../pledge/evidence";
import type { Subject } from "./fulfilment";
import type { FieldChange, HistoryEntry } from "./history";
import type { Pledge } from "../pledge/pledge";
import { isUndecided, type ProposalRow } from "./proposal";
import { applyProposal } from "./proposed-change";
import type { Stage } from "../pledge/stages";

export interface Review {
  proposal: ProposalRow;
  subject: Subject;
  /** Pledges that the approval serves, or would serve. */
  concerned: { reference: string; title: string; stage: Stage }[];
  /** The subject's current version. */
  version: number;
  /** From the current state to the proposed one; for an approved proposal, what it changed. */
  changes: FieldChange[];
  /** Changes to the subject since the proposal, newest first; `more`: there are others. */
  since: ChangeSince[];
  more: boolean;
  checks: ProposalCheck[];
  /** Fields this reader has changed since: `pledge.stage`, … */
  involvement: string[];
  neighbours: ReviewNeighbours;
}

export type ChangeSince = Omit<HistoryEntry, "leafHash" | "comment">;

/** Ids of the neighbouring proposals in the current view. */
export interface ReviewNeighbours {
  previous: string | null;
  next: string | null;
  /** The oldest of the others. */
  first: string | null;
  total: number;
  capped: boolean;
}

/** A proposal's evidence: what it adds, what it cites, and what else is on record, newest first. */
export function reviewEvidence({
  subject,
}: Pick<Review, "subject">): Record<"brought" | "cited" | "others", Evidence[]> {
  if (subject.kind === "approval") return { brought: [], cited: [], others: [] };
  const { pledge, wish } = subject;
  const [brought, cites] = wish.do === "stage" ? [wish.evidence, wish.cites] : [[], []];
  const isBrought = ({ id }: Evidence): boolean => brought.some((piece) => piece.id === id);
  return {
    // Once approved it is on record, and may have been retracted since.
    brought: brought.map((piece) => pledge.evidence.find(({ id }) => id === piece.id) ?? piece),
    cited: pledge.evidence.filter(({ id }) => cites.includes(id)),
    others: pledge.evidence.filter((piece) => !cites.includes(piece.id) && !isBrought(piece)).reverse(),
  };
}

/** The pledge as it would be; null if the proposal isn't about a pledge, or is decided. */
export function pledgeProposed(
  { proposal, subject }: Pick<Review, "proposal" | "subject">,
  { at, today }: { at: Instant; today: Day },
): Pledge | null {
  if (subject.kind !== "pledge" || !isUndecided(proposal)) return null;
  return applyProposal(subject.pledge, subject.wish, { reason: proposal.reason, at, today });
}
