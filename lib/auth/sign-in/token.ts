// next-auth wants its token in the body and in a cookie, and gets both from here.
import { createHash, randomBytes } from "node:crypto";
import { env } from "@/lib/platform/env";
import { cookieIn, csrfCookie } from "../cookies";
import type { FormFields } from "./forms";
import { isSameOrigin } from "../own-origin";

export interface Token {
  text: string;
  cookie: Record<string, string>;
}

/** A same-origin request needs no token and gets one here. Null for a form on another site's page. */
export function tokenFor(request: Request, fields: FormFields): Token | null {
  if (isSameOrigin(request.headers)) return sealed(randomBytes(32).toString("hex"));
  if (request.headers.has("origin") || request.headers.has("sec-fetch-site")) return null;
  const token = sealed(fields.csrfToken ?? "");
  return token.cookie[csrfCookie()] === cookieIn(request.headers, csrfCookie()) ? token : null;
}

function sealed(text: string): Token {
  const hash = createHash("sha256").update(`${text}${env().NEXTAUTH_SECRET}`).digest("hex");
  return { text, cookie: { [csrfCookie()]: `${text}|${hash}` } };
}
