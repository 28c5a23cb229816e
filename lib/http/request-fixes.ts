// Fixes requests that the framework fails on, or answers itself, before our code runs.
import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { FILE_POLICY, NO_CONTENT_POLICY, WORKER_POLICY } from "@/lib/api/content-policies";
import { isOwnHost } from "@/lib/auth/own-origin";
import { REQUEST_ID_HEADER, ROUTER_HEADER } from "@/lib/auth/request-headers";
import { isTrustedPeer } from "@/lib/auth/sign-in/address";
import { env } from "@/lib/platform/env";
import { guardingHeaders } from "./headers";

/**
 * Call once per process. Any target becomes a path. An undecodable one then names nothing and is not found. A request for another host
 * has one answer, whatever it asks for. A method that the framework's requests can't carry is refused like
 * any unknown one. A server action, of which there are none, is no longer looked up. Every answer gets its
 * headers here; only pages get others, from `proxy.ts`. Every request has an id of ours, or of a trusted
 * proxy in front: the log must not record one that the client chose. Its answer carries it.
 */
export function normalizeRequests(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const { host, path } = targetOf(request);
    if (host !== undefined) request.headers.host = host;
    request.url = decodable(path);
    if (!isOwnHost(host ?? null) && !BY_ANY_NAME.includes(request.url)) request.url = OTHER_HOST;
    if (request.method === "TRACE") request.method = "PROPFIND";
    delete request.headers["next-action"];
    const isTrusted = isTrustedPeer(request.socket.remoteAddress, env().TRUSTED_PROXIES);
    const id = (isTrusted ? idFromEdge(request) : null) ?? randomUUID();
    // A client that sends its own trace could have any request traced.
    if (!isTrusted) delete request.headers["traceparent"];
    request.headers[REQUEST_ID_HEADER] = id;
    response.setHeader(REQUEST_ID_HEADER, id);
    delete request.headers[ROUTER_HEADER];
    if (request.headers.rsc !== undefined) request.headers[ROUTER_HEADER] = "1";
    for (const [name, value] of Object.entries(firstHeaders(request.url))) response.setHeader(name, value);
  });
}

/**
 * Targets have three forms: a path, a whole address, whose host then counts instead of the header's (RFC 9112, 3.2), and
 * `*`, which here is a path that names nothing.
 */
function targetOf({ url = "/", headers }: IncomingMessage): { host: string | undefined; path: string } {
  const [, host = headers.host, path = url] = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)(.*)$/i.exec(url) ?? [];
  return { host, path: path.startsWith("/") ? path : `/${path}` };
}

/** Supervisors use their own names for this instance. */
const BY_ANY_NAME = ["/api/health/live", "/api/health/ready", "/metrics"];
const OTHER_HOST = "/api/other-host";

/** The id given by a proxy that the settings name, through which clients reach the register. */
function idFromEdge({ headers }: IncomingMessage): string | null {
  const given = headers[REQUEST_ID_HEADER];
  return typeof given === "string" && EDGE_ID.test(given) ? given : null;
}

/** The length that the access log stores. */
const EDGE_ID = /^[\w.:@=-]{8,40}$/;

/**
 * Set before any handler runs; a handler's headers of the same name don't replace them. Scripts never change
 * and may be cached.
 */
const firstHeaders = (url: string): Record<string, string> => ({
  ...guardingHeaders(),
  ...(url.startsWith("/_next/static/")
    ? scriptHeaders()
    : {
        "Content-Security-Policy": url.startsWith("/api/v1/files/") ? FILE_POLICY : NO_CONTENT_POLICY,
        "Cache-Control": "private, no-store",
      }),
});

/** None in development, which reloads a worker from within. */
const scriptHeaders = (): Record<string, string> =>
  process.env.NODE_ENV === "development" ? {} : { "Content-Security-Policy": WORKER_POLICY };

/** `%ff` is not valid UTF-8: its percent sign is taken literally. */
export function decodable(url: string): string {
  const [path = "", ...query] = url.split("?");
  const parts = path.split("/").map((part) => (isDecodable(part) ? part : part.replaceAll("%", "%25")));
  return [parts.join("/"), ...query].join("?");
}

function isDecodable(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}
