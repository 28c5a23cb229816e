// The caller of the API: the person in a session, or a program with a person's token. A token works only
// here, never on pages.
import "server-only";
import { randomUUID } from "node:crypto";
import { noteWrongToken, accessRequestOf } from "./access-notes";
import { cookieIn, sessionCookie } from "./cookies";
import { requireActor } from "./request";
import { REQUEST_ID_HEADER } from "./request-headers";
import { addressOf } from "./sign-in/address";
import { isTokenText } from "@/lib/domain/people/token";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { seeToken, countAttempt } from "@/lib/db/state";
import { env } from "@/lib/platform/env";

interface Caller {
  actor: Actor;
  at: Instant;
}

/** Refuses `not-signed-in`; `cookie-and-token` if both are sent; `slow-down` after many wrong tokens. */
export async function requireCaller(request: Request, quiet = false): Promise<Result<Caller>> {
  const token = bearerIn(request.headers);
  if (token === null) return requireActor(request, quiet);
  if (cookieIn(request.headers, sessionCookie()) !== null) return refuse("cookie-and-token");
  const seen = isTokenText(token) ? await seeToken(token) : null;
  if (!seen) return wrongToken(request);
  const id = request.headers.get(REQUEST_ID_HEADER) ?? randomUUID();
  return ok({ actor: { ...seen.actor, request: id, proof: NEVER_PROVEN }, at: seen.at });
}

/** Other schemes are ignored: a proxy in front may use one. */
function bearerIn(headers: Headers): string | null {
  const found = /^bearer(?: +(.*))?$/i.exec(headers.get("authorization") ?? "");
  return found && (found[1] ?? "");
}

/** Counts only wrong tokens: a valid one works from any address, no matter who else guesses there. */
async function wrongToken(request: Request): Promise<Result<never>> {
  const address = addressOf(request.headers, env().TRUSTED_PROXIES);
  const seconds = await countAttempt([{ key: `token ${address}`, ...GUESSES }]);
  if (seconds > 0) return refuse("slow-down", { seconds, minutes: Math.ceil(seconds / 60) });
  noteWrongToken(accessRequestOf(request));
  return refuse("not-signed-in");
}

const GUESSES = { waitsFrom: 20, firstSeconds: 60, longestSeconds: 900 };
/** A program can't prove that a person is there. */
const NEVER_PROVEN = { ago: Number.MAX_SAFE_INTEGER, byCode: false, byPasskey: false };
