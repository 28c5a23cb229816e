// A session is a row; the cookie only names it, encrypted: who (sub), which row (sid), of which version (sv).
// It ends after 8 hours without a request, 16 hours after signing in, when it is revoked, when the person's
// session version moves on, and when the account is disabled.
import "server-only";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { revokeOtherSessions, revokeSession, type Lifetime, type OpenSession } from "@/lib/db/state";
import type { Actor } from "@/lib/domain/people/actor";
import { env } from "@/lib/platform/env";
import { cookieIn, sessionCookie } from "./cookies";

export const LIFETIME: Lifetime = { idleMinutes: 8 * 60, absoluteMinutes: 16 * 60 };

const claims = z.object({ sub: z.uuid(), sid: z.uuid(), sv: z.int().positive() });

/** What the request's cookie says, if it is one of ours; whether the session still stands is the database's to say. */
export async function claimedSession(headers: Headers): Promise<OpenSession | null> {
  const token = cookieIn(headers, sessionCookie());
  if (token === null || token === "") return null;
  try {
    return claims.safeParse(await decode({ token, secret: env().NEXTAUTH_SECRET })).data ?? null;
  } catch {
    return null;
  }
}

/** The cookie's value for a session. */
export const sealSession = ({ sub, sid, sv }: OpenSession): Promise<string> =>
  encode({ token: { sub, sid, sv }, secret: env().NEXTAUTH_SECRET, maxAge: LIFETIME.absoluteMinutes * 60 });

/** Ends the session that the request came with. */
export async function endSession(headers: Headers): Promise<void> {
  const session = await claimedSession(headers);
  if (session) await revokeSession(session);
}

/** Ends the person's sessions but the one they act in. */
export const endOtherSessions = (actor: Actor): Promise<void> => revokeOtherSessions(actor.id, actor.session);
