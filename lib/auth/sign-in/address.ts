// The caller's address for throttling: the socket's, which `markPeers` writes over anything a client may have sent.
// Behind trusted proxies, the address that the last of them saw.
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";
import { PEER_HEADER } from "../request-headers";

/** Call once per process: every arriving request then carries its socket's address. */
export function markPeers(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[PEER_HEADER] = request.socket.remoteAddress ?? "unknown";
  });
}

/** The caller's address, or its /64 for IPv6. `trusted`: addresses and networks, separated by commas. */
export function addressOf(headers: Headers, trusted: string): string {
  const proxies = networksOf(trusted);
  const hops = (headers.get("x-forwarded-for") ?? "").split(",").map((hop) => plain(hop.trim()));
  let address = plain(headers.get(PEER_HEADER) ?? "");
  while (address !== null && isWithin(proxies, address)) {
    const before = hops.pop() ?? null;
    if (before === null) break; // no valid address: the proxy counts as the caller
    address = before;
  }
  return address === null ? "unknown" : networkPart(address);
}

/** Whether what comes from this address of a socket was sent by a proxy that the settings name. */
export function isTrustedPeer(address: string | undefined, trusted: string): boolean {
  if (trusted === "") return false;
  const peer = plain(address ?? "");
  return peer !== null && isWithin(networksOf(trusted), peer);
}

function plain(address: string): string | null {
  const text = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  return isIP(text) === 0 ? null : text;
}

let known: { trusted: string; list: BlockList } | null = null;

/** Asked with each request, about one setting. */
function networksOf(trusted: string): BlockList {
  if (known?.trusted === trusted) return known.list;
  const list = new BlockList();
  for (const entry of trusted.split(",").map((one) => one.trim())) {
    const [address = "", bits] = entry.split("/");
    const kind = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (isIP(address) === 0) continue;
    if (bits === undefined) list.addAddress(address, kind);
    else if (/^\d{1,3}$/.test(bits) && Number(bits) <= (kind === "ipv6" ? 128 : 32))
      list.addSubnet(address, Number(bits), kind);
  }
  known = { trusted, list };
  return list;
}

const isWithin = (list: BlockList, address: string): boolean =>
  list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");

/** One household or machine usually has a whole /64. */
function networkPart(address: string): string {
  if (isIP(address) === 4) return address;
  const [head = "", tail] = address.toLowerCase().split("::");
  const start = head === "" ? [] : head.split(":");
  const end = tail === undefined || tail === "" ? [] : tail.split(":");
  const groups =
    tail === undefined
      ? start
      : [...start, ...Array<string>(Math.max(0, 8 - start.length - end.length)).fill("0"), ...end];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
