// The routes below /api/auth: a form's token, signing in, signing out. Everything else next-auth offers is closed.
import "server-only";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { setMark } from "../second-factor/challenge";
import { cookieIn, csrfCookie, sessionCookie, setCookie } from "../cookies";
import { completeSignIn, onward, sessionCookies, type NoteNewDevice } from "./complete-sign-in";
import { lead, leadTo, readFields, withCookies, type FormFields } from "./forms";
import { callNextAuth } from "./next-auth";
import { authOptions, nobody } from "./options";
import { endSession } from "../session";
import { signInWith } from "./sign-in";
import { tokenFor, type Token } from "./token";

/** Other paths below /api/auth are `not-found`. */
export async function answerAuth(
  request: Request,
  path: readonly string[],
  noteNewDevice: NoteNewDevice,
): Promise<Result<Response>> {
  const place = path.join("/");
  if (request.method === "GET" && place === "csrf") return ok(await giveToken(request));
  if (request.method === "GET" && SHUT_PAGES.includes(place)) return ok(leadTo("/sign-in"));
  if (place !== "callback/credentials" && place !== "signout") return refuse("not-found");
  if (request.method !== "POST") return refuse("method", { allow: "POST" });

  const fields = await readFields(request);
  if (!fields.ok) return fields;
  const token = tokenFor(request, fields.value);
  if (token === null) return refuse("cross-site");
  return ok(
    place === "signout"
      ? await answerSignOut(request, fields.value)
      : await answerSignIn(request, fields.value, token, noteNewDevice),
  );
}

const SHUT_PAGES = ["signin", "signin/credentials", "signout", "error"];

async function giveToken(request: Request): Promise<Response> {
  const cookies = cookiesOf(request, csrfCookie());
  const { body, cookies: set } = await callNextAuth(
    { path: ["csrf"], method: "GET", cookies },
    authOptions(nobody),
  );
  return withCookies(
    Response.json(body),
    set.filter((cookie) => cookie.startsWith(`${csrfCookie()}=`)),
  );
}

async function answerSignIn(
  request: Request,
  fields: FormFields,
  token: Token,
  noteNewDevice: NoteNewDevice,
): Promise<Response> {
  const { email = "", password = "" } = fields;
  const lacking = [...(email.trim() === "" ? ["email"] : []), ...(password === "" ? ["password"] : [])];
  if (lacking.length > 0) {
    const errors = lacking.map((field) => `error=${field}:missing`).join("&");
    return lead(fields, `/sign-in?${errors}${onward(fields)("&")}`, 401);
  }
  const answer = await signInWith(fields, request.headers);
  if (answer.kind === "in") return completeSignIn(request, fields, answer, token, noteNewDevice);
  await sessionCookies(null, token);
  const next = onward(fields);
  if (answer.kind === "code" || answer.kind === "set-up")
    return withCookies(lead(fields, `/sign-in/${answer.kind}${next("?")}`), [setMark(answer.mark)]);
  const error = answer.kind === "slow" ? `slow-down:${Math.ceil(answer.seconds / 60)}` : "CredentialsSignin";
  const response = lead(fields, `/sign-in?error=${error}${next("&")}`, answer.kind === "slow" ? 429 : 401);
  if (answer.kind === "slow") response.headers.set("Retry-After", String(answer.seconds));
  return response;
}

async function answerSignOut(request: Request, fields: FormFields): Promise<Response> {
  await endSession(request.headers);
  return withCookies(lead(fields, "/sign-in"), [setCookie(sessionCookie(), "", 0)]);
}

function cookiesOf(request: Request, name: string): Record<string, string> {
  const value = cookieIn(request.headers, name);
  return value === null ? {} : { [name]: value };
}
