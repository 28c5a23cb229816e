// The way to the provider, and back.
import "server-only";
import { checkCookie, cookieIn, csrfCookie } from "../../cookies";
import { callNextAuth } from "../next-auth";
import { freshToken } from "../token";
import { claimsOf, PROVIDER, providerOptions, type IdTokenClaims } from "./provider";

const CHECKS = ["state", "nonce", "pkce"] as const;

/**
 * The provider's page, with the cookies against which its answer is checked; null: the provider can't be
 * reached.
 */
export async function wayToProvider(
  asked: Record<string, string> = {},
): Promise<{ url: string; cookies: string[] } | null> {
  const token = freshToken();
  const body = { csrfToken: token.text, json: "true" };
  const { body: answer, cookies } = await callNextAuth(
    { path: ["signin", PROVIDER], method: "POST", query: asked, body, cookies: token.cookie },
    providerOptions(() => undefined),
  );
  const { url } = answer as { url: string };
  const checks = cookies.filter((cookie) => CHECKS.some((one) => cookie.startsWith(`${checkCookie(one)}=`)));
  return checks.length === CHECKS.length ? { url, cookies: checks } : null;
}

/**
 * The provider's claims about the person who came back; null: it refuses, or this doesn't answer this
 * browser's request.
 */
export async function claimsFrom(request: Request): Promise<IdTokenClaims | null> {
  const { searchParams } = new URL(request.url);
  const query = Object.fromEntries(ANSWERED.flatMap((name) => given(searchParams, name)));
  const cookies = Object.fromEntries(
    [...CHECKS.map(checkCookie), csrfCookie()].flatMap((name) => {
      const value = cookieIn(request.headers, name);
      return value === null ? [] : [[name, value]];
    }),
  );
  let idToken: unknown = null;
  await callNextAuth(
    { path: ["callback", PROVIDER], method: "GET", query, cookies },
    providerOptions((found) => (idToken = found)),
  );
  return claimsOf(idToken);
}

const ANSWERED = ["code", "state", "iss", "error"];

function given(parameters: URLSearchParams, name: string): [string, string][] {
  const value = parameters.get(name);
  return value === null || value.length > 4_000 ? [] : [[name, value]];
}
