// A page whose database went away: Next answers 500, with a page that says nothing until its script has run. Here it
// becomes a 503 that needs no script, keeps its address, and says what is safe.
import { ServerResponse, type IncomingMessage } from "node:http";
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

type WriteHead = (this: ServerResponse, status: number, ...rest: unknown[]) => ServerResponse;

/**
 * Once a process, for every answer from then on, also to requests that came in while the process was still starting:
 * those waited, and their beginning was nobody's to hear.
 */
export function mendBrokenPages(): void {
  const answer = ServerResponse.prototype;
  const { writeHead } = answer as { writeHead: WriteHead };
  answer.writeHead = function (this: ServerResponse, status: number, ...rest: unknown[]) {
    const id = String(this.req.headers[REQUEST_ID_HEADER]);
    return status === 500 && failed.delete(id)
      ? answerAway(this, writeHead)
      : writeHead.call(this, status, ...rest);
  } as typeof answer.writeHead;
}

function answerAway(response: ServerResponse, writeHead: WriteHead): ServerResponse {
  for (const name of ["content-encoding", "content-length", "transfer-encoding", "etag"])
    response.removeHeader(name);
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Retry-After", String(AWAY_SECONDS));
  const page = awayPage(nonceIn(response), themeOf(response.req));
  const end = response.end.bind(response);
  response.write = () => true;
  response.end = () => response;
  writeHead.call(response, 503);
  end(response.req.method === "HEAD" ? "" : page);
  return response;
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
