// The second step of signing in: who has said the password and waits for it, what codes are checked against, and what is
// being set up. Secrets are sealed before they come here.
import "server-only";
import type { Actor } from "@/lib/domain/actor";
import { inTransaction, pool } from "./client";
import type { Queryable } from "./records/select";
import { openSession, type Lifetime, type OpenSession } from "./sessions";

export interface Challenge {
  person: Pick<Actor, "id" | "email" | "name" | "role" | "desk">;
  /** Sealed; null while there is none. */
  secret: string | null;
  /** What is being set up, sealed; null where a code is asked for. */
  setup: string | null;
  /** Signed in from this address within 30 days. */
  knownAddress: boolean;
}

/** What proves the second step: a step of the device's clock, or a recovery code. */
export type Proof = { step: number } | { codeHash: string };

export async function openChallenge(given: {
  personId: string;
  tokenHash: string;
  setup: string | null;
  minutes: number;
}): Promise<void> {
  await pool().query(
    `INSERT INTO sign_in_challenge (token_hash, person_id, session_version, setup, expires_at)
     SELECT $1, id, session_version, $3, now() + $4 * interval '1 minute' FROM person WHERE id = $2`,
    [given.tokenHash, given.personId, given.setup, given.minutes],
  );
}

/** Whose challenge this is, while it is good: not over, not guessed at too often, of an account in use. */
export async function findChallenge(tokenHash: string, address: string): Promise<Challenge | null> {
  const { rows } = await pool().query<
    Challenge["person"] & { secret: string | null; setup: string | null; known: boolean }
  >(
    `SELECT p.id, p.email, p.name, p.role, p.desk, f.secret, c.setup,
            EXISTS (SELECT FROM session s WHERE s.person_id = p.id AND s.address = $2
                       AND s.created_at > now() - interval '30 days') AS known
       FROM sign_in_challenge c JOIN person p ON p.id = c.person_id LEFT JOIN second_factor f ON f.person_id = p.id
      WHERE c.token_hash = $1 AND ${STANDS}`,
    [tokenHash, address],
  );
  const [row] = rows;
  if (!row) return null;
  const { secret, setup, known, ...person } = row;
  return { person, secret, setup, knownAddress: known };
}

/** One more wrong code for it. */
export async function failChallenge(tokenHash: string): Promise<void> {
  await pool().query("UPDATE sign_in_challenge SET failures = failures + 1 WHERE token_hash = $1", [
    tokenHash,
  ]);
}

/** Uses up the challenge and the code, each good once, and opens the session; null, and nothing is used up, when
    either was used before. */
export function passChallenge(
  {
    tokenHash,
    proof,
    ...device
  }: { tokenHash: string; proof: Proof | null; address: string; agent: string | null },
  life: Lifetime,
): Promise<OpenSession | null> {
  return inTransaction(
    async (client) => {
      await client.query("BEGIN");
      const personId = await takeChallenge(client, tokenHash);
      if (personId === null) return null;
      if (proof !== null && !(await takeProof(client, personId, proof))) return null;
      return openSession({ ...device, personId, secondStep: true }, life, client);
    },
    (session) => (session ? "COMMIT" : "ROLLBACK"),
  );
}

async function takeChallenge(q: Queryable, tokenHash: string): Promise<string | null> {
  const { rows } = await q.query<{ id: string }>(
    `DELETE FROM sign_in_challenge c USING person p WHERE p.id = c.person_id AND c.token_hash = $1 AND ${STANDS} RETURNING p.id`,
    [tokenHash],
  );
  return rows[0]?.id ?? null;
}

async function takeProof(q: Queryable, personId: string, proof: Proof): Promise<boolean> {
  const taken =
    "step" in proof
      ? await q.query(
          "UPDATE second_factor SET last_step = $2 WHERE person_id = $1 AND last_step < $2 RETURNING 1",
          [personId, proof.step],
        )
      : await q.query(
          "UPDATE recovery_code SET used_at = now() WHERE person_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING 1",
          [personId, proof.codeHash],
        );
  return taken.rows.length > 0;
}

/** Begins anew what is being set up in a session. */
export async function keepSetup(session: string, sealed: string, minutes: number): Promise<void> {
  await pool().query(
    `INSERT INTO second_factor_setup (session_id, sealed, expires_at) VALUES ($1, $2, now() + $3 * interval '1 minute')
     ON CONFLICT (session_id) DO UPDATE SET sealed = excluded.sealed, expires_at = excluded.expires_at`,
    [session, sealed, minutes],
  );
}

export async function findSetup(session: string): Promise<string | null> {
  const { rows } = await pool().query<{ sealed: string }>(
    "SELECT sealed FROM second_factor_setup WHERE session_id = $1 AND expires_at > now()",
    [session],
  );
  return rows[0]?.sealed ?? null;
}

export async function dropSetup(session: string): Promise<void> {
  await pool().query("DELETE FROM second_factor_setup WHERE session_id = $1", [session]);
}

export interface KnownFactor {
  /** In the register's time. */
  since: string;
  /** Recovery codes that haven't been used. */
  codesLeft: number;
}

/** The second factor of a person, as far as anybody may see it. */
export async function findFactor(personId: string): Promise<KnownFactor | null> {
  const { rows } = await pool().query<KnownFactor>(
    `SELECT audit.instant(p.second_factor_at) AS since,
            (SELECT count(*)::int FROM recovery_code c WHERE c.person_id = p.id AND c.used_at IS NULL) AS "codesLeft"
       FROM person p WHERE p.id = $1 AND p.second_factor_at IS NOT NULL`,
    [personId],
  );
  return rows[0] ?? null;
}

const MOST_FAILURES = 5;
const STANDS = `c.expires_at > now() AND c.failures < ${String(MOST_FAILURES)} AND p.disabled_at IS NULL
  AND p.session_version = c.session_version`;
