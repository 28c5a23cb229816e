// next-auth wants its token in the body and in a cookie, and gets both from here.
import { createHash, randomBytes } from "node:crypto";
import { cookieIn, csrfCookie } from "../cookies";
import { currentSecret, knownSecrets } from "../keyring";
import type { FormFields } from "./forms";
import { isSameOrigin } from "../own-origin";

export interface Token {
  text: string;
  cookie: Record<string, string>;
}

/** A same-origin request needs no token and gets one here. Null for a form on another site's page. */
export function tokenFor(request: Request, fields: FormFields): Token | null {
  if (isSameOrigin(request.headers)) return freshToken();
  if (request.headers.has("origin") || request.headers.has("sec-fetch-site")) return null;
  const text = fields.csrfToken ?? "";
  const given = cookieIn(request.headers, csrfCookie());
  return knownSecrets().some((secret) => markOf(text, secret) === given) ? sealed(text) : null;
}

/** For a request that no form sent. */
export const freshToken = (): Token => sealed(randomBytes(32).toString("hex"));

const sealed = (text: string): Token => ({
  text,
  cookie: { [csrfCookie()]: markOf(text, currentSecret()) },
});

const markOf = (text: string, secret: string): string =>
  `${text}|${createHash("sha256").update(`${text}${secret}`).digest("hex")}`;
