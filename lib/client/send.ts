// The one call by which a page's scripts talk to the API; every failure is a value.
import type { Conflict } from "@/lib/domain/base/refusal";
import type { ApiAnswer, ApiBody, ApiChange, ApiPath } from "./api";
import { showReceipt } from "./receipt";
import { accountHere, askFor, type Need } from "./session";

export interface FieldProblem {
  path: string;
  code: string;
  message: string;
}

export interface RefusedRequest {
  code: string;
  title: string;
  detail: string;
}

/** `offline`: no readable answer. The change may have been made; the same key repeats it safely. */
export type Failure =
  | { is: "fields"; errors: FieldProblem[]; refusal: RefusedRequest }
  | { is: "conflict"; conflict: Conflict; refusal: RefusedRequest }
  | { is: "refused"; refusal: RefusedRequest }
  | { is: "offline" };

export type Sent<T> = { ok: true; value: T; version: number | null } | { ok: false; failure: Failure };

export interface SentRequest {
  version?: number;
  /** One per change, however often it is sent: from `newKey`. */
  key?: string;
  signal?: AbortSignal;
  /** For a request that itself answers such a prompt: nobody is asked to sign in or to prove anything. */
  asIs?: boolean;
}

const PATIENCE = 20_000;

/**
 * `path` below /api/v1, as `/pledges/FR-3-001`. Sent only as the account whose page this is. If its session
 * has ended, asks for sign-in; if a fresh proof is needed, asks for that; then sends the same again.
 */
export const send = <M extends ApiChange, const P extends ApiPath<M>>(
  method: M,
  path: P,
  body: ApiBody<M, P>,
  sending: SentRequest = {},
): Promise<Sent<ApiAnswer<M, P>>> => sendAny(method, path, body, sending);

export const load = <const P extends ApiPath<"GET">>(
  path: P,
  signal?: AbortSignal,
): Promise<Sent<ApiAnswer<"GET", P>>> => loadAny(path, signal);

/** For a form with several paths, which itself states the type of the answer. */
export async function sendAny<T>(
  method: ApiChange,
  path: string,
  body: unknown,
  sending: SentRequest = {},
): Promise<Sent<T>> {
  const headers: Record<string, string> = { "Content-Type": "application/json" };
  if (sending.version !== undefined) headers["If-Match"] = `"${sending.version}"`;
  if (sending.key !== undefined) headers["Idempotency-Key"] = sending.key;
  const account = accountHere();
  if (account !== null) headers["Expected-Account"] = account;
  const init = { method, headers, body: JSON.stringify(body) };
  const needed = new Set<Need>();
  for (;;) {
    const sent = await answered<T>(path, init, sending.signal);
    const need = sending.asIs ? null : needOf(sent);
    if (need === null || needed.has(need) || !(await askFor(need))) return sent;
    needed.add(need);
  }
}

export const loadAny = <T>(path: string, signal?: AbortSignal): Promise<Sent<T>> =>
  answered(path, {}, signal);

/** Works outside secure contexts too, where `randomUUID` is missing. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join("-");
}

async function answered<T>(path: string, init: RequestInit, signal?: AbortSignal): Promise<Sent<T>> {
  try {
    const timeout = AbortSignal.timeout(PATIENCE);
    const response = await fetch(`/api/v1${path}`, {
      ...init,
      cache: "no-store",
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    const answer: unknown = await response.json();
    if (!response.ok) return { ok: false, failure: failureOf(answer) };
    if (init.method !== undefined) showReceipt(response.headers);
    const tag = /^(?:W\/)?"(\d+)"$/.exec(response.headers.get("etag") ?? "");
    return { ok: true, value: answer as T, version: tag ? Number(tag[1]) : null };
  } catch {
    return { ok: false, failure: { is: "offline" } };
  }
}

const NEEDS: Record<string, Need> = { "not-signed-in": "session", "proof-needed": "proof" };

const needOf = (sent: Sent<unknown>): Need | null =>
  (!sent.ok && sent.failure.is === "refused" && NEEDS[sent.failure.refusal.code]) || null;

type ProblemJson = Partial<RefusedRequest & Conflict & { errors: FieldProblem[] }>;

export function failureOf(answer: unknown): Failure {
  const problem: ProblemJson = typeof answer === "object" && answer !== null ? answer : {};
  const {
    code,
    title = "",
    detail = "",
    errors,
    current,
    changedBy = "",
    changedAt = "",
    fields = [],
  } = problem;
  if (code === undefined) return { is: "offline" };
  const refusal = { code, title, detail };
  if (current !== undefined)
    return { is: "conflict", conflict: { current, changedBy, changedAt, fields }, refusal };
  return errors && errors.length > 0 ? { is: "fields", errors, refusal } : { is: "refused", refusal };
}
