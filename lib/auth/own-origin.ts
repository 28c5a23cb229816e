// Which addresses are the register's own: the one the settings name, else the loopback names, else what the request was sent to.
import { env } from "@/lib/env";

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;

/** May a request be sent to this Host? A page of another name that was made to resolve here may not. */
export function isOwnHost(host: string | null): boolean {
  const { NEXTAUTH_URL, HOST } = env();
  if (host === null) return false;
  if (NEXTAUTH_URL !== undefined) return host === new URL(NEXTAUTH_URL).host;
  return isLoopback(HOST) ? LOOPBACK.test(host) : true;
}

/** Does this come from a page of the register itself? Browsers say so, and don't let pages say it for them. */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  return origin !== null && origin === ownOrigin(headers);
}

function ownOrigin(headers: Headers): string {
  const { NEXTAUTH_URL } = env();
  return NEXTAUTH_URL !== undefined ? new URL(NEXTAUTH_URL).origin : `http://${headers.get("host") ?? ""}`;
}

const isLoopback = (host: string): boolean => host === "localhost" || host === "::1" || host.startsWith("127.");
