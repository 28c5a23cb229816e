// When the database goes away, is full or is too busy while a page is made, Next answers 500 with a page that
// is blank until its script has run. This replaces it with a 503 that needs no script, keeps its address, and
// says what is safe.
import { ServerResponse, type IncomingMessage } from "node:http";
import { REQUEST_ID_HEADER } from "@/lib/auth/request-headers";
import type { Language } from "@/lib/domain/base/language";
import { browserLanguage } from "@/lib/auth/language";
import { withLanguage } from "@/lib/i18n/reader";
import { awayPage } from "./away-page";
import { refusalOf, type Unable } from "./failure";
import { waitFor } from "./problem";

const MOST = 1_000;
/**
 * Long, because an error arrives late on a busy machine, and a process's first error always does: Next still
 * has to load instrumentation. In steps, because in a process that was paused a single timer would end before
 * the error arrives.
 */
const STEPS = 5;
const STEP_MS = 200;

/**
 * Why a request's page failed because of the database, by its id: Next reports an error and writes the answer
 * separately.
 */
const failed = new Map<string, Unable>();
/** Held answers by request id, until it is known whether the database failed. */
const releases = new Map<string, () => void>();

/** Called by Next for anything a page throws, usually before it answers. */
export function noteBrokenPage(error: unknown, headers: NodeJS.Dict<string | string[]>): void {
  const id = headers[REQUEST_ID_HEADER];
  const why = refusalOf(error);
  if (typeof id !== "string" || why === null) return;
  failed.set(id, why);
  for (const oldest of failed.keys()) if (failed.size > MOST) failed.delete(oldest);
  releases.get(id)?.();
}

function takeFailure(id: string): Unable | undefined {
  const why = failed.get(id);
  failed.delete(id);
  return why;
}

type Method = "writeHead" | "write" | "end" | "flushHeaders";
type Call = (this: ServerResponse, ...given: unknown[]) => unknown;

/**
 * Call once per process. Patches the prototype, so that it also covers requests that arrived while the process was
 * starting, whose start no hook has seen.
 */
export function replaceBrokenPages(): void {
  const answer = ServerResponse.prototype as unknown as Record<Method, Call>;
  const own: Record<Method, Call> = {
    writeHead: answer.writeHead,
    write: answer.write,
    end: answer.end,
    flushHeaders: answer.flushHeaders,
  };
  /** The recorded calls on an answer that is held or was replaced: Next's own go nowhere. */
  const delayed = new WeakMap<ServerResponse, [Method, unknown[]][]>();
  const replaced = new WeakSet<ServerResponse>();

  const keepBack = (response: ServerResponse): [Method, unknown[]][] | null => {
    const id = response.req.headers[REQUEST_ID_HEADER];
    const isPage = String(response.getHeader("content-type") ?? "text/html").startsWith("text/html");
    if (replaced.has(response) || response.headersSent || typeof id !== "string" || !isPage) return null;
    const calls: [Method, unknown[]][] = [];
    delayed.set(response, calls);
    const why = takeFailure(id);
    if (why) {
      answerAway(response, why, own);
      return calls;
    }
    const settle = (): void => {
      clearInterval(timer);
      releases.delete(id);
      delete (response as { headersSent?: boolean }).headersSent;
      const why = takeFailure(id);
      if (why) return answerAway(response, why, own);
      delayed.delete(response);
      replaced.add(response);
      // Compression writes the head before each part until it is sent: only the first one counts here.
      for (const [method, given] of calls)
        if (method !== "writeHead" || !response.headersSent) own[method].apply(response, given);
    };
    let steps = 0;
    const timer = setInterval(() => (steps += 1) >= STEPS && settle(), STEP_MS);
    releases.set(id, settle);
    // Otherwise Next would answer again.
    Object.defineProperty(response, "headersSent", { configurable: true, value: true });
    return calls;
  };
  const keeping = (method: Method, answered: (response: ServerResponse) => unknown): Call =>
    function (...given) {
      if (!delayed.has(this) && method === "writeHead" && given[0] === 500) this.statusCode = 500;
      const isBroken = this.statusCode === 500 && (method !== "writeHead" || given[0] === 500);
      const calls = delayed.get(this) ?? (isBroken ? keepBack(this) : null);
      if (!calls) return own[method].apply(this, given);
      calls.push([method, given]);
      return answered(this);
    };
  answer.writeHead = keeping("writeHead", (response) => response);
  answer.write = keeping("write", () => true);
  answer.end = keeping("end", (response) => response);
  answer.flushHeaders = keeping("flushHeaders", () => undefined);
}

function answerAway(response: ServerResponse, why: Unable, own: Record<Method, Call>): void {
  for (const name of ["content-encoding", "content-length", "transfer-encoding", "etag"])
    response.removeHeader(name);
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  for (const [name, value] of Object.entries(waitFor(why))) response.setHeader(name, value);
  const page = withLanguage(languageOf(response.req), () =>
    awayPage(why, nonceIn(response), themeOf(response.req)),
  );
  own.writeHead.call(response, 503);
  own.end.call(response, response.req.method === "HEAD" ? "" : page);
}

function themeOf({ headers }: IncomingMessage): "light" | "dark" | null {
  const chosen = /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(headers.cookie ?? "")?.[1];
  return chosen === "light" || chosen === "dark" ? chosen : null;
}

/** From the browser: the reader's own choice is in the database. */
function languageOf({ headers }: IncomingMessage): Language {
  const { cookie, "accept-language": accepted } = headers;
  return browserLanguage(
    new Headers({ ...(cookie && { cookie }), ...(accepted && { "accept-language": accepted }) }),
  );
}

/** The nonce with which this answer's policy allows styles. */
function nonceIn(response: ServerResponse): string {
  return (
    /style-src [^;]*'nonce-([\w-]+)'/.exec(String(response.getHeader("content-security-policy")))?.[1] ?? ""
  );
}
