import "server-only";
import type { Actor } from "@/lib/domain/actor";
import { cursorOf } from "@/lib/domain/cursor";
import type { Instant } from "@/lib/domain/day";
import { COUNTED_TO, type Listed, type ProposalFilter } from "@/lib/domain/listing";
import type { ProposalRow } from "@/lib/domain/proposal";
import { refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import { countProposals, findOwnProposals, findProposalRow, findProposals } from "@/lib/db/read/proposals";
import { reachesRegister } from "@/lib/db/reach";
import { PROPOSAL_ORDER } from "./filter";

export async function loadProposals(
  actor: Actor,
  filter: ProposalFilter,
  _at: Instant,
): Promise<Result<Listed<ProposalRow>>> {
  if (!reachesRegister(actor)) return refuse("role");
  const [found, total] = await Promise.all([findProposals(filter), countProposals(filter)]);
  const page = found.slice(0, filter.limit);
  const last = page.at(-1);
  return ok({
    items: page,
    next: found.length > page.length && last ? cursorOf(PROPOSAL_ORDER, [last.createdAt, last.id]) : null,
    total: Math.min(total, COUNTED_TO),
    capped: total > COUNTED_TO,
  });
}

export interface OwnProposals {
  returned: ProposalRow[];
  waiting: ProposalRow[];
}

const OWN_AT_MOST = 100;

/** Sent back to this person, or on a pledge they own; and their own that wait. */
export async function loadOwnProposals(actor: Actor, _at: Instant): Promise<Result<OwnProposals>> {
  if (!reachesRegister(actor)) return refuse("role");
  const [returned, waiting] = await Promise.all([
    findOwnProposals(actor, "RETURNED", OWN_AT_MOST),
    findOwnProposals(actor, "OPEN", OWN_AT_MOST),
  ]);
  return ok({ returned, waiting });
}

export async function loadProposal(actor: Actor, id: string, _at: Instant): Promise<Result<ProposalRow>> {
  if (!reachesRegister(actor)) return refuse("role");
  const proposal = await findProposalRow(id);
  return proposal ? ok(proposal) : refuse("not-found");
}
