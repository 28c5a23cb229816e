// A pledge's details from a snapshot: the record at that time and what followed from it. Nothing of it can be changed.
import type { Actor } from "../people/actor";
import type { Instant } from "../base/day";
import type { Pledge } from "../pledge/pledge";
import type { KnownProposal, Proposal } from "../proposals/proposal";
import type { KnownRuling, Ruling } from "../proposals/ruling";
import { pledgeDetailsOf, type PledgeDetails } from "../details/pledge-details";
import type { Snapshot } from "./snapshot";
import { contextIn, supersededIn } from "./snapshot-index";

export function snapshotDetails(
  actor: Actor,
  snapshot: Snapshot,
  pledge: Pledge,
  at: Instant,
): PledgeDetails {
  const { approvals, proposals, rulings, deliveries, offers, ...context } = contextIn(snapshot, pledge);
  const details = pledgeDetailsOf(
    actor,
    pledge,
    {
      ...context,
      approvals: [...approvals],
      deliveries: [...deliveries],
      offers: [...offers],
      proposals: proposals.map((proposal) => withNames(snapshot, proposal)),
      rulings: rulings.map((ruling) => withName(snapshot, ruling)),
      supersedes: supersededIn(snapshot, pledge.reference),
    },
    at,
  );
  return { ...details, may: { edit: false, set: [], propose: [], decide: false, void: false } };
}

function withNames({ person }: Snapshot, proposal: Proposal): KnownProposal {
  const { name = "", email = "" } = person.get(proposal.proposerId) ?? {};
  const decider = proposal.deciderId === null ? undefined : person.get(proposal.deciderId);
  return { ...proposal, proposedBy: { name, email }, decidedBy: decider?.name ?? null };
}

const withName = ({ person }: Snapshot, ruling: Ruling): KnownRuling => ({
  ...ruling,
  ruledBy: person.get(ruling.rulerId)?.name ?? "",
});
