// Every refusal at the HTTP boundary: its status is here, its words are in the message files.
import { z } from "zod";
import { answers, instant, version } from "@/lib/api/parts";
import { REFUSALS, type Refusal, type RefusalCode } from "@/lib/domain/base/refusal";
import { fieldErrorWords, refusalWords } from "@/lib/i18n/words/refusal-words";
import { translator } from "@/lib/i18n/translator";

export const STATUS: Record<RefusalCode, number> = {
  "bad-json": 400,
  "cookie-and-token": 400,
  "not-signed-in": 401,
  role: 403,
  "another-desk": 403,
  "own-proposal": 403,
  "proof-needed": 403,
  "not-by-token": 403,
  "held-back": 403,
  "cross-site": 403,
  "not-found": 404,
  method: 405,
  "too-slow": 408,
  "rights-changed": 409,
  version: 409,
  "already-there": 409,
  "no-such-step": 409,
  "proposal-open": 409,
  "proposal-closed": 409,
  "in-progress": 409,
  "too-large": 413,
  "wrong-content-type": 415,
  invalid: 422,
  "evidence-missing": 422,
  "reason-missing": 422,
  "window-missing": 422,
  "quantity-missing": 422,
  "approval-open": 422,
  "condition-open": 422,
  "successor-missing": 422,
  "mandate-exceeded": 422,
  "key-reused": 422,
  "if-match-missing": 428,
  "slow-down": 429,
  busy: 503,
  "database-away": 503,
  "storage-full": 503,
  "files-away": 503,
};

export const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum([...REFUSALS, "internal"]),
    errors: z
      .array(z.strictObject({ path: z.string(), code: z.string(), message: z.string() }))
      .optional()
      .meta({ description: "Only with 422." }),
    current: version.optional().meta({ description: "Only with 409 `version`: the version on record." }),
    changedBy: z.string().optional(),
    changedAt: instant.optional(),
    fields: z.array(z.string()).optional(),
    closed: z
      .strictObject({ status: z.string(), by: z.string(), at: instant, note: z.string().nullable() })
      .optional()
      .meta({ description: "Only with 409 `proposal-closed`: who closed the proposal, how and when." }),
  })
  .register(answers, { id: "Problem" });

/** A refusal as RFC 9457 problem+json; 422 lists its errors if they are known by field. */
export function problem(refusal: Refusal, headers: Record<string, string> = {}): Response {
  const { code, params, errors, conflict, closed } = refusal;
  const status = STATUS[code];
  const listed = errors?.map((error) => ({
    path: error.path,
    code: error.code,
    message: fieldErrorWords(error),
  }));
  const body = {
    ...head(code, status, refusalWords(refusal)),
    ...(status === 422 ? { errors: listed ?? [] } : {}),
    ...conflict,
    ...(closed && { closed }),
  };
  return problemOf(body, { ...waitFor(code, params), ...headers });
}

/**
 * Retry-After in seconds: a database that was away is back soon or not at all; a full disk needs a person.
 */
const RETRY_AFTER: Partial<Record<RefusalCode, number>> = {
  "in-progress": 1,
  busy: 2,
  "database-away": 5,
  "files-away": 5,
  "storage-full": 60,
};

/** For a refusal that ends on its own or once someone fixes the cause. */
export function waitFor(code: RefusalCode, params?: Refusal["params"]): Record<string, string> {
  const seconds = code === "slow-down" ? secondsOf(params) : RETRY_AFTER[code];
  return seconds === undefined ? {} : { "Retry-After": String(seconds) };
}

/** An unexpected error. The number leads to the entry in the server's log. */
export function internal(request: string): Response {
  const say = translator("refusals");
  const words = { title: say("internal.title"), detail: say("internal.detail", { request }) };
  return problemOf({ ...head("internal", 500, words), request }, {});
}

function head(code: string, status: number, { title, detail }: { title: string; detail: string }) {
  return { type: `urn:pledge-register:problem:${code}`, title, status, detail, code };
}

function problemOf(
  body: { status: number; [member: string]: unknown },
  headers: Record<string, string>,
): Response {
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { "Content-Type": "application/problem+json", "Cache-Control": "private, no-store", ...headers },
  });
}

function secondsOf(params: Refusal["params"]): number {
  const seconds = Number(params?.seconds ?? Number(params?.minutes ?? 1) * 60);
  return Number.isFinite(seconds) ? Math.max(1, Math.ceil(seconds)) : 60;
}
