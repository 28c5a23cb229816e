// The caller: from the session's cookie to the person as the database has them now.
import "server-only";
import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { seeSession } from "@/lib/db/state";
import { REQUEST_ID_HEADER } from "./request-headers";
import { LIFETIME, claimedSession } from "./session";

/**
 * The signed-in actor, as the database has them now, and the register's time. Refuses `not-signed-in`. Without an
 * argument: for the current request. `quiet`: nobody is there, so the session isn't prolonged.
 */
export async function requireActor(
  request?: { headers: Headers },
  quiet = false,
): Promise<Result<{ actor: Actor; at: Instant }>> {
  const given = request?.headers ?? (await headers());
  const session = await claimedSession(given);
  const seen = session && (await seeSession(session, LIFETIME, quiet));
  if (!session || !seen) return refuse("not-signed-in");
  const id = given.get(REQUEST_ID_HEADER) ?? randomUUID();
  const { sid, sv } = session;
  return ok({
    actor: { ...seen.person, session: sid, request: id, sessionVersion: sv, proof: seen.proof },
    at: seen.at,
  });
}
