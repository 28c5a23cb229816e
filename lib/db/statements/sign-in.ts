// Single statements, so that parallel requests gain nothing: using up a challenge, opening a session, counting a
// failure.
import { randomUUID } from "node:crypto";
import { askPrisma, type Db } from "../prisma";
import { sql } from "../sql/sql";

export interface Lifetime {
  idleMinutes: number;
  absoluteMinutes: number;
}

export interface OpenSession {
  sid: string;
  sub: string;
  sv: number;
}

const MOST_FAILURES = 5;

/** The challenge c of the person p is valid. */
export const IS_VALID_CHALLENGE = sql`c.expires_at > now() AND c.failures < ${MOST_FAILURES} AND p.disabled_at IS NULL
  AND p.session_version = c.session_version`;

/** As `mustHaveFactor` says, of the person p. */
export const MUST_HAVE_FACTOR = `EXISTS (SELECT FROM register r WHERE p.role = ANY (r.second_factor_for)
  OR (p.sealed AND 'MANAGER' = ANY (r.second_factor_for)))`;

/** Uses up a challenge, once, and returns its person; null: it is no longer valid. */
export async function consumeChallenge(db: Db, tokenHash: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ id: string }[]>`
    DELETE FROM sign_in_challenge c USING person p WHERE p.id = c.person_id AND c.token_hash = ${tokenHash} AND ${IS_VALID_CHALLENGE}
    RETURNING p.id`;
  return row?.id ?? null;
}

export interface NewSession {
  personId: string;
  address: string;
  /** The device's label, never the whole user agent. */
  agent: string | null;
  secondStep?: boolean;
  /** The provider vouched for more than a password: our second step isn't needed. */
  strong?: boolean;
}

/** Null: the account was disabled meanwhile, or requires another step than was done. */
export async function insertSession(
  db: Db,
  { personId, address, agent, secondStep = false, strong = false }: NewSession,
  life: Lifetime,
): Promise<OpenSession | null> {
  const sid = randomUUID();
  const [row] = await db.$queryRaw<{ sv: number }[]>`
    INSERT INTO session (id, person_id, session_version, created_at, last_seen_at, expires_at, address, agent, second_step, strong)
    SELECT ${sid}::uuid, id, session_version, now(), now(), now() + ${life.absoluteMinutes}::float8 * interval '1 minute',
           ${address}::text, left(${agent}::text, 40), ${secondStep}::boolean, ${strong}::boolean
      FROM person
     WHERE id = ${personId}::uuid AND disabled_at IS NULL
       AND (${strong}::boolean OR (second_factor_at IS NOT NULL) = ${secondStep}::boolean)
    RETURNING session_version AS sv`;
  return row ? { sid, sub: personId, sv: row.sv } : null;
}

/** Notes that a session was used. Skips a locked row: no request waits for such a note. */
export async function touchSession(db: Db, sid: string): Promise<void> {
  await db.$executeRaw`
    UPDATE session SET last_seen_at = now()
     WHERE id = (SELECT id FROM session WHERE id = ${sid}::uuid FOR NO KEY UPDATE SKIP LOCKED)`;
}

/** A failure begins a wait from the `waitsFrom`th on, twice as long as the one before, up to the longest. */
export interface ThrottleBucket {
  key: string;
  waitsFrom: number;
  firstSeconds: number;
  longestSeconds: number;
}

/**
 * Adds one failure to each count, or only to unblocked ones; returns to how many. A count without failures
 * for a day starts again. Counting and blocking are one statement: attempts that are counted before they are
 * checked (`countAttempt`) can't exceed the limit. A wrong password is counted after the check, so the two
 * that each process checks at once can.
 */
export function countFailures(buckets: readonly ThrottleBucket[], which: "all" | "open"): Promise<number> {
  const given = sql`unnest(${buckets.map(({ key }) => key)}::text[], ${buckets.map(({ waitsFrom }) => waitsFrom)}::int[],
    ${buckets.map(({ firstSeconds }) => firstSeconds)}::int[], ${buckets.map(({ longestSeconds }) => longestSeconds)}::int[])
    AS b (key, waits_from, first, longest)`;
  return askPrisma(
    (db) => db.$executeRaw`
      INSERT INTO throttle AS t (bucket, failures, since, blocked_until)
      SELECT key, 1, now(), CASE WHEN waits_from <= 1 THEN now() + first * interval '1 second' END FROM ${given} ORDER BY key
      ON CONFLICT (bucket) DO UPDATE SET
        failures = CASE WHEN t.since < now() - interval '1 day' THEN 1 ELSE t.failures + 1 END,
        since = now(),
        blocked_until = CASE WHEN t.since >= now() - interval '1 day' THEN (
          SELECT now() + least(longest, first * 2 ^ least(t.failures + 1 - waits_from, 20)) * interval '1 second'
            FROM ${given} WHERE key = t.bucket AND t.failures + 1 >= waits_from) END
        WHERE ${which === "all" ? sql`true` : sql`coalesce(t.blocked_until <= now(), true)`}`,
  );
}
