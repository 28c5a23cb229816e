// A proposal to give an account power: made by one administrator, decided by someone else, never the holder.
import { mayKeepPeople, type Actor, type Role } from "../people/actor";
import type { Instant } from "../base/day";
import type { Person } from "../people/person";
import { givesPower, hasPower, mayDecideOnAccount } from "../people/power";
import { invalid, refuse } from "../base/refusal";
import { ok, type Result } from "../base/result";
import { closed, isUndecided, newlyOpen, type Decision, type Proposal, type ProposalRow } from "./proposal";

export type AccountContent = Pick<Person, "email" | "name" | "role" | "desk" | "sealed">;
/** Left out: as it is. */
export interface AccountChanges {
  name?: string | undefined;
  role?: Role | undefined;
  desk?: string[] | undefined;
  sealed?: boolean | undefined;
  disabled?: boolean | undefined;
}

export type ProposedAccountChange =
  | { do: "create-account"; account: AccountContent }
  | { do: "change-account"; changes: AccountChanges }
  | { do: "make-link" }
  | { do: "remove-factor" };

export interface AccountProposal extends Omit<
  Proposal,
  "subject" | "reference" | "participant" | "priority" | "wish"
> {
  subject: "account";
  reference: null;
  participant: null;
  priority: null;
  wish: ProposedAccountChange;
  /** When its link was shown to the proposer, once; with mail it goes to the person and is shown to nobody. */
  linkShownAt: Instant | null;
}

export type AnyProposal = (Proposal & { linkShownAt?: null }) | AccountProposal;

/** About a pledge or an approval, which all readers of the register may see. */
export const isAboutRecord = (proposal: AnyProposal): proposal is Proposal => proposal.subject !== "account";

/** With the names of those involved. */
export interface KnownAccountProposal extends AccountProposal {
  proposedBy: { name: string; email: string };
  decidedBy: string | null;
}

/** `title`: the name of the account's holder. */
export interface AccountProposalRow extends KnownAccountProposal {
  title: string;
}

export type AnyProposalRow = ProposalRow | AccountProposalRow;

/** The account as it is now; null: it isn't on record yet. */
export interface AccountSubject {
  person: Person | null;
  /** A password, or an identity at the provider of single sign-on. */
  hasWayIn: boolean;
  /** Participants with a number ever given in confidence: an officer with one on the desk may read it. */
  confidential: readonly string[];
}

/** Of the account's holder, where it isn't on record yet. */
export const nameProposed = (wish: ProposedAccountChange): string | null =>
  wish.do === "create-account" ? wish.account.name : null;

/** A proposal as its decider sees it. */
export interface AccountReview {
  proposal: AccountProposalRow;
  /** As it is now; null: not on record. */
  person: (Person & { hasPassword: boolean }) | null;
  version: number;
  may: { decide: boolean; withdraw: boolean; seeLink: boolean };
  /** The reader decides nothing until then; null: nothing holds them back. */
  heldUntil: Instant | null;
}

export function proposeForAccount(
  actor: Actor,
  proposed: Pick<AccountProposal, "id" | "subjectId" | "wish" | "basedOn">,
  reason: string | null | undefined,
  pending: AccountProposal | null,
  at: Instant,
): Result<AccountProposal> {
  if (!mayKeepPeople(actor)) return refuse("role");
  if (!reason) return refuse("reason-missing");
  if (pending?.status === "OPEN") return refuse("proposal-open");
  return ok({
    ...proposed,
    subject: "account",
    reference: null,
    participant: null,
    priority: null,
    concerns: [],
    ...newlyOpen(actor, reason, at),
    linkShownAt: null,
  });
}

export function decidedForAccount(
  actor: Actor,
  proposal: KnownAccountProposal,
  { decision, note }: { decision: Decision; note: string | null },
  at: Instant,
): Result<AccountProposal> {
  const why = whyNotDecideOnAccount(actor, proposal);
  if (why) return why;
  if (decision === "RETURN" && !note) return refuse("reason-missing");
  const status = decision === "APPROVE" ? "APPROVED" : "RETURNED";
  return ok({ ...rowOf(proposal), status, deciderId: actor.id, note, decidedAt: at });
}

/** Null: this person may decide it now. */
export function whyNotDecideOnAccount(actor: Actor, proposal: KnownAccountProposal): Result<never> | null {
  if (proposal.subjectId === actor.id) return refuse("own-proposal", { because: "account" });
  if (!mayDecideOnAccount(actor, proposal.subjectId)) return refuse("role");
  if (actor.heldUntil) return refuse("held-back", { until: actor.heldUntil });
  if (proposal.status !== "OPEN") return closed(proposal);
  return proposal.proposerId === actor.id ? refuse("own-proposal") : null;
}

/** Only the proposer's own, while it is pending. */
export function withdrawnForAccount(actor: Actor, proposal: KnownAccountProposal): Result<AccountProposal> {
  if (!mayKeepPeople(actor) || proposal.proposerId !== actor.id) return refuse("role");
  return isUndecided(proposal) ? ok({ ...rowOf(proposal), status: "WITHDRAWN" }) : closed(proposal);
}

/** The account after the proposed change, or why that can no longer be made. */
export function applyAccountProposal(
  { person }: AccountSubject,
  change: ProposedAccountChange,
  { id, at }: { id: string; at: Instant },
): Result<Person> {
  if (change.do === "create-account")
    return person ? refuse("already-there") : ok(newAccount(id, change.account, at));
  if (!person) return refuse("not-found");
  switch (change.do) {
    case "change-account": {
      const after = withAccountChanges(person, change.changes, at);
      return isSameAccount(person, after) ? refuse("already-there") : ok(after);
    }
    case "make-link":
      return person.disabledAt === null ? ok({ ...person }) : invalid({ path: "id", code: "disabled" });
    case "remove-factor":
      return person.secondFactorAt === null
        ? refuse("already-there")
        : ok({ ...person, secondFactorAt: null, factorRemovedAt: at });
  }
}

/** Whether the person needs a link for setting a password, once it is approved. */
export function needsLink(
  change: ProposedAccountChange,
  { person, hasWayIn }: Omit<AccountSubject, "confidential">,
): boolean {
  if (change.do === "create-account" || change.do === "make-link") return true;
  return change.do === "change-account" && !hasWayIn && person !== null;
}

/** Hours in which a link that was approved can be asked for, and then used. */
export const LINK_HOURS = 24;

/** Null: the proposer may be shown the link, this once. */
export function whyNotShowLink(
  actor: Actor,
  proposal: KnownAccountProposal,
  subject: Omit<AccountSubject, "confidential">,
  at: Instant,
): Result<never> | null {
  if (!mayKeepPeople(actor) || proposal.proposerId !== actor.id) return refuse("role");
  const { status, decidedAt, linkShownAt, wish } = proposal;
  if (status !== "APPROVED" || decidedAt === null) return refuse("no-such-step");
  if (linkShownAt !== null) return refuse("already-there", { because: "shown" });
  const isLate = Date.parse(at) > Date.parse(decidedAt) + LINK_HOURS * 3_600_000;
  const isSet = subject.hasWayIn && wish.do !== "make-link";
  const isDisabled = subject.person === null || subject.person.disabledAt !== null;
  return isLate || isSet || isDisabled || !needsLink(wish, subject) ? refuse("no-such-step") : null;
}

export const newAccount = (id: string, account: AccountContent, at: Instant): Person => ({
  id,
  ...account,
  disabledAt: null,
  secondFactorAt: null,
  language: null,
  aloneAt: null,
  factorRemovedAt: null,
  version: 1,
  createdAt: at,
  updatedAt: at,
});

/** A role without a desk loses it, unless the change says otherwise. */
export function withAccountChanges(
  before: Person,
  { disabled, ...fields }: AccountChanges,
  at: Instant,
): Person {
  const role = fields.role ?? before.role;
  const desk = fields.desk ?? (role === "OFFICER" ? before.desk : []);
  const disabledAt = disabled === undefined ? before.disabledAt : disabled ? (before.disabledAt ?? at) : null;
  const { name = before.name, sealed = before.sealed } = fields;
  return { ...before, name, role, desk, sealed, disabledAt };
}

export const isSameAccount = (a: Person, b: Person): boolean =>
  a.name === b.name && a.disabledAt === b.disabledAt && isSameOffice(a, b);

/** Role, desk and clearance. */
export const isSameOffice = (a: Person, b: Person): boolean =>
  a.role === b.role && a.sealed === b.sealed && [...a.desk].sort().join() === [...b.desk].sort().join();

/** Whether approving it gives power, or another way into an account: else it needs no second person. */
export function needsSecondPerson(
  change: ProposedAccountChange,
  { person, hasWayIn, confidential }: AccountSubject,
): boolean {
  switch (change.do) {
    case "create-account":
      return hasPower(change.account, confidential);
    case "change-account": {
      const after = person && withAccountChanges(person, change.changes, person.updatedAt);
      return after !== null && givesPower(person, after, confidential);
    }
    case "make-link":
      return hasWayIn || (person !== null && hasPower(person, confidential));
    case "remove-factor":
      return person !== null && person.secondFactorAt !== null;
  }
}

function rowOf({ proposedBy: _by, decidedBy: _decider, ...proposal }: KnownAccountProposal): AccountProposal {
  return proposal;
}
