// Ends the actor's own sessions, one by one, all others or all: on record.
import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { isId } from "@/lib/domain/base/id";
import type { Person } from "@/lib/domain/people/person";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { write } from "@/lib/db/write";

/** Refuses `not-found` for a session that isn't the actor's own, or is no longer open. */
export function endOwnSession(actor: Actor, { id }: { id: string }): Promise<Result<{ ended: number }>> {
  return write(actor, async (tx) => {
    const person = await tx.people.lock(actor.id);
    if (!person || !isId(id)) return refuse("not-found");
    const ended = await tx.endSessions(person.id, { id });
    if (ended === 0) return refuse("not-found");
    await tx.save("person", person, person, { action: "person.sessions-ended" });
    return ok({ ended });
  });
}

/** All except the current one. Does nothing if there is no other. */
export function endOwnOtherSessions(actor: Actor): Promise<Result<{ ended: number }>> {
  return write(actor, async (tx) => {
    const person = await tx.people.lock(actor.id);
    if (!person || actor.session === null) return refuse("not-found");
    const ended = await tx.endSessions(person.id, { id: { not: actor.session } });
    if (ended > 0) await tx.save("person", person, person, { action: "person.sessions-ended" });
    return ok({ ended });
  });
}

/** All, and the current one. Tokens and webhooks go on: the person sees them on pages of their own. */
export function signOutEverywhere(actor: Actor): Promise<Result<Person>> {
  return write(actor, async (tx) => {
    const person = await tx.people.lock(actor.id);
    if (!person) return refuse("not-found");
    await tx.bumpSessionVersion(person.id);
    return ok(await tx.save("person", person, person, { action: "person.signed-out" }));
  });
}
