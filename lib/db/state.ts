// What signing in needs to remember and no event tells: sessions, passwords, links, failures. For auth and http alone;
// always on the true clock, also in a demonstration.
import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/domain/actor";
import type { Instant } from "@/lib/domain/day";
import { pool } from "./client";

export { appendAccess } from "./access/note";
export { sealAccess } from "./access/seal";
export { idempotently } from "./idempotency";

export interface Lifetime {
  idleMinutes: number;
  absoluteMinutes: number;
}

export interface OpenSession {
  sid: string;
  sub: string;
  sv: number;
}

export interface SeenSession {
  person: Pick<Actor, "id" | "email" | "name" | "role" | "desk">;
  /** The register's time. */
  at: Instant;
}

/** The one read of each request: is this session still good, whose is it, and what time is it in the register? */
export async function seeSession({ sid, sub, sv }: OpenSession, life: Lifetime): Promise<SeenSession | null> {
  const { rows } = await pool().query<SessionRow>(
    `SELECT p.id, p.email, p.name, p.role, p.desk, register_now() AS at, s.last_seen_at < now() - interval '1 minute' AS stale
       FROM session s JOIN person p ON p.id = s.person_id
      WHERE s.id = $1 AND s.person_id = $2 AND s.session_version = $3 AND p.session_version = s.session_version
        AND s.revoked_at IS NULL AND p.disabled_at IS NULL
        AND s.expires_at > now() AND s.last_seen_at > now() - $4 * interval '1 minute'`,
    [sid, sub, sv, life.idleMinutes],
  );
  const [row] = rows;
  if (!row) return null;
  const { at, stale, ...person } = row;
  if (stale) await pool().query("UPDATE session SET last_seen_at = now() WHERE id = $1", [sid]);
  return { person, at: at.toISOString() };
}

/** Opens a session; null when the account was disabled meanwhile. */
export async function openSession(
  account: { personId: string; address: string; agent: string | null },
  life: Lifetime,
): Promise<OpenSession | null> {
  const sid = randomUUID();
  const { rows } = await pool().query<{ session_version: number }>(
    `INSERT INTO session (id, person_id, session_version, created_at, last_seen_at, expires_at, address, agent)
     SELECT $1, id, session_version, now(), now(), now() + $3 * interval '1 minute', $4, left($5, 200)
       FROM person WHERE id = $2 AND disabled_at IS NULL
     RETURNING session_version`,
    [sid, account.personId, life.absoluteMinutes, account.address, account.agent],
  );
  const [row] = rows;
  return row ? { sid, sub: account.personId, sv: row.session_version } : null;
}

export async function revokeSession({ sid, sub }: Pick<OpenSession, "sid" | "sub">): Promise<void> {
  await pool().query(
    "UPDATE session SET revoked_at = now() WHERE id = $1 AND person_id = $2 AND revoked_at IS NULL",
    [sid, sub],
  );
}

/** A new password ends all sessions but the one it was set in. */
export async function revokeOtherSessions(personId: string, sid: string | null): Promise<void> {
  await pool().query(
    "UPDATE session SET revoked_at = now() WHERE person_id = $1 AND id IS DISTINCT FROM $2::uuid AND revoked_at IS NULL",
    [personId, sid],
  );
}

export interface Credential {
  personId: string;
  hash: string | null;
  disabled: boolean;
  /** Signed in from this address within 30 days. */
  knownAddress: boolean;
}

export async function findCredential(email: string, address: string): Promise<Credential | null> {
  const { rows } = await pool().query<Credential>(
    `SELECT p.id AS "personId", c.password_hash AS hash, p.disabled_at IS NOT NULL AS disabled,
            EXISTS (SELECT FROM session s WHERE s.person_id = p.id AND s.address = $2
                       AND s.created_at > now() - interval '30 days') AS "knownAddress"
       FROM person p LEFT JOIN credential c ON c.person_id = p.id WHERE p.email = $1`,
    [email, address],
  );
  return rows[0] ?? null;
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
  const { rows } = await pool().query<{ seconds: number }>(
    `SELECT coalesce(ceil(extract(epoch FROM max(blocked_until) - now())), 0)::int AS seconds
       FROM throttle WHERE bucket = ANY ($1) AND blocked_until > now()`,
    [keys],
  );
  return rows[0]?.seconds ?? 0;
}

/** One more failure in each count. A count that saw none for a day begins anew. */
export async function countFailure(
  buckets: readonly { key: string; free: number; firstSeconds: number; longestSeconds: number }[],
): Promise<void> {
  await pool().query(
    `INSERT INTO throttle AS t (bucket, failures, since, blocked_until)
     SELECT key, 1, now(), CASE WHEN free <= 1 THEN now() + first * interval '1 second' END
       FROM unnest($1::text[], $2::int[], $3::int[], $4::int[]) AS b (key, free, first, longest) ORDER BY key
     ON CONFLICT (bucket) DO UPDATE SET
       failures = CASE WHEN t.since < now() - interval '1 day' THEN 1 ELSE t.failures + 1 END,
       since = now(),
       blocked_until = CASE WHEN t.since >= now() - interval '1 day' THEN (
         SELECT now() + least(longest, first * 2 ^ least(t.failures + 1 - free, 20)) * interval '1 second'
           FROM unnest($1::text[], $2::int[], $3::int[], $4::int[]) AS b (key, free, first, longest)
          WHERE key = t.bucket AND t.failures + 1 >= free) END`,
    [
      buckets.map((bucket) => bucket.key),
      buckets.map((bucket) => bucket.free),
      buckets.map((bucket) => bucket.firstSeconds),
      buckets.map((bucket) => bucket.longestSeconds),
    ],
  );
}

/** A success ends its own count, and sweeps out what is over: old counts, sessions, links, keys of requests. */
export async function forgetFailures(key: string): Promise<void> {
  await pool().query("DELETE FROM throttle WHERE bucket = $1 OR since < now() - interval '1 day'", [key]);
  await pool().query("DELETE FROM session WHERE expires_at < now() - interval '60 days'");
  await pool().query("DELETE FROM password_token WHERE expires_at < now() - interval '30 days'");
  await pool().query("DELETE FROM idempotency WHERE created_at < now() - interval '30 days'");
}

/** Throws while the database is away. */
export async function ping(): Promise<void> {
  await pool().query("SELECT FROM register");
}

interface SessionRow {
  id: string;
  email: string;
  name: string;
  role: Actor["role"];
  desk: string[];
  at: Date;
  stale: boolean;
}
