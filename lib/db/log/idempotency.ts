// Requests that may be sent again. The key is stored with the change, in the same transaction, so that a repeat gets the
// first answer. An answer may hold a secret that the database must not (a link for setting a password). So the key is
// stored as its hash, and the answer encrypted with the key: the table reveals neither.
import "server-only";
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { AsyncLocalStorage } from "node:async_hooks";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { pool } from "../client";
import type { Queryable } from "../connection";
import { inPrismaTransaction } from "../prisma";
import { keepReceipt } from "./receipts";

export interface RepeatableRequest {
  person: string;
  key: string;
  bodySha256: string;
}

const ambient = new AsyncLocalStorage<RepeatableRequest & { claimed: boolean }>();

/**
 * `work` takes effect once for this person, key and body. It makes one change. Changes of records look the key up in
 * their transaction; for others (`offRecord`) it is looked up first.
 */
export async function idempotently<T>(
  request: RepeatableRequest,
  work: () => Promise<Result<T>>,
  offRecord = false,
): Promise<Result<T>> {
  const earlier = offRecord ? await findAnswer<T>(pool(), request) : null;
  if (earlier) return earlier;
  const once = { ...request, claimed: false };
  const result = await ambient.run(once, work);
  return once.claimed ? result : afterwards(request, result);
}

/** For requests that change no record and may safely run twice at once: only the answer is stored and repeated. */
function afterwards<T>(request: RepeatableRequest, result: Result<T>): Promise<Result<T>> {
  return inPrismaTransaction(
    async ({ client }) => {
      const earlier = await earlierAnswer<T>(client, request);
      if (earlier?.ok || (earlier && result.ok)) return earlier;
      if (result.ok) await keepAnswer(client, request, result.value);
      return result;
    },
    ({ ok: went }) => (went ? "COMMIT" : "ROLLBACK"),
  );
}

/** Creates a row outside the record once per key, in this transaction. */
export async function onceIn<T>(q: Queryable, make: () => Promise<Result<T>>): Promise<Result<T>> {
  const request = claimRequest();
  const earlier = request && (await earlierAnswer<T>(q, request));
  if (earlier) return earlier;
  const made = await make();
  if (request && made.ok) await keepAnswer(q, request, made.value);
  return made;
}

/** For a request with several changes, each with its own key: `part` distinguishes them. */
export function perItemKey<T>(part: string, work: () => Promise<T>): Promise<T> {
  const request = ambient.getStore();
  if (!request) return work();
  return ambient.run({ ...request, key: `${request.key}\n${part}`, claimed: false }, work);
}

/** For work that continues after the request: it isn't part of the request's change. */
export const unrepeated = <T>(work: () => T): T => ambient.exit(work);

/** Claims the current request for this change, once: two changes can't share a key. */
export function claimRequest(): RepeatableRequest | null {
  const request = ambient.getStore();
  if (!request) return null;
  if (request.claimed) throw new Error("an idempotent request makes one change");
  request.claimed = true;
  return request;
}

/** Null: the request is new, and its key is claimed. */
export const earlierAnswer = async <T>(q: Queryable, request: RepeatableRequest): Promise<Result<T> | null> =>
  (await claimKey(q, request)) ? null : findAnswer<T>(q, request);

/** Whether nobody has used the request's key; waits for a running request with the same. */
export async function claimKey(q: Queryable, request: RepeatableRequest): Promise<boolean> {
  const { rows } = await q.query({ name: "claim-key", text: CLAIM }, [
    request.person,
    keyInTable(request),
    bodyOf(request),
  ]);
  return rows.length > 0;
}

const CLAIM =
  "INSERT INTO idempotency (person_id, key, body_sha256) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING key";

export async function findAnswer<T>(q: Queryable, request: RepeatableRequest): Promise<Result<T> | null> {
  const { rows } = await q.query<StoredAnswer>(
    `SELECT i.body_sha256, i.answer, i.first_entry::float8 AS first, i.last_entry::float8 AS last, e.leaf_hash AS "leafHash"
       FROM idempotency i LEFT JOIN audit.event e ON e.seq = i.last_entry WHERE i.person_id = $1 AND i.key = $2`,
    [request.person, keyInTable(request)],
  );
  const [earlier] = rows;
  if (!earlier) return null;
  if (earlier.body_sha256 !== bodyOf(request)) return refuse("key-reused");
  const { first, last, leafHash } = earlier;
  keepReceipt(first === null || last === null || leafHash === null ? null : { first, last, leafHash });
  return ok(JSON.parse(opened(earlier.answer ?? "", request)) as T);
}

interface StoredAnswer {
  body_sha256: string;
  answer: string | null;
  first: number | null;
  last: number | null;
  leafHash: string | null;
}

export async function keepAnswer(q: Queryable, request: RepeatableRequest, answer: unknown): Promise<void> {
  await q.query("UPDATE idempotency SET answer = $3 WHERE person_id = $1 AND key = $2", [
    request.person,
    keyInTable(request),
    sealed(JSON.stringify(answer ?? null), request),
  ]);
}

/** The key's hash. */
export const keyInTable = ({ key }: RepeatableRequest): string =>
  createHash("sha256").update(key).digest("base64url");

/** A keyed hash: a body may hold a number that could be guessed from its plain hash. The key itself isn't stored. */
const bodyOf = ({ key, bodySha256 }: RepeatableRequest): string =>
  createHash("sha256").update(`${bodySha256} ${key}`).digest("hex");

const keyOf = ({ key, person }: RepeatableRequest): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", key, person, "idempotent answer", 32));

/** AES-256-GCM: nonce, tag and text together. */
function sealed(text: string, request: RepeatableRequest): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyOf(request), nonce);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
}

function opened(answer: string, request: RepeatableRequest): string {
  const bytes = Buffer.from(answer, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", keyOf(request), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}
