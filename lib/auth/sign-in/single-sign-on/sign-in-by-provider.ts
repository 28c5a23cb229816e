// Signs in the person who came back from the provider, if their identity is bound to an account. The
// provider's answer replaces the password; it replaces the second step only by its `acr`.
import "server-only";
import {
  findAwaiting,
  findByIdentity,
  findCredential,
  noteProviderSession,
  openSession,
} from "@/lib/db/state";
import type { Actor } from "@/lib/domain/people/actor";
import type { ProvenIdentity } from "@/lib/domain/people/identity";
import { deviceLabel } from "@/lib/domain/people/session";
import type { Result } from "@/lib/domain/base/result";
import { env } from "@/lib/platform/env";
import { noteSignIn } from "../../access-notes";
import { challenge } from "../../second-factor/challenge";
import { newSetup } from "../../second-factor/setup";
import { LIFETIME } from "../../session";
import { addressOf } from "../address";
import { identityOf, isStrong, type IdTokenClaims } from "./provider";
import type { SignInAnswer } from "../sign-in";

/** Binds an identity to an account. */
export type Bind = (actor: Actor, given: { identity: ProvenIdentity }) => Promise<Result<unknown>>;

/** The commands that bind an identity to an account, and apply its groups to the account. */
export interface Binders {
  awaiting: Bind;
  own: Bind;
  byLink: (actor: Actor, given: { token: string; identity: ProvenIdentity }) => Promise<Result<unknown>>;
  applyGroups: (of: {
    id: string;
    groups: readonly string[] | null;
  }) => Promise<Result<{ mayEnter: boolean }>>;
}

export type ArrivedAnswer =
  | Extract<SignInAnswer, { kind: "in" | "code" | "set-up" }>
  | { kind: "unknown" }
  | { kind: "no-group" };

type Holder = NonNullable<Awaited<ReturnType<typeof findByIdentity>>>;

export async function signInByProvider(
  claims: IdTokenClaims,
  headers: Headers,
  { awaiting, applyGroups }: Pick<Binders, "awaiting" | "applyGroups">,
): Promise<ArrivedAnswer> {
  const identity = identityOf(claims);
  const holder = (await findByIdentity(identity)) ?? (await boundByAddress(identity, awaiting));
  const note = (failure: string | null) =>
    noteSignIn(headers, { personId: holder?.id ?? null, email: holder?.email ?? "", failure });
  if (!holder || holder.disabled) {
    note(holder ? "disabled" : "unknown-identity");
    return { kind: "unknown" };
  }
  const applied = await applyGroups({ id: holder.id, groups: claims.groups });
  if (!applied.ok || !applied.value.mayEnter) {
    note("no-group");
    return { kind: "no-group" };
  }
  const { issuer } = identity;
  if (claims.sid !== undefined)
    await noteProviderSession({ issuer, sid: claims.sid, personId: holder.id }, LIFETIME.absoluteMinutes);
  const answer = await firstStepOf(holder, isStrong(claims), headers);
  if (answer.kind === "in") note(null);
  if (answer.kind === "unknown") note("disabled");
  return answer;
}

/**
 * The account that waits for the person with this address. The command decides whether it may be bound this
 * way.
 */
async function boundByAddress(identity: ProvenIdentity, bindAwaiting: Bind): Promise<Holder | null> {
  const { verifiedEmail } = identity;
  const awaiting = verifiedEmail === null ? null : await findAwaiting(verifiedEmail);
  if (!awaiting || awaiting.disabled) return null;
  const { disabled: _open, ...person } = awaiting;
  const bound = await bindAwaiting({ ...person, session: null, request: null }, { identity });
  return bound.ok ? awaiting : null;
}

async function firstStepOf({ id, email }: Holder, strong: boolean, headers: Headers): Promise<ArrivedAnswer> {
  const address = addressOf(headers, env().TRUSTED_PROXIES);
  const account = await findCredential(email, address);
  if (!strong && account?.secondFactor) return { kind: "code", mark: await challenge(id) };
  if (!strong && account?.secondFactorRequired)
    return { kind: "set-up", mark: await challenge(id, newSetup()) };
  const agent = deviceLabel(headers.get("user-agent"));
  const session = await openSession({ personId: id, address, agent, strong }, LIFETIME);
  return session ? { kind: "in", session, email } : { kind: "unknown" };
}
