import "server-only";
import { maySeeAccountProposals, type Actor } from "@/lib/domain/people/actor";
import { isId } from "@/lib/domain/base/id";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import {
  whyNotDecideOnAccount,
  whyNotShowLink,
  withdrawnForAccount,
  type AccountProposalRow,
  type AccountReview,
} from "@/lib/domain/proposals/account";
import type { Instant } from "@/lib/domain/base/day";
import {
  countOpenForAccounts,
  findAccountProposal,
  findAccountProposals,
  findPendingFor,
} from "@/lib/db/queries/pledges/proposals";
import { findPerson } from "@/lib/db/queries/workspace/people";
import { isMailSetUp } from "../people/link";

export async function loadAccountProposal(actor: Actor, id: string): Promise<Result<AccountProposalRow>> {
  if (!maySeeAccountProposals(actor) || !isId(id)) return refuse("not-found");
  const proposal = await findAccountProposal(id);
  return proposal ? ok(proposal) : refuse("not-found");
}

const SHOWN = 100;

/** Those that wait first, then the latest. */
export async function loadAccountProposals(actor: Actor): Promise<Result<AccountProposalRow[]>> {
  return maySeeAccountProposals(actor) ? ok(await findAccountProposals(SHOWN)) : refuse("role");
}

/** How many wait for a decision. */
export async function countWaitingForAccounts(actor: Actor): Promise<Result<number>> {
  return maySeeAccountProposals(actor) ? ok(await countOpenForAccounts()) : refuse("role");
}

/** The pending proposal for an account. */
export const loadPendingFor = async (actor: Actor, id: string): Promise<AccountProposalRow | null> =>
  maySeeAccountProposals(actor) && isId(id) ? findPendingFor(id) : null;

export async function loadAccountReview(
  actor: Actor,
  id: string,
  at: Instant,
): Promise<Result<AccountReview>> {
  const loaded = await loadAccountProposal(actor, id);
  if (!loaded.ok) return loaded;
  const proposal = loaded.value;
  const person = await findPerson(proposal.subjectId);
  const hasWayIn = person !== null && (person.hasPassword || person.identity !== null);
  const subject = { person, hasWayIn };
  return ok({
    proposal,
    person,
    version: person?.version ?? 0,
    may: {
      decide: whyNotDecideOnAccount(actor, proposal) === null,
      withdraw: withdrawnForAccount(actor, proposal).ok,
      seeLink: !isMailSetUp() && whyNotShowLink(actor, proposal, subject, at) === null,
    },
    heldUntil: actor.heldUntil ?? null,
  });
}
