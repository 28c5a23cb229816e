// What the framework stumbles over before any of our code is asked, mended as a request arrives: a path that no
// percent-decoding understands, and a method its requests cannot carry.
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/** Once a process. The path then names nothing and is not found; the method is refused as all unknown ones are. */
export function mendRequests(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.url = decodable(request.url ?? "/");
    if (request.method === "TRACE") request.method = "PROPFIND";
  });
}

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
