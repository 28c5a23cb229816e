// Fixes requests that the framework fails on, or answers itself, before our code runs.
import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { NO_CONTENT_POLICY } from "@/lib/api/policies";
import { REQUEST_ID_HEADER } from "@/lib/auth/request-headers";
import { guardingHeaders } from "./headers";

/**
 * Call once per process. An undecodable path then names nothing and is not found. A method that the framework's
 * requests can't carry is refused like any unknown one. A server action, of which there are none, is no longer looked
 * up. Every answer has its headers, also one given before the proxy runs. Every request has an id of ours, also an
 * upload, which the proxy never sees: the log must not record one that the client chose.
 */
export function normalizeRequests(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    request.url = decodable(request.url ?? "/");
    if (request.method === "TRACE") request.method = "PROPFIND";
    delete request.headers["next-action"];
    request.headers[REQUEST_ID_HEADER] = randomUUID();
    for (const [name, value] of Object.entries(firstHeaders(request.url))) response.setHeader(name, value);
  });
}

/** Defaults, until a later handler sets better ones. */
const firstHeaders = (url: string): Record<string, string> => ({
  ...guardingHeaders(),
  "Content-Security-Policy": NO_CONTENT_POLICY,
  ...(url.startsWith("/api/") ? { "Cache-Control": "private, no-store" } : {}),
});

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
