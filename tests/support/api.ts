// The API as an outside program sees it: real requests to the real handlers, on its own demonstration register.
import { extractText } from "unpdf";
import { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } from "@/app/api/v1/[[...path]]/route";
import { OPERATIONS } from "@/app/api/v1/operations";
import { accessNoted } from "@/lib/auth/access-log";
import { sealSession, LIFETIME } from "@/lib/auth/session";
import { sessionCookie } from "@/lib/auth/cookies";
import { disconnect, pool } from "@/lib/db/client";
import { openSession } from "@/lib/db/state";
import { findPlace, placesOf } from "@/lib/http/places";
import { emailOf } from "@/prisma/seed/accounts";
import { undescribed } from "./described";
import { openDemonstration } from "./registers/demonstration";
import { staffedRegister } from "./registers/staffed-register";

const ORIGIN = "http://localhost:3000";

export const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type Method = (typeof METHODS)[number] | "HEAD" | "OPTIONS";

/** Accounts of the demonstration: the officer's desk has FR and DE, the northern one SE and GB. */
export type Who = "officer" | "officer-north" | "manager" | "manager-2" | "auditor" | "admin";

export interface Sent {
  body?: unknown;
  /** Sent as it is, in place of `body`. */
  raw?: BodyInit;
  headers?: Record<string, string>;
  /** The version for If-Match. */
  version?: number;
  key?: string;
}

export interface Answered {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

export interface TestApi {
  call(who: Who | null, method: Method, path: string, sent?: Sent): Promise<Answered>;
  /** Number of the last event: unchanged when nothing changes. */
  head(): Promise<number>;
  close(): Promise<void>;
}

export async function openTestApi(): Promise<TestApi> {
  const database = await openDemonstration();
  return apiOn(async () => {
    await disconnect();
    await database.drop();
  });
}

/** On a register with only people in it, as in staffed-register, and on the real clock: nothing in it expires. */
export async function openStaffedApi(): Promise<TestApi> {
  const register = await staffedRegister();
  return apiOn(() => register.close());
}

function apiOn(close: () => Promise<void>): TestApi {
  // Promises, so that calls at once share one session.
  const cookies = new Map<Who, Promise<string>>();
  return {
    async call(who, method, path, sent = {}) {
      if (who && !cookies.has(who)) cookies.set(who, cookieFor(who));
      const cookie = who ? await cookies.get(who) : undefined;
      const request = requestOf(method, path, sent, cookie);
      const parts = new URL(request.url).pathname.split("/").slice(3).map(decodeURIComponent);
      const context = { params: Promise.resolve({ path: parts }) };
      const answer = await answered(await HANDLERS[method](request, context));
      const other = undescribed(method, findPlace(PLACES, parts)?.place.path ?? "", answer);
      if (other !== null) throw new Error(`not as it is described: ${other}`);
      return answer;
    },
    async head() {
      const { rows } = await pool().query<{ seq: string }>("SELECT max(seq) AS seq FROM audit.event");
      return Number(rows[0]?.seq);
    },
    async close() {
      await accessNoted();
      await close();
    },
  };
}

const HANDLERS = { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS };
const PLACES = placesOf(OPERATIONS);

/** `/pledges/{reference}` of every operation. */
export const PATHS: readonly string[] = PLACES.map(({ path }) => path);

/** With a new session. */
export async function cookieFor(who: Who): Promise<string> {
  const { rows } = await pool().query<{ id: string }>("SELECT id FROM person WHERE email = $1", [
    emailOf(who),
  ]);
  const session = await openSession(
    { personId: rows[0]?.id ?? "", address: "127.0.0.1", agent: null },
    LIFETIME,
  );
  if (!session) throw new Error(`no account of the ${who}`);
  // A file of tests may take longer than a proof holds.
  await pool().query("UPDATE session SET proven_at = now() + interval '1 day' WHERE id = $1", [session.sid]);
  return `${sessionCookie()}=${await sealSession(session)}`;
}

function requestOf(
  method: Method,
  path: string,
  { body, raw, headers, version, key }: Sent,
  cookie: string | undefined,
): Request {
  const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  return new Request(`${ORIGIN}/api/v1${path}`, {
    method,
    ...(content === undefined ? {} : { body: content }),
    headers: {
      host: "localhost:3000",
      ...(cookie === undefined ? {} : { cookie }),
      ...(method === "GET" || method === "HEAD" ? {} : { "sec-fetch-site": "same-origin" }),
      ...(content === undefined ? {} : { "content-type": "application/json" }),
      ...(version === undefined ? {} : { "if-match": `"${version}"` }),
      ...(key === undefined ? {} : { "idempotency-key": key }),
      ...headers,
    },
  });
}

/** Of a PDF: the words that it says. */
async function answered(response: Response): Promise<Answered> {
  const isPdf = response.headers.get("content-type") === "application/pdf";
  const text = isPdf
    ? (await extractText(new Uint8Array(await response.arrayBuffer()), { mergePages: true })).text
    : await response.text();
  const isJson = text !== "" && /json/.test(response.headers.get("content-type") ?? "");
  const body = (isJson ? JSON.parse(text) : { text }) as Record<string, unknown>;
  return { status: response.status, headers: response.headers, body };
}
