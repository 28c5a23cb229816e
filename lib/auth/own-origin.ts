// The register's own addresses: NEXTAUTH_URL if set, else the loopback names. Without that setting, a
// register that listens to other machines also accepts names that no stranger can point at it.
import { hostname } from "node:os";
import { isIP } from "node:net";
import { env } from "@/lib/platform/env";

/** Rejects DNS rebinding: a page under another name that was made to resolve here. */
export function isOwnHost(host: string | null): boolean {
  const { NEXTAUTH_URL, HOST } = env();
  // A name and perhaps a port: we would read `a@localhost` as localhost, and the next program might not.
  if (host === null || !/^[^\s@/?#\\]+$/.test(host)) return false;
  const sentTo = parsed(`http://${host}`);
  if (sentTo === null) return false;
  if (NEXTAUTH_URL !== undefined) return sentTo.host === new URL(`http://${new URL(NEXTAUTH_URL).host}`).host;
  return isLoopback(sentTo.hostname) || (!isLoopback(HOST) && isOwnName(sentTo.hostname, HOST));
}

/**
 * An IP address, this machine's own name, a name without a dot, or in a private domain: no outsider can register one.
 */
function isOwnName(name: string, host: string): boolean {
  const bare = name.replace(/^\[|\]$/g, "");
  return (
    isIP(bare) !== 0 ||
    [host, hostname()].some((own) => own.toLowerCase() === bare) ||
    /^[^.]+$|\.(local|localhost|internal|lan|home\.arpa|test)$/.test(bare)
  );
}

/** The origin under which a request reached the register. */
export const originOf = (headers: Headers): string =>
  new URL(env().NEXTAUTH_URL ?? `http://${headers.get("host") ?? "localhost"}`).origin;

/** Browsers send Sec-Fetch-Site and Origin themselves; a page can't forge them. */
export function isSameOrigin(headers: Headers): boolean {
  if (headers.get("sec-fetch-site") === "same-origin") return true;
  const { NEXTAUTH_URL } = env();
  const origin = parsed(headers.get("origin"));
  if (origin === null) return false;
  if (NEXTAUTH_URL !== undefined) return origin.origin === new URL(NEXTAUTH_URL).origin;
  const own = parsed(`${origin.protocol}//${headers.get("host")}`);
  return own !== null && (origin.host === own.host || areOneLoopback(origin, own));
}

/** `localhost` and `127.0.0.1` are the same host, at the same port. */
const areOneLoopback = (a: URL, b: URL): boolean =>
  isLoopback(a.hostname) && isLoopback(b.hostname) && a.port === b.port;

const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "[::1]" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);

function parsed(text: string | null): URL | null {
  return text !== null && URL.canParse(text) && /^https?:/.test(text) ? new URL(text) : null;
}
