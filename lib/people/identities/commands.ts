// Binds an identity at the single sign-on provider to an account: by an existing way into the account, or
// once, by a verified address.
import "server-only";
import { isProofFresh, THE_REGISTER, type Actor } from "@/lib/domain/people/actor";
import type { Identity } from "@/lib/domain/people/identity";
import { hasPower } from "@/lib/domain/people/power";
import type { Person } from "@/lib/domain/people/person";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { write, type Tx } from "@/lib/db/write";
import { tokenHash } from "../people/link";
import { requireEditablePerson } from "../people/commands";

/**
 * By a link for a password, which it uses up; all sessions and tokens end. Refuses `not-found`; `already-there` if it
 * belongs to another account.
 */
export function bindByLink(
  actor: Actor,
  { token, identity }: { token: string; identity: Identity },
): Promise<Result<Person>> {
  return bind(actor, identity, async (tx) =>
    (await tx.usePasswordToken(actor.id, tokenHash(token))) ? null : refuse("not-found"),
  );
}

/** In the person's own open session, with a fresh proof. */
export function bindOwn(actor: Actor, { identity }: { identity: Identity }): Promise<Result<Person>> {
  return bind(actor, identity, async () =>
    actor.session !== null && isProofFresh(actor) ? null : refuse("proof-needed"),
  );
}

/**
 * By a verified address, to an account that awaits its holder: nobody has ever signed in to it, and it has no
 * power, because an administrator of the provider's addresses must not come to decide here.
 */
export function bindAwaiting(actor: Actor, { identity }: { identity: Identity }): Promise<Result<Person>> {
  return bind(actor, identity, async (tx, person) => {
    const { hasWayIn, confidential } = await tx.accountProposals.lockSubject(person.id);
    return hasWayIn || hasPower(person, confidential) ? refuse("not-found") : null;
  });
}

/** All sessions and tokens end, since they may have been opened with that identity. */
export function removeIdentity(actor: Actor, { id }: { id: string }): Promise<Result<Person>> {
  return write(actor, async (tx) => {
    const editable = await requireEditablePerson(tx, actor, id);
    if (!editable.ok) return editable;
    const { person } = editable.value;
    if (!(await tx.identities.remove(person.id))) return ok(person);
    await tx.endAccess(person.id);
    return ok(await tx.save("person", person, person, { action: "person.identity-removed" }));
  });
}

/**
 * By the register, when the provider says so; null: it concerns nobody's sessions. Refuses `already-there`
 * for a token that was used.
 */
export function signOutByProvider({
  personId,
  token,
}: {
  personId: string | null;
  token: { hash: string; validSeconds: number };
}): Promise<Result<Person | null>> {
  return write(THE_REGISTER, async (tx) => {
    if (!(await tx.identities.useLogoutToken(token.hash, token.validSeconds))) return refuse("already-there");
    const person = personId === null ? null : await tx.people.lock(personId);
    if (!person) return ok(null);
    await tx.bumpSessionVersion(person.id);
    return ok(await tx.save("person", person, person, { action: "person.provider-signed-out" }));
  });
}

function bind(
  actor: Actor,
  identity: Identity,
  whyNot: (tx: Tx, person: Person) => Promise<Result<never> | null>,
): Promise<Result<Person>> {
  return write(actor, async (tx) => {
    const person = await tx.people.lock(actor.id);
    if (!person || person.disabledAt !== null) return refuse("not-found");
    await tx.accountProposals.waitForSoleDecider();
    const why = await whyNot(tx, person);
    if (why) return why;
    const holder = await tx.identities.holderOf(identity);
    if (holder !== null && holder !== person.id) return refuse("already-there");
    await tx.identities.bind(person.id, identity);
    await tx.endPasswordTokens(person.id);
    if (actor.session === null) await tx.endAccess(person.id);
    const reason = new URL(identity.issuer).host;
    return ok(await tx.save("person", person, person, { action: "person.identity-bound", reason }));
  });
}
