import "server-only";
import { randomUUID } from "node:crypto";
import { mayKeepPeople, type Actor } from "@/lib/domain/people/actor";
import { givesPower } from "@/lib/domain/people/power";
import type { Person } from "@/lib/domain/people/person";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, refused, type Result } from "@/lib/domain/base/result";
import {
  isSameAccount,
  isSameOffice,
  newAccount,
  withAccountChanges,
  type AccountSubject,
} from "@/lib/domain/proposals/account";
import { write, type Tx } from "@/lib/db/write";
import { giveLink, isMailSetUp, makeLink } from "./link";
import { whyNotAccount } from "./rules";
import type { PersonChanges, PersonInput } from "./schema";
import { makeOrPropose, type AccountOutcome } from "./two-people";

/**
 * The person and the path for setting a password: valid once, for 24 hours, and returned only here; null: it
 * was mailed to the person.
 */
export type PersonWithLink = Person & { setPasswordLink: string | null };

/**
 * Refuses `role`; `invalid` if the e-mail is taken, if it or the name can be mistaken for another person's,
 * if someone other than an officer gets a desk, or if one of its codes is unknown. An account with power is
 * proposed.
 */
export function createPerson(
  actor: Actor,
  { reason, ...account }: PersonInput,
): Promise<Result<AccountOutcome<PersonWithLink>>> {
  return write(actor, async (tx) => {
    if (!mayKeepPeople(actor)) return refuse("role");
    const person = newAccount(randomUUID(), account, tx.at);
    const why = await whyNotAccount(tx, null, person);
    if (why) return why;
    const subject = await tx.accountProposals.lockSubject(person.id);
    const wanted = { id: person.id, wish: { do: "create-account" as const, account }, subject, reason };
    return makeOrPropose(tx, actor, wanted, async (aloneAt) => {
      const event = { action: "person.created" as const, reason: reason ?? null };
      const saved = await tx.save("person", null, { ...person, aloneAt }, event);
      return { ...saved, setPasswordLink: await giveLink(tx, actor, saved.id) };
    });
  });
}

/**
 * By the operator at the machine, while nobody else can create it: there is no administrator, or, once
 * accounts have needed two people, only one person who can decide is left.
 */
export function createFirstAdministrator(
  actor: Actor,
  { email, name }: Pick<PersonInput, "email" | "name">,
): Promise<Result<Person & { setPasswordLink: string }>> {
  return write(actor, async (tx) => {
    if ((await tx.people.countAdmins()) > 0 && !(await tx.accountProposals.isOneLeft()))
      return refuse("already-there");
    const person = newAccount(randomUUID(), { email, name, role: "ADMIN", desk: [], sealed: false }, tx.at);
    const why = await whyNotAccount(tx, null, person);
    if (why) return why;
    const saved = await tx.save("person", null, person, { action: "person.created" });
    return ok({ ...saved, setPasswordLink: await makeLink(tx, saved.id) });
  });
}

export interface PersonChange {
  id: string;
  /** The version the client has. */
  ifMatch: number;
  changes: PersonChanges;
}

/**
 * Applies from the person's next request; a disabled person loses all sessions, links and tokens,
 * and webhooks are paused. One administrator must remain. Nobody changes their own role, desk or clearance: refused with `role`. A change
 * that gives power is proposed as a whole.
 */
export function changePerson(
  actor: Actor,
  { id, ifMatch, changes: { reason, ...changes } }: PersonChange,
): Promise<Result<AccountOutcome<Person>>> {
  return write(actor, async (tx) => {
    const editable = await requireEditablePerson(tx, actor, id);
    if (!editable.ok) return editable;
    const { person: before } = editable.value;
    if (ifMatch !== before.version)
      return refused({ code: "version", conflict: await tx.conflict("person", before, ifMatch) });
    const after = withAccountChanges(before, changes, tx.at);
    const why = await whyNotAccount(tx, before, after);
    if (why) return why;
    if (id === actor.id && !isSameOffice(before, after)) return refuse("role");
    if (isSameAccount(before, after)) return ok({ done: before, proposal: null });

    const wanted = { id, wish: { do: "change-account" as const, changes }, subject: editable.value, reason };
    return makeOrPropose(tx, actor, wanted, (aloneAt) =>
      saveChange(tx, before, { ...after, aloneAt: aloneAt ?? after.aloneAt }, reason),
    );
  });
}

/** Also for a change that was decided on. */
export async function saveChange(
  tx: Tx,
  before: Person,
  after: Person,
  reason: string | null = null,
): Promise<Person> {
  if (before.disabledAt === null && after.disabledAt !== null) {
    await tx.endAccess(before.id);
    await tx.endPasswordTokens(before.id);
  }
  const gives = isMailSetUp() && givesPower(before, after, await tx.accountProposals.confidential());
  if (gives) await tx.mailAbout(before.id, "POWER");
  return tx.save("person", before, after, { action: actionOf(before, after), reason });
}

/** Ends all sessions, tokens and webhooks of an account, also the administrator's own; on record, with the actor. */
export function signOutPerson(actor: Actor, { id }: { id: string }): Promise<Result<Person>> {
  return write(actor, async (tx) => {
    if (!mayKeepPeople(actor)) return refuse("role");
    const person = await tx.people.lock(id);
    if (!person) return refuse("not-found");
    await tx.endAccess(id);
    return ok(await tx.save("person", person, person, { action: "person.signed-out" }));
  });
}

/**
 * A new link for setting a password that was forgotten or a link that expired. Older links end. On record, since its
 * holder can act in the person's name: for an account with a password or with power it is proposed.
 */
export function renewLink(
  actor: Actor,
  { id, reason }: { id: string; reason?: string | null },
): Promise<Result<AccountOutcome<PersonWithLink>>> {
  return write(actor, async (tx) => {
    const editable = await requireEditablePerson(tx, actor, id);
    if (!editable.ok) return editable;
    const { person } = editable.value;
    if (person.disabledAt !== null) return invalid({ path: "id", code: "disabled" });
    const wanted = { id, wish: { do: "make-link" as const }, subject: editable.value, reason };
    return makeOrPropose(tx, actor, wanted, async (aloneAt) => {
      const setPasswordLink = await giveLink(tx, actor, id);
      const after = { ...person, aloneAt: aloneAt ?? person.aloneAt };
      const event = { action: "person.link-made" as const, reason: reason ?? null };
      return { ...(await tx.save("person", person, after, event)), setPasswordLink };
    });
  });
}

/** Locks a person's account for an administrator. */
export async function requireEditablePerson(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<Result<AccountSubject & { person: Person }>> {
  if (!mayKeepPeople(actor)) return refuse("role");
  const { person, ...subject } = await tx.accountProposals.lockSubject(id);
  return person ? ok({ person, ...subject }) : refuse("not-found");
}

function actionOf(before: Person, after: Person) {
  if (before.disabledAt === after.disabledAt) return "person.changed";
  return after.disabledAt === null ? "person.enabled" : "person.disabled";
}
