// Finishes signing in, by one step or two: next-auth seals the new session, this browser's previous one ends,
// and the browser is remembered. If it wasn't known, the account's holder gets a notice of a new device.
import "server-only";
import { isFirstSignIn, type OpenSession } from "@/lib/db/state";
import { deviceLabel } from "@/lib/domain/people/session";
import { clearMark } from "../second-factor/challenge";
import { isBreakGlass } from "./break-glass";
import { sessionCookie } from "../cookies";
import { knownDevice, rememberDevice } from "./device";
import { lead, withCookies, type FormFields } from "./forms";
import { callNextAuth } from "./next-auth";
import { authOptions } from "./options";
import { safeNext } from "../safe-next";
import { endSession } from "../session";
import type { Token } from "./token";

/**
 * Notifies the account's holder of a new device and, if it is a break-glass account, every administrator of
 * its use.
 */
export type NoteNewDevice = (seen: { id: string; label: string; isBreakGlass?: boolean }) => Promise<unknown>;

export async function completeSignIn(
  request: Request,
  fields: FormFields,
  { session, email }: { session: OpenSession; email: string },
  token: Token,
  noteNewDevice: NoteNewDevice,
): Promise<Response> {
  const cookies = await sessionCookies(session, token);
  await endSession(request.headers);
  const isKnown = (await knownDevice(request.headers, email)) !== null;
  const seen = { id: session.sub, label: deviceLabel(request.headers.get("user-agent")) };
  if (!(await isFirstSignIn(session.sub)) && !isKnown) await noteNewDevice(seen);
  if (isBreakGlass(email)) await noteNewDevice({ ...seen, isBreakGlass: true });
  const device = await rememberDevice(request.headers, email);
  return withCookies(lead(fields, nextOf(fields)), [...cookies, device, clearMark()]);
}

/** The cookies next-auth sets for an open session; none, after the same work, for null. */
export async function sessionCookies(opened: OpenSession | null, token: Token): Promise<string[]> {
  const body = { csrfToken: token.text, json: "true" };
  const { cookies } = await callNextAuth(
    { path: ["callback", "credentials"], method: "POST", body, cookies: token.cookie },
    authOptions(() => Promise.resolve(opened)),
  );
  return cookies.filter((cookie) => cookie.startsWith(`${sessionCookie()}=`));
}

/** The destination after signing in, as a parameter for the pages before it. */
export function onward(fields: FormFields): (mark: "?" | "&") => string {
  const next = nextOf(fields);
  return (mark) => (next === "/" ? "" : `${mark}next=${encodeURIComponent(next)}`);
}

const nextOf = (fields: FormFields): string => safeNext(fields.next ?? fields.callbackUrl);
