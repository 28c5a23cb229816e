import "server-only";
import { mayDecideSomething, mayKeepPeople, type Actor } from "@/lib/domain/people/actor";
import type { Person } from "@/lib/domain/people/person";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, refused, type Result } from "@/lib/domain/base/result";
import {
  applyAccountProposal,
  decidedForAccount,
  needsLink,
  whyNotShowLink,
  withdrawnForAccount,
  type AccountProposal,
  type AccountSubject,
  type KnownAccountProposal,
} from "@/lib/domain/proposals/account";
import type { Decision } from "@/lib/domain/proposals/proposal";
import { write, type Tx } from "@/lib/db/write";
import { saveChange } from "../people/commands";
import { isMailSetUp, makeLink } from "../people/link";
import { whyNotAccount } from "../people/rules";
import { removedByAnother } from "../people/second-factor";

export interface AccountDecision {
  id: string;
  decision: Decision;
  note: string | null;
  /** The version of the account that the decider saw. */
  seen?: number | undefined;
}

/** Approves or sends back, once: a manager or an administrator who neither proposed it nor holds the account. */
export function decideAccountProposal(
  actor: Actor,
  { id, decision, note, seen }: AccountDecision,
): Promise<Result<KnownAccountProposal>> {
  return write(actor, async (tx) => {
    if (!mayDecideSomething(actor)) return refuse("role");
    const locked = await lockProposal(tx, id);
    if (!locked.ok) return locked;
    const { proposal, subject } = locked.value;
    const after = decidedForAccount(actor, proposal, { decision, note }, tx.at);
    if (!after.ok) return after;
    if (decision === "APPROVE") {
      const unseen = await whyUnseen(tx, proposal, subject, seen);
      if (unseen) return unseen;
      const done = await apply(tx, proposal, subject);
      if (!done.ok) return done;
    }
    const action = decision === "APPROVE" ? ("proposal.approved" as const) : ("proposal.returned" as const);
    return ok(await saved(tx, actor, proposal, after.value, { action, reason: note }));
  });
}

/** Only by the proposer. */
export function withdrawAccountProposal(
  actor: Actor,
  { id }: { id: string },
): Promise<Result<KnownAccountProposal>> {
  return write(actor, async (tx) => {
    if (!mayKeepPeople(actor)) return refuse("role");
    const locked = await lockProposal(tx, id);
    if (!locked.ok) return locked;
    const { proposal } = locked.value;
    const after = withdrawnForAccount(actor, proposal);
    if (!after.ok) return after;
    return ok(await saved(tx, actor, proposal, after.value, { action: "proposal.withdrawn", reason: null }));
  });
}

/**
 * Shows the approved link to the proposer, once and on record. Refuses `no-such-step` if mail is set up: then
 * it was mailed to the person.
 */
export function showLink(actor: Actor, { id }: { id: string }): Promise<Result<{ setPasswordLink: string }>> {
  return write(actor, async (tx) => {
    if (!mayKeepPeople(actor)) return refuse("role");
    const locked = await lockProposal(tx, id);
    if (!locked.ok) return locked;
    const { proposal, subject } = locked.value;
    const why = whyNotShowLink(actor, proposal, subject, tx.at);
    if (why) return why;
    if (isMailSetUp()) return refuse("no-such-step");
    const after = { ...known(proposal), linkShownAt: tx.at };
    await tx.save("proposal", known(proposal), after, { action: "proposal.link-shown" });
    return ok({ setPasswordLink: await makeLink(tx, proposal.subjectId) });
  });
}

/** The account first, then its proposal: the order of all changes. */
async function lockProposal(
  tx: Tx,
  id: string,
): Promise<Result<{ proposal: KnownAccountProposal; subject: AccountSubject }>> {
  const glimpsed = await tx.accountProposals.find(id);
  if (!glimpsed) return refuse("not-found");
  const subject = await tx.accountProposals.lockSubject(glimpsed.subjectId);
  const proposal = await tx.accountProposals.lock(id);
  return proposal ? ok({ proposal, subject }) : refuse("not-found");
}

/** Changes made since the proposal must have been seen. */
async function whyUnseen(
  tx: Tx,
  { basedOn }: AccountProposal,
  { person }: AccountSubject,
  seen: number = basedOn,
): Promise<Result<never> | null> {
  if (seen === (person?.version ?? 0)) return null;
  return refused({
    code: "version",
    ...(person && { conflict: await tx.conflict("person", person, seen) }),
  });
}

/** Makes the proposed change, if everything is still as proposed. Earlier links that someone may have end. */
async function apply(tx: Tx, proposal: AccountProposal, subject: AccountSubject): Promise<Result<Person>> {
  const { wish, subjectId } = proposal;
  const applied = applyAccountProposal(subject, wish, { id: subjectId, at: tx.at });
  if (!applied.ok) return applied;
  const after = applied.value;
  const why = await whyNotAccount(tx, subject.person, after);
  if (why) return why;
  const { person: before } = subject;
  const saved = await save(tx, before, after, proposal);
  if (before) await tx.endPasswordTokens(subjectId);
  if (isMailSetUp() && needsLink(wish, subject)) await tx.mailAbout(subjectId, "LINK");
  return ok(saved);
}

function save(
  tx: Tx,
  before: Person | null,
  after: Person,
  { wish, reason }: AccountProposal,
): Promise<Person> {
  if (before === null) return tx.save("person", null, after, { action: "person.created", reason });
  if (wish.do === "remove-factor") return removedByAnother(tx, before, {}, reason);
  if (wish.do === "make-link")
    return tx.save("person", before, after, { action: "person.link-made", reason });
  return saveChange(tx, before, after, reason);
}

async function saved(
  tx: Tx,
  actor: Actor,
  before: KnownAccountProposal,
  after: AccountProposal,
  event: { action: "proposal.approved" | "proposal.returned" | "proposal.withdrawn"; reason: string | null },
): Promise<KnownAccountProposal> {
  const { version } = await tx.save("proposal", known(before), after, event);
  const decidedBy = after.deciderId === actor.id ? actor.name : null;
  return { ...after, version, updatedAt: tx.at, proposedBy: before.proposedBy, decidedBy };
}

/** Without the names. */
const known = ({
  proposedBy: _by,
  decidedBy: _decider,
  ...proposal
}: KnownAccountProposal): AccountProposal => proposal;
