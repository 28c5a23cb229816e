// A request that may be sent again: its key is kept with the change it made, in the same transaction, so that
// the second time finds the first one's answer.
import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import type { Queryable } from "./records/select";

export interface RepeatableRequest {
  person: string;
  key: string;
  bodySha256: string;
}

const ambient = new AsyncLocalStorage<RepeatableRequest & { taken: boolean }>();

/** Whatever `work` writes is written once for this person, key and body. It writes one change. */
export function idempotently<T>(request: RepeatableRequest, work: () => Promise<T>): Promise<T> {
  return ambient.run({ ...request, taken: false }, work);
}

/** The request that this change answers, once: two changes can't share one key. */
export function takeRepeatable(): RepeatableRequest | null {
  const request = ambient.getStore();
  if (!request) return null;
  if (request.taken) throw new Error("an idempotent request makes one change");
  request.taken = true;
  return request;
}

/** Null when the request is new: its key is claimed. Waits for another of the same key that is under way. */
export async function earlierAnswer<T>(q: Queryable, request: RepeatableRequest): Promise<Result<T> | null> {
  const claimed = await q.query(
    "INSERT INTO idempotency (person_id, key, body_sha256) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING key",
    [request.person, request.key, request.bodySha256],
  );
  if (claimed.rows.length > 0) return null;
  const { rows } = await q.query<{ body_sha256: string; answer: string | null }>(
    "SELECT body_sha256, answer FROM idempotency WHERE person_id = $1 AND key = $2",
    [request.person, request.key],
  );
  const [earlier] = rows;
  if (earlier?.body_sha256 !== request.bodySha256) return refuse("key-reused");
  return ok(JSON.parse(earlier.answer ?? "null") as T);
}

export async function keepAnswer(q: Queryable, request: RepeatableRequest, answer: unknown): Promise<void> {
  await q.query("UPDATE idempotency SET answer = $3 WHERE person_id = $1 AND key = $2", [
    request.person,
    request.key,
    JSON.stringify(answer ?? null),
  ]);
}
