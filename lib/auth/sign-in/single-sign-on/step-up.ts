// A fresh proof by the provider: the person at the session goes there and back, and the provider says when it last asked them.
import "server-only";
import { findByIdentity, noteProof } from "@/lib/db/state";
import type { Actor } from "@/lib/domain/people/actor";
import { env } from "@/lib/platform/env";
import { identityOf, isStrong, type IdTokenClaims } from "./provider";

/** Makes the provider ask again, even if the person is signed in there. */
export const STEP_UP = { max_age: "0", prompt: "login" } as const;

/** The clocks of two machines may differ by this much. */
const TOLERANCE_SECONDS = 30;

/** A provider that doesn't say when it asked may not have asked at all. */
export const hasAuthenticatedSince = (
  { auth_time: authenticatedAt }: IdTokenClaims,
  begun: number,
): boolean => authenticatedAt !== undefined && authenticatedAt >= begun - TOLERANCE_SECONDS;

/**
 * `begun`: when the session's person was sent to the provider. False: someone else is there, or the provider
 * hasn't asked them since, or not in the way that the settings require.
 */
export async function proveByProvider(actor: Actor, claims: IdTokenClaims, begun: number): Promise<boolean> {
  const holder = await findByIdentity(identityOf(claims));
  if (holder?.id !== actor.id || actor.session === null) return false;
  if (!hasAuthenticatedSince(claims, begun)) return false;
  if (env().OIDC_ACR.length > 0 && !isStrong(claims)) return false;
  await noteProof(actor.session);
  return true;
}
