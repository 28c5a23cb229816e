// The last thing of signing in, by one step or two: next-auth seals the session that was opened, the one before it in this
// browser ends, and the browser is remembered.
import "server-only";
import type { OpenSession } from "@/lib/db/state";
import { takeMark } from "../second-factor/challenge";
import { sessionCookie } from "../cookies";
import { rememberDevice } from "./device";
import { lead, withCookies, type FormFields } from "./forms";
import { callNextAuth } from "./next-auth";
import { authOptions } from "./options";
import { safeNext } from "../safe-next";
import { endSession } from "../session";
import type { Token } from "./token";

export async function completeSignIn(
  request: Request,
  fields: FormFields,
  { session, email }: { session: OpenSession; email: string },
  token: Token,
): Promise<Response> {
  const cookies = await sessionCookies(session, token);
  await endSession(request.headers);
  const device = await rememberDevice(request.headers, email);
  return withCookies(lead(fields, nextOf(fields)), [...cookies, device, takeMark()]);
}

/** What next-auth sets for a session that stands open; nothing, after the same work, for none. */
export async function sessionCookies(opened: OpenSession | null, token: Token): Promise<string[]> {
  const body = { csrfToken: token.text, json: "true" };
  const { cookies } = await callNextAuth(
    { path: ["callback", "credentials"], method: "POST", body, cookies: token.cookie },
    authOptions(() => Promise.resolve(opened)),
  );
  return cookies.filter((cookie) => cookie.startsWith(`${sessionCookie()}=`));
}

/** The way on after signing in, as a parameter of the pages before it. */
export function onward(fields: FormFields): (mark: "?" | "&") => string {
  const next = nextOf(fields);
  return (mark) => (next === "/" ? "" : `${mark}next=${encodeURIComponent(next)}`);
}

const nextOf = (fields: FormFields): string => safeNext(fields.next ?? fields.callbackUrl);
