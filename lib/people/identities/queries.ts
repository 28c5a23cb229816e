import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { KnownPerson } from "@/lib/domain/people/person";
import { findPerson } from "@/lib/db/queries/workspace/people";

/** The actor's own, at the single sign-on provider; null: none is bound. */
export const loadOwnIdentity = async (actor: Actor): Promise<KnownPerson["identity"]> =>
  (await findPerson(actor.id))?.identity ?? null;
