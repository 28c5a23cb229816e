// A new password, as a hash already: it goes on record that it was set, by whom and when, never what it is. All
// sessions end with it.
import "server-only";
import type { Actor } from "@/lib/domain/actor";
import type { Person } from "@/lib/domain/person";
import { refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import { write, type Tx } from "@/lib/db/write";
import { tokenHash } from "./link";

/** By a link, once. Refuses `not-found` when it is over, used or nobody's. */
export function setPassword(actor: Actor, { token, hash }: { token: string; hash: string }): Promise<Result<Person>> {
  return write(actor, async (tx) => {
    const person = await tx.lockPerson(actor.id);
    if (!person || person.disabledAt !== null) return refuse("not-found");
    if (!(await tx.usePasswordToken(actor.id, tokenHash(token)))) return refuse("not-found");
    return ok(await replacePassword(tx, person, hash));
  });
}

/** By the person, who has proven the old one. */
export function changeOwnPassword(actor: Actor, { hash }: { hash: string }): Promise<Result<Person>> {
  return write(actor, async (tx) => {
    const person = await tx.lockPerson(actor.id);
    return person ? ok(await replacePassword(tx, person, hash)) : refuse("not-found");
  });
}

async function replacePassword(tx: Tx, person: Person, hash: string): Promise<Person> {
  await tx.setPasswordHash(person.id, hash);
  await tx.bumpSessionVersion(person.id);
  return tx.save("person", person, { ...person }, { action: "person.password-set" });
}
