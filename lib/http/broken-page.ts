// A page whose database went away: Next answers 500, with a page that says nothing until its script has run. Here it
// becomes a 503 that needs no script, keeps its address, and says what is safe.
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { REQUEST_ID_HEADER } from "@/lib/auth/request-headers";
import { awayPage } from "./away-page";
import { refusalOf } from "./failure";
import { AWAY_SECONDS } from "./problem";

const MOST = 1_000;

/** Requests whose page failed for the database's sake, by their id. Next has the error, and the answer goes elsewhere. */
const failed = new Set<string>();

/** Next calls this for whatever a page throws, before it answers. */
export function noteBrokenPage(error: unknown, headers: NodeJS.Dict<string | string[]>): void {
  const id = headers[REQUEST_ID_HEADER];
  if (typeof id !== "string" || refusalOf(error) === null) return;
  failed.add(id);
  for (const oldest of failed) if (failed.size > MOST) failed.delete(oldest);
}

/** Once a process. */
export function mendBrokenPages(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    mend(request, response);
  });
}

function mend(request: IncomingMessage, response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (
    status: number,
    ...rest: unknown[]
  ) => ServerResponse;
  const end = response.end.bind(response);
  const mended = (status: number, ...rest: unknown[]): ServerResponse => {
    if (status !== 500 || !failed.delete(String(request.headers[REQUEST_ID_HEADER])))
      return writeHead(status, ...rest);
    for (const name of ["content-encoding", "content-length", "transfer-encoding", "etag"])
      response.removeHeader(name);
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Retry-After", String(AWAY_SECONDS));
    const page = awayPage(nonceIn(response), themeOf(request));
    response.write = () => true;
    response.end = (() => response) as typeof response.end;
    const headed = writeHead(503);
    end(request.method === "HEAD" ? "" : page);
    return headed;
  };
  response.writeHead = mended;
}

function themeOf({ headers }: IncomingMessage): "light" | "dark" | null {
  const chosen = /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(headers.cookie ?? "")?.[1];
  return chosen === "light" || chosen === "dark" ? chosen : null;
}

/** The nonce that this answer's own policy lets styles in by. */
function nonceIn(response: ServerResponse): string {
  return (
    /style-src [^;]*'nonce-([\w-]+)'/.exec(String(response.getHeader("content-security-policy")))?.[1] ?? ""
  );
}
