// What signing in needs to remember and no event tells: sessions, second steps, passwords, links, failures. For auth and
// http alone; always on the true clock, also in a demonstration.
import "server-only";
import { askPool, pool } from "./client";
import { AT_ONCE, type SeenSession } from "./sessions";

export { appendAccess } from "./access/note";
export { sealAccess } from "./access/seal";
export { findCoalitionOnly } from "./read/coalition-only";
export { idempotently } from "./idempotency";
export * from "./second-step";
export * from "./sessions";

export interface Credential {
  personId: string;
  hash: string | null;
  disabled: boolean;
  secondFactor: boolean;
  /** The role must have a second factor. */
  secondFactorRequired: boolean;
  /** Signed in from this address within 30 days. */
  knownAddress: boolean;
}

export async function findCredential(email: string, address: string): Promise<Credential | null> {
  const [found] = await askPool<Credential>(
    `SELECT p.id AS "personId", c.password_hash AS hash, p.disabled_at IS NOT NULL AS disabled,
            p.second_factor_at IS NOT NULL AS "secondFactor",
            p.role = ANY ((SELECT second_factor_for FROM register)::text[]) AS "secondFactorRequired",
            EXISTS (SELECT FROM session s WHERE s.person_id = p.id AND s.address = $2
                       AND s.created_at > now() - interval '30 days') AS "knownAddress"
       FROM person p LEFT JOIN credential c ON c.person_id = p.id WHERE p.email = $1`,
    [email, address],
  );
  return found ?? null;
}

export async function findHash(personId: string): Promise<string | null> {
  const { rows } = await pool().query<{ hash: string }>(
    "SELECT password_hash AS hash FROM credential WHERE person_id = $1",
    [personId],
  );
  return rows[0]?.hash ?? null;
}

/** Whose link this is, while it is good. */
export async function findLink(tokenHash: string): Promise<SeenSession["person"] | null> {
  const { rows } = await pool().query<SeenSession["person"]>(
    `SELECT p.id, p.email, p.name, p.role, p.desk FROM password_token t JOIN person p ON p.id = t.person_id
      WHERE t.token_hash = $1 AND t.used_at IS NULL AND t.expires_at > now() AND p.disabled_at IS NULL`,
    [tokenHash],
  );
  return rows[0] ?? null;
}

/** Seconds to wait before the next attempt counts for anything; 0 for now. */
export async function secondsToWait(keys: readonly string[]): Promise<number> {
  const [row] = await askPool<{ seconds: number }>(
    `SELECT coalesce(ceil(extract(epoch FROM max(blocked_until) - now())), 0)::int AS seconds
       FROM throttle WHERE bucket = ANY ($1) AND blocked_until > now()`,
    [keys],
  );
  return row?.seconds ?? 0;
}

type Counts = readonly { key: string; free: number; firstSeconds: number; longestSeconds: number }[];

/** One more failure in each count. A count that saw none for a day begins anew. */
export async function countFailure(buckets: Counts): Promise<void> {
  await count(buckets, "true");
}

/** Counts an attempt as a failure before it is looked at, so that those made at once can't outrun the count; whoever
    succeeds has it forgotten. Seconds to wait when there is no attempt left; else 0. */
export async function takeAttempt(buckets: Counts): Promise<number> {
  const counted = await count(buckets, "coalesce(t.blocked_until <= now(), true)");
  if (counted === buckets.length) return 0;
  return Math.max(1, await secondsToWait(buckets.map((bucket) => bucket.key)));
}

async function count(buckets: Counts, when: string): Promise<number> {
  const { rows } = await pool().query(
    `INSERT INTO throttle AS t (bucket, failures, since, blocked_until)
     SELECT key, 1, now(), CASE WHEN free <= 1 THEN now() + first * interval '1 second' END
       FROM unnest($1::text[], $2::int[], $3::int[], $4::int[]) AS b (key, free, first, longest) ORDER BY key
     ON CONFLICT (bucket) DO UPDATE SET
       failures = CASE WHEN t.since < now() - interval '1 day' THEN 1 ELSE t.failures + 1 END,
       since = now(),
       blocked_until = CASE WHEN t.since >= now() - interval '1 day' THEN (
         SELECT now() + least(longest, first * 2 ^ least(t.failures + 1 - free, 20)) * interval '1 second'
           FROM unnest($1::text[], $2::int[], $3::int[], $4::int[]) AS b (key, free, first, longest)
          WHERE key = t.bucket AND t.failures + 1 >= free) END
       WHERE ${when}
     RETURNING 1`,
    [
      buckets.map((bucket) => bucket.key),
      buckets.map((bucket) => bucket.free),
      buckets.map((bucket) => bucket.firstSeconds),
      buckets.map((bucket) => bucket.longestSeconds),
    ],
  );
  return rows.length;
}

/** A success ends its own count, and sweeps out what is over: old counts, sessions, links, challenges, keys of requests. */
export async function forgetFailures(key: string): Promise<void> {
  await pool().query("DELETE FROM throttle WHERE bucket = $1 OR since < now() - interval '1 day'", [key]);
  await pool().query("DELETE FROM session WHERE expires_at < now() - interval '60 days'");
  await pool().query("DELETE FROM password_token WHERE expires_at < now() - interval '30 days'");
  await pool().query("DELETE FROM sign_in_challenge WHERE expires_at < now()");
  await pool().query("DELETE FROM second_factor_setup WHERE expires_at < now()");
  await pool().query("DELETE FROM idempotency WHERE created_at < now() - interval '30 days'");
}

/** Throws while the database is away. */
export async function ping(): Promise<void> {
  await askPool("SELECT FROM register", [], AT_ONCE);
}
