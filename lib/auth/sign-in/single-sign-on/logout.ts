// The provider says that someone signed out there: all their sessions end here.
import "server-only";
import { findByIdentity, findByProviderSession } from "@/lib/db/state";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { env } from "@/lib/platform/env";
import { accessRequestOf, noteWrongLogout } from "../../access-notes";
import { readFields } from "../forms";
import { logoutIn, type LogoutWanted } from "./logout-token";
import { isSingleSignOn } from "./provider";

/**
 * Ends a person's sessions; null: nobody here is meant. Uses the token up; refuses `already-there` if it was
 * used before.
 */
export type SignOutByProvider = (wanted: {
  personId: string | null;
  token: UsedToken;
}) => Promise<Result<unknown>>;
export type UsedToken = Pick<LogoutWanted, "hash" | "validSeconds">;

/** As the specification requires: 200, or 400 for an invalid token. */
export async function answerLogout(request: Request, signOut: SignOutByProvider): Promise<Result<Response>> {
  if (!isSingleSignOn()) return refuse("not-found");
  const fields = await readFields(request);
  if (!fields.ok) return fields;
  const wanted = await logoutIn(fields.value.logout_token ?? "");
  const done = wanted && (await signOut({ personId: await whoseIs(wanted), token: wanted }));
  if (done?.ok) return ok(new Response(null, { status: 200, headers: NOT_KEPT }));
  noteWrongLogout(accessRequestOf(request));
  return ok(Response.json({ error: "invalid_request" }, { status: 400, headers: NOT_KEPT }));
}

const NOT_KEPT = { "Cache-Control": "no-store" };

async function whoseIs({ sub, sid }: LogoutWanted): Promise<string | null> {
  const issuer = env().OIDC_ISSUER ?? "";
  if (sub !== undefined) return (await findByIdentity({ issuer, subject: sub }))?.id ?? null;
  return sid === undefined ? null : findByProviderSession({ issuer, sid });
}
