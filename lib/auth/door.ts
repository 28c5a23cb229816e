// What stands behind /api/auth: a token for the form, signing in, signing out. All else that next-auth has there is shut.
import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import { env } from "@/lib/env";
import { cookieIn, csrfCookie, sessionCookie, setCookie } from "./cookies";
import { rememberDevice } from "./device";
import { lead, leadTo, readFields, withCookies, type Fields } from "./forms";
import { callNextAuth } from "./next-auth";
import { authOptions } from "./options";
import { isSameOrigin } from "./own-origin";
import { safeNext } from "./safe-next";
import { endSession } from "./session";
import { signIn, type SignInAnswer } from "./sign-in";

/** Answers a request below /api/auth; what isn't there is `not-found`. */
export async function answerAuth(request: Request, path: readonly string[]): Promise<Result<Response>> {
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
      : await answerSignIn(request, fields.value, token),
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

async function answerSignIn(request: Request, fields: Fields, token: Token): Promise<Response> {
  const answer = await signIn(fields, request.headers);
  const opened = answer.kind === "in" ? answer.session : null;
  const body = { csrfToken: token.text, json: "true" };
  const { cookies: set } = await callNextAuth(
    { path: ["callback", "credentials"], method: "POST", body, cookies: token.cookie },
    authOptions(() => Promise.resolve(opened)),
  );
  return signInResponse(request, fields, answer, set);
}

async function signInResponse(
  request: Request,
  fields: Fields,
  answer: SignInAnswer,
  set: string[],
): Promise<Response> {
  const next = safeNext(fields.next ?? fields.callbackUrl);
  if (answer.kind === "in") {
    await endSession(request.headers);
    const session = set.filter((cookie) => cookie.startsWith(`${sessionCookie()}=`));
    return withCookies(lead(fields, next), [...session, await rememberDevice(request.headers, answer.email)]);
  }
  const error = answer.kind === "slow" ? `slow-down:${Math.ceil(answer.seconds / 60)}` : "CredentialsSignin";
  const back = `/sign-in?error=${error}${next === "/" ? "" : `&next=${encodeURIComponent(next)}`}`;
  const response = lead(fields, back, answer.kind === "slow" ? 429 : 401);
  if (answer.kind === "slow") response.headers.set("Retry-After", String(answer.seconds));
  return response;
}

async function answerSignOut(request: Request, fields: Fields): Promise<Response> {
  await endSession(request.headers);
  return withCookies(lead(fields, "/sign-in"), [setCookie(sessionCookie(), "", 0)]);
}

interface Token {
  text: string;
  cookie: Record<string, string>;
}

/** next-auth wants its token in the body and in a cookie. A browser that says the form is ours needs none: it gets one here. */
function tokenFor(request: Request, fields: Fields): Token | null {
  if (isSameOrigin(request.headers)) return seal(randomBytes(32).toString("hex"));
  if (request.headers.has("origin") || request.headers.has("sec-fetch-site")) return null;
  const token = seal(fields.csrfToken ?? "");
  return token.cookie[csrfCookie()] === cookieIn(request.headers, csrfCookie()) ? token : null;
}

function seal(text: string): Token {
  const hash = createHash("sha256").update(`${text}${env().NEXTAUTH_SECRET}`).digest("hex");
  return { text, cookie: { [csrfCookie()]: `${text}|${hash}` } };
}

function cookiesOf(request: Request, name: string): Record<string, string> {
  const value = cookieIn(request.headers, name);
  return value === null ? {} : { [name]: value };
}

const nobody = () => Promise.resolve(null);
