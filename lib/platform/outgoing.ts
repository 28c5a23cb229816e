// Posts to an address that a person gave. The addresses of its name are checked when connecting, so that no
// later answer of a name server leads inside the network; redirects aren't followed, and the answer isn't
// read.
import "server-only";
import dns from "node:dns";
import { request as plain, type RequestOptions } from "node:http";
import { request as encrypted } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address";

export type Posted =
  | { status: number; fault: null }
  | { status: null; fault: "private-address" | "unreachable" | "too-slow" | "certificate" };

export interface Posting {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** Names of hosts that may be inside, and without encryption. */
  inside: readonly string[];
}

/** Null: as far as the address itself shows, it may be posted to. */
export function whyNotAddress(
  url: string,
  inside: readonly string[],
): "not-https" | "private-address" | null {
  const { protocol, hostname } = new URL(url);
  if (inside.includes(hostname)) return null;
  if (protocol !== "https:") return "not-https";
  const bare = hostname.replace(/^\[|\]$/g, "");
  return isIP(bare) !== 0 && !isPublicAddress(bare) ? "private-address" : null;
}

export function postOutside(
  { url, headers, body, inside }: Posting,
  patienceMs = PATIENCE_MS,
): Promise<Posted> {
  const { protocol, hostname } = new URL(url);
  if (whyNotAddress(url, inside) !== null) return Promise.resolve({ status: null, fault: "private-address" });
  const options: RequestOptions = {
    method: "POST",
    headers: { ...headers, "Content-Length": String(Buffer.byteLength(body)) },
    agent: false,
    signal: AbortSignal.timeout(patienceMs),
    ...(inside.includes(hostname) ? {} : { lookup: publicLookup }),
  };
  return new Promise((resolve) => {
    const request = (protocol === "https:" ? encrypted : plain)(url, options);
    request.on("response", (response) => {
      resolve({ status: response.statusCode ?? 0, fault: null });
      response.destroy();
    });
    request.on("error", (error) => resolve({ status: null, fault: faultOf(error) }));
    request.end(body);
  });
}

const PATIENCE_MS = 10_000;
const PRIVATE = "ERR_PRIVATE_ADDRESS";

/** One private address among public ones is enough to refuse: no honest outside name has one. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  dns.lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, []);
    const [first] = addresses;
    if (!first || addresses.some(({ address }) => !isPublicAddress(address)))
      return callback(Object.assign(new Error("a private address"), { code: PRIVATE }), []);
    if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

function faultOf(error: Error & { code?: string }) {
  if (error.code === PRIVATE) return "private-address";
  if (error.name === "AbortError" || error.name === "TimeoutError") return "too-slow";
  return /CERT|SELF_SIGNED|TLS|SSL|EPROTO/.test(error.code ?? "") ? "certificate" : "unreachable";
}
