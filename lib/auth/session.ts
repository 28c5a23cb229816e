// A session is a row; the encrypted cookie only names it: person (sub), row (sid), version (sv). It ends 8
// hours after the last request and 16 hours after sign-in. It also ends when revoked, or when the account is
// disabled or its session version moves on: `lib/db/queries/workspace/valid-session.ts` checks all of this at
// each request.
import "server-only";
import { z } from "zod";
import { revokeOtherSessions, revokeSession, type Lifetime, type OpenSession } from "@/lib/db/state";
import type { Actor } from "@/lib/domain/people/actor";
import { SESSION_LIFETIME } from "@/lib/domain/people/session";
import { cookieIn, sessionCookie } from "./cookies";
import { openToken, sealToken } from "./sealed-token";

export const LIFETIME: Lifetime = SESSION_LIFETIME;

const claims = z.object({ sub: z.uuid(), sid: z.uuid(), sv: z.int().positive() });

/** What the request's cookie claims, if it is ours. Only the database knows whether that session is still open. */
export async function claimedSession(headers: Headers): Promise<OpenSession | null> {
  const token = cookieIn(headers, sessionCookie());
  return token === null || token === "" ? null : (claims.safeParse(await openToken(token)).data ?? null);
}

export const sealSession = ({ sub, sid, sv }: OpenSession): Promise<string> =>
  sealToken({ sub, sid, sv }, { maxAge: LIFETIME.absoluteMinutes * 60 });

export async function endSession(headers: Headers): Promise<void> {
  const session = await claimedSession(headers);
  if (session) await revokeSession(session);
}

/** Ends all the person's sessions except the one they act in. */
export const endOtherSessions = (actor: Actor): Promise<void> => revokeOtherSessions(actor.id, actor.session);
