// A second factor on record: that it exists, since when, and who removed it; never what it is.
import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { isLastFactor, MOST_PASSKEYS, type NewPasskey } from "@/lib/domain/people/passkey";
import type { Person } from "@/lib/domain/people/person";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { write, type Tx } from "@/lib/db/write";
import { requireEditablePerson } from "./commands";
import { isMailSetUp } from "./link";
import { makeOrPropose, type AccountOutcome } from "./two-people";

/** The secret already sealed, the codes already hashed; `step` is the time step of the confirming code. */
export type ConfirmedFactor =
  | { codeHashes: string[]; secret: string; step: number }
  | { codeHashes: string[]; passkey: NewPasskey };

/**
 * By the person, with a code from the device, or with a first passkey. Ends sessions opened without it,
 * except this one. Refuses `already-there`, except for a device next to passkeys.
 */
export function setSecondFactor(actor: Actor, factor: ConfirmedFactor): Promise<Result<Person>> {
  return write(actor, async (tx) => {
    const person = await tx.people.lock(actor.id);
    if (!person || person.disabledAt !== null) return refuse("not-found");
    // A build that knew no passkeys may have removed a factor and left them.
    if (person.secondFactorAt === null) await tx.removeSecondFactor(person.id);
    const isFree =
      "passkey" in factor ? person.secondFactorAt === null : !(await tx.passkeys.hasDevice(person.id));
    if (!isFree || ("passkey" in factor && (await tx.passkeys.isKnown(factor.passkey.credentialId))))
      return refuse("already-there");
    if ("passkey" in factor) await tx.passkeys.add(person.id, factor.passkey);
    else await tx.setSecondFactor(person.id, factor);
    await tx.replaceRecoveryCodes(person.id, factor.codeHashes);
    if (actor.session !== null) await tx.markSecondStep(actor.session);
    const after = { ...person, secondFactorAt: person.secondFactorAt ?? tx.at };
    return ok(await tx.save("person", person, after, { action: "person.second-factor-set" }));
  });
}

/** By the person, who has given the password and the second factor. Refuses `already-there`. */
export function addPasskey(actor: Actor, passkey: NewPasskey): Promise<Result<Person>> {
  return write(actor, async (tx) => {
    const person = await tx.people.lock(actor.id);
    if (!person || person.secondFactorAt === null) return refuse("not-found");
    if (await tx.passkeys.isKnown(passkey.credentialId)) return refuse("already-there");
    if ((await tx.passkeys.of(person.id)).length >= MOST_PASSKEYS)
      return invalid({ path: "factor-list", code: "too-many-passkeys" });
    await tx.passkeys.add(person.id, passkey);
    return ok(
      await tx.save("person", person, person, { action: "person.passkey-added", reason: passkey.name }),
    );
  });
}

/**
 * By the person, who has given the password and the second factor. Removing the last passkey removes the
 * second factor; refuses `invalid` if the role must have one.
 */
export function removePasskey(actor: Actor, { id }: { id: string }): Promise<Result<Person>> {
  return write(actor, async (tx) => {
    const person = await tx.people.lock(actor.id);
    if (!person) return refuse("not-found");
    const passkeys = await tx.passkeys.of(person.id);
    const passkey = passkeys.find((one) => one.id === id);
    if (!passkey) return refuse("not-found");
    if (isLastFactor({ hasDevice: await tx.passkeys.hasDevice(person.id), passkeys }, id)) {
      if (await tx.register.asksFactorOf(person))
        return invalid({ path: "factor-list", code: "last-factor" });
      return ok(await without(tx, person));
    }
    await tx.passkeys.remove(id);
    return ok(
      await tx.save("person", person, person, { action: "person.passkey-removed", reason: passkey.name }),
    );
  });
}

/** By the person, who has given the password. Refuses `no-such-step` if there is no second factor. */
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
 * By an administrator, for a lost device, if someone else agrees; all the person's sessions and tokens end. Refuses
 * `role`, also for the administrator's own: that needs the password.
 */
export function removeSecondFactor(
  actor: Actor,
  { id, reason }: { id: string; reason?: string | null },
): Promise<Result<AccountOutcome<Person>>> {
  return write(actor, async (tx) => {
    if (id === actor.id) return refuse("role");
    const editable = await requireEditablePerson(tx, actor, id);
    if (!editable.ok) return editable;
    const { person } = editable.value;
    if (person.secondFactorAt === null) return ok({ done: person, proposal: null });
    const wanted = { id, wish: { do: "remove-factor" as const }, subject: editable.value, reason };
    return makeOrPropose(tx, actor, wanted, (aloneAt) =>
      removedByAnother(tx, person, { aloneAt: aloneAt ?? person.aloneAt }, reason),
    );
  });
}

/** For a day after it the person can't decide anything or see sealed numbers. */
export async function removedByAnother(
  tx: Tx,
  person: Person,
  change: Partial<Pick<Person, "aloneAt">> = {},
  reason: string | null = null,
): Promise<Person> {
  await tx.endAccess(person.id);
  if (isMailSetUp()) await tx.mailAbout(person.id, "FACTOR_REMOVED");
  return without(tx, person, { ...change, factorRemovedAt: tx.at }, reason);
}

async function without(
  tx: Tx,
  person: Person,
  change: Partial<Person> = {},
  reason: string | null = null,
): Promise<Person> {
  if (person.secondFactorAt === null) return person;
  await tx.removeSecondFactor(person.id);
  const after = { ...person, ...change, secondFactorAt: null };
  return tx.save("person", person, after, { action: "person.second-factor-removed", reason });
}
