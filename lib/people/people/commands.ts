import "server-only";
import { randomUUID } from "node:crypto";
import { mayKeepPeople, type Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import type { Person } from "@/lib/domain/people/person";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, refused, type Result } from "@/lib/domain/base/result";
import { write, type Tx } from "@/lib/db/write";
import { whyNotDistinct } from "./distinct";
import { makeLink } from "./link";
import type { PersonChanges, PersonInput } from "./schema";

/** The new person and the path for setting a password: good once, for 24 hours, returned only here. */
export type PersonWithLink = Person & { setPasswordLink: string };

/**
 * Refuses `role`; `invalid` when the e-mail is taken, when it or the name can be taken for another person's, when a desk
 * isn't an officer's, or one of its codes is unknown.
 */
export function createPerson(actor: Actor, input: PersonInput, at: Instant): Promise<Result<PersonWithLink>> {
  void at;
  return write(actor, async (tx) => {
    if (!mayKeepPeople(actor)) return refuse("role");
    const mistakable = await whyNotDistinct(tx, input);
    if (mistakable) return mistakable;
    const wrongDesk = await whyNotDesk(tx, input);
    if (wrongDesk) return wrongDesk;
    const person = await tx.save("person", null, newPerson(input, tx.at), { action: "person.created" });
    return ok({ ...person, setPasswordLink: await makeLink(tx, person.id) });
  });
}

/** The first administrator of a register without one; nobody exists yet who could create it. */
export function createFirstAdministrator(
  actor: Actor,
  input: Pick<PersonInput, "email" | "name">,
): Promise<Result<PersonWithLink>> {
  return write(actor, async (tx) => {
    if ((await tx.people.countAdmins()) > 0) return refuse("already-there");
    const mistakable = await whyNotDistinct(tx, input);
    if (mistakable) return mistakable;
    const person = newPerson({ ...input, role: "ADMIN", desk: [], sealed: false }, tx.at);
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
 * Applies from the person's next request; a disabled person loses all sessions and links. One administrator must remain.
 * Nobody changes their own role, desk or clearance: refused with `role`.
 */
export function changePerson(
  actor: Actor,
  { id, ifMatch, changes }: PersonChange,
  at: Instant,
): Promise<Result<Person>> {
  void at;
  return write(actor, async (tx) => {
    const taken = await takePerson(tx, actor, id);
    if (!taken.ok) return taken;
    const before = taken.value;
    if (ifMatch !== before.version)
      return refused({ code: "version", conflict: await tx.conflict("person", before, ifMatch) });
    const after = withChanges(before, changes, tx.at);
    const wrongDesk = await whyNotDesk(tx, after);
    if (wrongDesk) return wrongDesk;
    const wrongRole = await whyNotLast(tx, before, after);
    if (wrongRole) return wrongRole;
    const mistakable = after.name === before.name ? null : await whyNotDistinct(tx, after);
    if (mistakable) return mistakable;
    if (id === actor.id && !mayTheSame(before, after)) return refuse("role");
    if (isTheSame(before, after)) return ok(before);

    if (before.disabledAt === null && after.disabledAt !== null) {
      await tx.bumpSessionVersion(id);
      await tx.endPasswordTokens(id);
    }
    return ok(await tx.save("person", before, after, { action: actionOf(before, after) }));
  });
}

/** Ends all sessions of a person, by an administrator or by the person; on record, with the actor. */
export function signOutPerson(actor: Actor, { id }: { id: string }, at: Instant): Promise<Result<Person>> {
  void at;
  return write(actor, async (tx) => {
    const taken = id === actor.id ? found(await tx.people.lock(id)) : await takePerson(tx, actor, id);
    if (!taken.ok) return taken;
    await tx.bumpSessionVersion(id);
    return ok(await tx.save("person", taken.value, taken.value, { action: "person.signed-out" }));
  });
}

/**
 * A new link for setting a password that was forgotten or a link that expired. Older links end. On record, since its
 * holder can act in the person's name.
 */
export function renewLink(
  actor: Actor,
  { id }: { id: string },
  at: Instant,
): Promise<Result<PersonWithLink>> {
  void at;
  return write(actor, async (tx) => {
    const taken = await takePerson(tx, actor, id);
    if (!taken.ok) return taken;
    if (taken.value.disabledAt !== null) return invalid({ path: "id", code: "disabled" });
    const setPasswordLink = await makeLink(tx, id);
    const person = await tx.save("person", taken.value, taken.value, { action: "person.link-made" });
    return ok({ ...person, setPasswordLink });
  });
}

async function takePerson(tx: Tx, actor: Actor, id: string): Promise<Result<Person>> {
  return mayKeepPeople(actor) ? found(await tx.people.lock(id)) : refuse("role");
}

const found = (person: Person | null): Result<Person> => (person ? ok(person) : refuse("not-found"));

function newPerson(input: PersonInput, now: Instant): Person {
  return {
    id: randomUUID(),
    ...input,
    disabledAt: null,
    secondFactorAt: null,
    language: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
}

async function whyNotDesk(
  tx: Tx,
  { role, desk }: Pick<Person, "role" | "desk">,
): Promise<Result<never> | null> {
  if (role !== "OFFICER" && desk.length > 0) return invalid({ path: "desk", code: "desk-of-officers" });
  for (const [index, code] of desk.entries()) {
    if (!(await tx.participants.find(code))) return invalid({ path: `desk.${index}`, code: "unknown" });
  }
  return null;
}

/** At least one active administrator must remain. */
async function whyNotLast(tx: Tx, before: Person, after: Person): Promise<Result<never> | null> {
  if (!isAdministrator(before) || isAdministrator(after) || (await tx.people.countAdmins()) > 1) return null;
  return invalid({ path: after.role === "ADMIN" ? "disabled" : "role", code: "last-administrator" });
}

const isAdministrator = (person: Person): boolean => person.role === "ADMIN" && person.disabledAt === null;

/** A role without a desk loses it, unless the change says otherwise. */
function withChanges(before: Person, { disabled, ...fields }: PersonChanges, now: Instant): Person {
  const role = fields.role ?? before.role;
  const desk = fields.desk ?? (role === "OFFICER" ? before.desk : []);
  const disabledAt =
    disabled === undefined ? before.disabledAt : disabled ? (before.disabledAt ?? now) : null;
  const { name = before.name, sealed = before.sealed } = fields;
  return { ...before, name, role, desk, sealed, disabledAt };
}

function isTheSame(a: Person, b: Person): boolean {
  return a.name === b.name && a.disabledAt === b.disabledAt && mayTheSame(a, b);
}

const mayTheSame = (a: Person, b: Person): boolean =>
  a.role === b.role && a.sealed === b.sealed && [...a.desk].sort().join() === [...b.desk].sort().join();

function actionOf(before: Person, after: Person) {
  if (before.disabledAt === after.disabledAt) return "person.changed";
  return after.disabledAt === null ? "person.enabled" : "person.disabled";
}
