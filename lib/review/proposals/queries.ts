import "server-only";
import { mayDecide, type Actor, mayReadRegister, maySeeAccountProposals } from "@/lib/domain/people/actor";
import { NO_STAGE_FACTS, type StageFacts } from "@/lib/domain/pledge/evidence-requirements";
import { checksOf } from "@/lib/domain/proposals/checks";
import { isActionable } from "@/lib/domain/pledge/condition";
import { dayOf, type Day, type Instant } from "@/lib/domain/base/day";
import { ownerNamed, versionOf, type Subject } from "@/lib/domain/proposals/fulfilment";
import { isId } from "@/lib/domain/base/id";
import { countedTo, type Listed } from "@/lib/domain/base/listing";
import { type ProposalFilter, isUndecided, type ProposalRow } from "@/lib/domain/proposals/proposal";
import { truthIn } from "@/lib/domain/conditions/leaf-facts";
import type { Person } from "@/lib/domain/people/person";
import type { AnyProposalRow } from "@/lib/domain/proposals/account";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { Review } from "@/lib/domain/proposals/review";
import { findAround } from "@/lib/db/queries/pledges/around";
import { findFacts } from "@/lib/db/queries/conditions/conditions";
import {
  countProposals,
  findAccountProposal,
  findAnyProposals,
  findNeighbours,
  findOwnProposals,
  findProposalRow,
  findProposals,
  type ProposalScope,
} from "@/lib/db/queries/pledges/proposals";
import {
  findPledgesOfApproval,
  findEventsSince,
  findFulfilment,
  findChangesBy,
  findNamedPerson,
  findSubject,
} from "@/lib/db/queries/pledges/review";
import { shownOf, shownTo } from "@/lib/db/queries/pledges/sealed";
import { findSettings } from "@/lib/db/queries/log/settings";
import { proposalQuery } from "./filter";
import { changeOf, changesOf } from "./proposed-changes";

export async function loadProposals(
  actor: Actor,
  filter: ProposalFilter,
): Promise<Result<Listed<ProposalRow>>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const [found, total] = await Promise.all([findProposals(filter), countProposals(filter)]);
  const shown = await shownTo(actor, found);
  return ok(proposalQuery.page(shown, filter, total));
}

/**
 * About records, for people who read the register; about accounts, for people who keep, read or decide on
 * accounts.
 */
export async function loadAnyProposals(
  actor: Actor,
  filter: ProposalFilter,
): Promise<Result<Listed<AnyProposalRow>>> {
  const scope = scopeOf(actor);
  const [found, total] = await Promise.all([findAnyProposals(filter, scope), countProposals(filter, scope)]);
  const shown = await shownTo(
    actor,
    found.map((row) => ({ participant: row.participant ?? "", row })),
  );
  const rows = shown.map(({ row }) => row);
  return ok(proposalQuery.page(rows, filter, total));
}

function scopeOf(actor: Actor): ProposalScope {
  if (!mayReadRegister(actor)) return "accounts";
  return maySeeAccountProposals(actor) ? "all" : "records";
}

/** Of either kind, for people who may see that kind. */
export async function loadAnyProposal(actor: Actor, id: string): Promise<Result<AnyProposalRow>> {
  const account = maySeeAccountProposals(actor) ? await findAccountProposal(id) : null;
  if (account) return ok(account);
  return mayReadRegister(actor) ? loadProposal(actor, id) : refuse("not-found");
}

export interface OwnProposals {
  returned: ProposalRow[];
  waiting: ProposalRow[];
}

const OWN_AT_MOST = 100;

/** Sent back to this person or on a pledge they own, and their own pending ones. */
export async function loadOwnProposals(actor: Actor): Promise<Result<OwnProposals>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const [returned, waiting] = await Promise.all([
    findOwnProposals(actor, "RETURNED", OWN_AT_MOST),
    findOwnProposals(actor, "OPEN", OWN_AT_MOST),
  ]);
  return ok({ returned: await shownTo(actor, returned), waiting: await shownTo(actor, waiting) });
}

export async function loadProposal(actor: Actor, id: string): Promise<Result<ProposalRow>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const proposal = await findProposalRow(id);
  return proposal ? ok(await shownOf(actor, proposal.participant, proposal)) : refuse("not-found");
}

/** A proposal with everything that a decision depends on, and its neighbours in the current view. */
export async function loadReview(
  actor: Actor,
  id: string,
  filter: ProposalFilter,
  at: Instant,
): Promise<Result<Review>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const proposal = isId(id) ? await findProposalRow(id) : null;
  if (!proposal) return refuse("not-found");
  const subject = await findSubject(proposal);
  const { timeZone } = await findSettings();
  const today = dayOf(at, timeZone);
  const [stageFacts, owner, concerned, fulfilment, since, involvement, neighbours, total] = await Promise.all(
    [
      loadStageFacts(subject, today),
      ownerOf(subject),
      subject.kind === "approval" ? findPledgesOfApproval(proposal.concerns, CONCERNED_SHOWN) : [],
      proposal.status === "APPROVED" ? findFulfilment(proposal) : null,
      isUndecided(proposal) ? findEventsSince(proposal, SINCE_SHOWN + 1) : [],
      proposal.status === "OPEN" && mayDecide(actor) ? findChangesBy(actor.id, proposal) : [],
      findNeighbours(filter, proposal),
      countProposals(filter),
    ],
  );
  const context = { ...stageFacts, owner, today, timeZone, at, changed: involvement };
  const review: Review = {
    proposal,
    subject,
    concerned,
    version: versionOf(subject),
    changes: changesOf(proposal, subject, fulfilment, context),
    since: since.slice(0, SINCE_SHOWN).map(changeOf),
    more: since.length > SINCE_SHOWN,
    checks: checksOf(actor, proposal, subject, context),
    involvement,
    neighbours: { ...neighbours, ...countedTo(total) },
  };
  return ok(await shownOf(actor, proposal.participant, review));
}

/** Facts outside the pledge that its stages depend on. */
async function loadStageFacts(subject: Subject, today: Day): Promise<StageFacts> {
  if (subject.kind === "approval") return NO_STAGE_FACTS;
  const { pledge } = subject;
  const [around, facts] = await Promise.all([
    findAround([pledge]),
    findFacts(pledge.condition === null ? [] : [pledge.condition]),
  ]);
  const { approvals, sharing, deliveries } = around.get(pledge.reference) ?? NO_STAGE_FACTS;
  return {
    approvals,
    sharing,
    deliveries,
    actionable: isActionable(pledge.condition, truthIn(facts, today)),
  };
}

async function ownerOf(subject: Subject): Promise<Person | null> {
  const email = ownerNamed(subject);
  return email === null ? null : findNamedPerson(email);
}

const CONCERNED_SHOWN = 50;

/** The rest is in the record's own history. */
const SINCE_SHOWN = 30;
