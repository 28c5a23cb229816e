// Failures to sign in, counted by account and by address.
import "server-only";
import { askPool, pool } from "../client";

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
