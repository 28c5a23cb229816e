// A page whose database went away: Next answers 500, with a page that says nothing until its script has run. Here it
// becomes a 503 that needs no script, keeps its address, and says what is safe.
import { ServerResponse, type IncomingMessage } from "node:http";
import { REQUEST_ID_HEADER } from "@/lib/auth/request-headers";
import type { Language } from "@/lib/domain/base/language";
import { browserLanguage } from "@/lib/auth/language";
import { withLanguage } from "@/lib/i18n/reader";
import { awayPage } from "./away-page";
import { refusalOf } from "./failure";
import { AWAY_SECONDS } from "./problem";

const MOST = 1_000;
/** The first error of a process is told late: Next still has to load whom it tells. */
const PATIENCE_MS = 150;

/** Requests whose page failed for the database's sake, by their id. Next has the error, and the answer goes elsewhere. */
const failed = new Set<string>();
/** Answers that are kept back, by the request's id, until it is known whose fault it was. */
const kept = new Map<string, () => void>();

/** Next calls this for whatever a page throws, as a rule before it answers. */
export function noteBrokenPage(error: unknown, headers: NodeJS.Dict<string | string[]>): void {
  const id = headers[REQUEST_ID_HEADER];
  if (typeof id !== "string" || refusalOf(error) === null) return;
  failed.add(id);
  for (const oldest of failed) if (failed.size > MOST) failed.delete(oldest);
  kept.get(id)?.();
}

type Method = "writeHead" | "write" | "end" | "flushHeaders";
type Call = (this: ServerResponse, ...given: unknown[]) => unknown;

/**
 * Once a process, for every answer from then on, also to requests that came in while the process was still starting:
 * those waited, and their beginning was nobody's to hear.
 */
export function mendBrokenPages(): void {
  const answer = ServerResponse.prototype as unknown as Record<Method, Call>;
  const own: Record<Method, Call> = {
    writeHead: answer.writeHead,
    write: answer.write,
    end: answer.end,
    flushHeaders: answer.flushHeaders,
  };
  /** What was said of an answer that is kept back, or that was given in its place: then nobody hears it. */
  const held = new WeakMap<ServerResponse, [Method, unknown[]][]>();
  const told = new WeakSet<ServerResponse>();

  const keepBack = (response: ServerResponse): [Method, unknown[]][] | null => {
    const id = response.req.headers[REQUEST_ID_HEADER];
    const isPage = String(response.getHeader("content-type") ?? "text/html").startsWith("text/html");
    if (told.has(response) || response.headersSent || typeof id !== "string" || !isPage) return null;
    const calls: [Method, unknown[]][] = [];
    held.set(response, calls);
    if (failed.delete(id)) {
      answerAway(response, own);
      return calls;
    }
    const settle = (): void => {
      clearTimeout(timer);
      kept.delete(id);
      delete (response as { headersSent?: boolean }).headersSent;
      if (failed.delete(id)) return answerAway(response, own);
      held.delete(response);
      told.add(response);
      for (const [method, given] of calls) own[method].apply(response, given);
    };
    const timer = setTimeout(settle, PATIENCE_MS);
    kept.set(id, settle);
    // Else Next would answer once more.
    Object.defineProperty(response, "headersSent", { configurable: true, value: true });
    return calls;
  };
  const keeping = (method: Method, answered: (response: ServerResponse) => unknown): Call =>
    function (...given) {
      if (!held.has(this) && method === "writeHead" && given[0] === 500) this.statusCode = 500;
      const isBroken = this.statusCode === 500 && (method !== "writeHead" || given[0] === 500);
      const calls = held.get(this) ?? (isBroken ? keepBack(this) : null);
      if (!calls) return own[method].apply(this, given);
      calls.push([method, given]);
      return answered(this);
    };
  answer.writeHead = keeping("writeHead", (response) => response);
  answer.write = keeping("write", () => true);
  answer.end = keeping("end", (response) => response);
  answer.flushHeaders = keeping("flushHeaders", () => undefined);
}

function answerAway(response: ServerResponse, own: Record<Method, Call>): void {
  for (const name of ["content-encoding", "content-length", "transfer-encoding", "etag"])
    response.removeHeader(name);
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Retry-After", String(AWAY_SECONDS));
  const page = withLanguage(languageOf(response.req), () =>
    awayPage(nonceIn(response), themeOf(response.req)),
  );
  own.writeHead.call(response, 503);
  own.end.call(response, response.req.method === "HEAD" ? "" : page);
}

function themeOf({ headers }: IncomingMessage): "light" | "dark" | null {
  const chosen = /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(headers.cookie ?? "")?.[1];
  return chosen === "light" || chosen === "dark" ? chosen : null;
}

/** Of the browser: who asks is what the database would say. */
function languageOf({ headers }: IncomingMessage): Language {
  const { cookie, "accept-language": accepted } = headers;
  return browserLanguage(
    new Headers({ ...(cookie && { cookie }), ...(accepted && { "accept-language": accepted }) }),
  );
}

/** The nonce that this answer's own policy lets styles in by. */
function nonceIn(response: ServerResponse): string {
  return (
    /style-src [^;]*'nonce-([\w-]+)'/.exec(String(response.getHeader("content-security-policy")))?.[1] ?? ""
  );
}
