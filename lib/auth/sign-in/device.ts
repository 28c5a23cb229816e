// A browser that has signed in to an account carries a sealed mark of it. Its failures are counted separately, so that
// others at the same address can't lock the owner out.
import { z } from "zod";
import { cookieIn, deviceCookie, setCookie } from "../cookies";
import { openToken, sealToken } from "../sealed-token";

const DAYS_KEPT = 90;
const SALT = "device";
const mark = z.object({ device: z.uuid(), emails: z.array(z.string()).max(5) });

/** The browser's mark, if it has signed in to this account before. */
export async function knownDevice(headers: Headers, email: string): Promise<string | null> {
  const seen = await markIn(headers);
  return seen?.emails.includes(email) ? seen.device : null;
}

/** The Set-Cookie that remembers this browser for the account, in addition to those it already has. */
export async function rememberDevice(headers: Headers, email: string): Promise<string> {
  const seen = await markIn(headers);
  const emails = [email, ...(seen?.emails ?? []).filter((other) => other !== email)].slice(0, 5);
  const token = { device: seen?.device ?? crypto.randomUUID(), emails };
  const value = await sealToken(token, { salt: SALT, maxAge: DAYS_KEPT * 86_400 });
  return setCookie(deviceCookie(), value, DAYS_KEPT * 86_400);
}

async function markIn(headers: Headers): Promise<z.infer<typeof mark> | null> {
  const token = cookieIn(headers, deviceCookie());
  return token === null ? null : (mark.safeParse(await openToken(token, { salt: SALT })).data ?? null);
}
