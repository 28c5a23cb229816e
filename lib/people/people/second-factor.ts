// A second factor on record: that it exists, since when, and who removed it; never what it is.
import "server-only";
import { mayKeepPeople, type Actor } from "@/lib/domain/people/actor";
import type { Person } from "@/lib/domain/people/person";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { write, type Tx } from "@/lib/db/write";

/** The secret already sealed, the codes already hashed; `step` is the time step of the confirming code. */
export interface ConfirmedFactor {
  secret: string;
  step: number;
  codeHashes: string[];
}

/**
 * By the person, who gave a code from the device. Ends sessions opened without it, except this one. Refuses
 * `already-there`.
 */
export function setSecondFactor(actor: Actor, factor: ConfirmedFactor): Promise<Result<Person>> {
  return write(actor, async (tx) => {
    const person = await tx.people.lock(actor.id);
    if (!person || person.disabledAt !== null) return refuse("not-found");
    if (person.secondFactorAt !== null) return refuse("already-there");
    await tx.setSecondFactor(person.id, factor);
    await tx.replaceRecoveryCodes(person.id, factor.codeHashes);
    if (actor.session !== null) await tx.markSecondStep(actor.session);
    const after = { ...person, secondFactorAt: tx.at };
    return ok(await tx.save("person", person, after, { action: "person.second-factor-set" }));
  });
}

/** By the person, who has given the password. Refuses `no-such-step` where there is no second factor. */
export function renewRecoveryCodes(
  actor: Actor,
  { codeHashes }: { codeHashes: readonly string[] },
): Promise<Result<Person>> {
  return write(actor, async (tx) => {
    const person = await tx.people.lock(actor.id);
    if (!person) return refuse("not-found");
    if (person.secondFactorAt === null) return refuse("no-such-step");
    await tx.replaceRecoveryCodes(person.id, codeHashes);
    return ok(await tx.save("person", person, { ...person }, { action: "person.recovery-codes-renewed" }));
  });
}

/** By the person, who has given the password. The caller ends the other sessions. */
export function removeOwnSecondFactor(actor: Actor): Promise<Result<Person>> {
  return write(actor, async (tx) => {
    const person = await tx.people.lock(actor.id);
    return person ? ok(await without(tx, person)) : refuse("not-found");
  });
}

/**
 * By an administrator, for a lost device; all the person's sessions end. Refuses `role`, also for one's own: that needs
 * the password.
 */
export function removeSecondFactor(actor: Actor, { id }: { id: string }): Promise<Result<Person>> {
  return write(actor, async (tx) => {
    if (!mayKeepPeople(actor) || id === actor.id) return refuse("role");
    const person = await tx.people.lock(id);
    if (!person) return refuse("not-found");
    if (person.secondFactorAt === null) return ok(person);
    await tx.bumpSessionVersion(id);
    return ok(await without(tx, person));
  });
}

async function without(tx: Tx, person: Person): Promise<Person> {
  if (person.secondFactorAt === null) return person;
  await tx.removeSecondFactor(person.id);
  const after = { ...person, secondFactorAt: null };
  return tx.save("person", person, after, { action: "person.second-factor-removed" });
}
