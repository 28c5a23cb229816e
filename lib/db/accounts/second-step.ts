// The second step of signing in: who has said the password and waits for it, what codes are checked against, and what is
// being set up. Secrets are sealed before they come here.
import "server-only";
import type { Actor } from "@/lib/domain/actor";
import type { Instant } from "@/lib/domain/day";
import { pool } from "../client";
import type { Queryable } from "../connection";
import { findMoment } from "../moment";
import { askPrisma, inPrismaTransaction, type Db } from "../prisma";
import { instant } from "../records/codec";
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
  const data = { failures: { increment: 1 } };
  await askPrisma((db) => db.signInChallenge.updateMany({ where: { tokenHash }, data }));
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
  return inPrismaTransaction(
    async ({ client, db }) => {
      const personId = await takeChallenge(client, tokenHash);
      if (personId === null) return null;
      if (proof !== null && !(await takeProof(db, personId, proof))) return null;
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

async function takeProof(db: Db, personId: string, proof: Proof): Promise<boolean> {
  const { count } =
    "step" in proof
      ? await db.secondFactor.updateMany({
          where: { personId, lastStep: { lt: proof.step } },
          data: { lastStep: proof.step },
        })
      : await db.recoveryCode.updateMany({
          where: { personId, codeHash: proof.codeHash, usedAt: null },
          data: { usedAt: (await findMoment(db)).now },
        });
  return count > 0;
}

/** Begins anew what is being set up in a session. */
export async function keepSetup(sessionId: string, sealed: string, minutes: number): Promise<void> {
  await askPrisma(async (db) => {
    const { now } = await findMoment(db);
    const set = { sealed, expiresAt: new Date(now.getTime() + minutes * 60_000) };
    await db.secondFactorSetup.upsert({
      where: { sessionId },
      create: { sessionId, ...set },
      update: set,
      select: { sessionId: true },
    });
  });
}

export async function findSetup(session: string): Promise<string | null> {
  const { rows } = await pool().query<{ sealed: string }>(
    "SELECT sealed FROM second_factor_setup WHERE session_id = $1 AND expires_at > now()",
    [session],
  );
  return rows[0]?.sealed ?? null;
}

export async function dropSetup(sessionId: string): Promise<void> {
  await askPrisma((db) => db.secondFactorSetup.deleteMany({ where: { sessionId } }));
}

export interface KnownFactor {
  /** In the register's time. */
  since: Instant;
  /** Recovery codes that haven't been used. */
  codesLeft: number;
}

/** The second factor of a person, as far as anybody may see it. */
export async function findFactor(id: string): Promise<KnownFactor | null> {
  const codes = { where: { usedAt: null } };
  const person = await askPrisma((db) =>
    db.person.findUnique({
      where: { id },
      select: { secondFactorAt: true, _count: { select: { recoveryCodes: codes } } },
    }),
  );
  if (!person?.secondFactorAt) return null;
  return { since: instant(person.secondFactorAt), codesLeft: person._count.recoveryCodes };
}

const MOST_FAILURES = 5;
const STANDS = `c.expires_at > now() AND c.failures < ${String(MOST_FAILURES)} AND p.disabled_at IS NULL
  AND p.session_version = c.session_version`;
