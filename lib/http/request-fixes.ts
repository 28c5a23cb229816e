// What the framework stumbles over, or answers by itself, before any of our code is asked, mended as a request arrives.
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { guardingHeaders, NO_CONTENT_POLICY } from "./headers";

/** Once a process. A path that no percent-decoding understands then names nothing and is not found; a method that the
    framework's requests cannot carry is refused as all unknown ones are; a server action, of which there are none, is no
    longer looked for; and every answer has its headers, also one that is given before the proxy is asked. */
export function normalizeRequests(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    request.url = decodable(request.url ?? "/");
    if (request.method === "TRACE") request.method = "PROPFIND";
    delete request.headers["next-action"];
    for (const [name, value] of Object.entries(firstHeaders(request.url))) response.setHeader(name, value);
  });
}

/** What an answer has until something better is known of it. */
const firstHeaders = (url: string): Record<string, string> => ({
  ...guardingHeaders(),
  "Content-Security-Policy": NO_CONTENT_POLICY,
  ...(url.startsWith("/api/") ? { "Cache-Control": "private, no-store" } : {}),
});

/** `%ff` stands for no text: its percent sign is taken as one. */
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
