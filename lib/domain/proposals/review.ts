// A proposal as somebody looks at it who is to decide: what it would change, what it rests on, what has moved on.
import type { Role } from "../people/actor";
import type { Action } from "../base/audit";
import type { ProposalCheck } from "./checks";
import type { Instant } from "../base/day";
import type { Evidence } from "../pledge/evidence";
import type { Subject } from "./fulfilment";
import type { FieldChange } from "./history";
import type { ProposalRow } from "./proposal";
import type { Stage } from "../pledge/stages";

export interface Review {
  proposal: ProposalRow;
  subject: Subject;
  /** The pledges that an approval serves, or would. */
  concerned: { reference: string; title: string; stage: Stage }[];
  /** Of the subject, as it stands. */
  version: number;
  /** From how it stands to how it would; of one that was approved, what came of it. */
  changes: FieldChange[];
  /** What has happened to it since it was proposed, the newest first; `more` where that isn't all. */
  since: ChangeSince[];
  more: boolean;
  checks: ProposalCheck[];
  /** What the one who looks has changed of it since: `pledge.stage`, … */
  hand: string[];
  beside: ReviewNeighbours;
}

export interface ChangeSince {
  seq: number;
  at: Instant;
  actor: { name: string; role: Role };
  action: Action;
  /** The body, of an approval. */
  about: string | null;
  reason: string | null;
  changes: FieldChange[];
}

/** Its neighbours in the view it is looked at in, by their ids. */
export interface ReviewNeighbours {
  previous: string | null;
  next: string | null;
  /** The oldest of all others. */
  first: string | null;
  total: number;
  capped: boolean;
}

/** What a proposal rests on: what it brings, what it points to, and what else is on record, the newest first. */
export function reviewEvidence({
  subject,
}: Pick<Review, "subject">): Record<"brought" | "cited" | "others", Evidence[]> {
  if (subject.kind === "approval") return { brought: [], cited: [], others: [] };
  const { pledge, wish } = subject;
  const [brought, cites] = wish.do === "stage" ? [wish.evidence, wish.cites] : [[], []];
  const isBrought = ({ id }: Evidence): boolean => brought.some((piece) => piece.id === id);
  return {
    // Once approved it is on record, and may have been retracted there since.
    brought: brought.map((piece) => pledge.evidence.find(({ id }) => id === piece.id) ?? piece),
    cited: pledge.evidence.filter(({ id }) => cites.includes(id)),
    others: pledge.evidence.filter((piece) => !cites.includes(piece.id) && !isBrought(piece)).reverse(),
  };
}
