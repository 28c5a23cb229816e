// A new password, already hashed: the record says that it was set, by whom and when, never what it is.
import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { Person } from "@/lib/domain/people/person";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { write, type Tx } from "@/lib/db/write";
import { tokenHash } from "./link";

/** By a link, once; all sessions and tokens end, and webhooks are paused. Refuses `not-found` if the link is expired, used or unknown. */
export function setPassword(
  actor: Actor,
  { token, hash }: { token: string; hash: string },
): Promise<Result<Person>> {
  return write(actor, async (tx) => {
    const person = await tx.people.lock(actor.id);
    if (!person || person.disabledAt !== null) return refuse("not-found");
    await tx.accountProposals.waitForSoleDecider();
    if (!(await tx.usePasswordToken(actor.id, tokenHash(token)))) return refuse("not-found");
    await tx.endAccess(person.id);
    return ok(await replacePassword(tx, person, hash));
  });
}

/** By the person, who has given the old one. The caller ends the other sessions. */
export function changeOwnPassword(actor: Actor, { hash }: { hash: string }): Promise<Result<Person>> {
  return write(actor, async (tx) => {
    const person = await tx.people.lock(actor.id);
    return person ? ok(await replacePassword(tx, person, hash)) : refuse("not-found");
  });
}

async function replacePassword(tx: Tx, person: Person, hash: string): Promise<Person> {
  await tx.setPasswordHash(person.id, hash);
  return tx.save("person", person, { ...person }, { action: "person.password-set" });
}
