// Who signs in, as far as it takes to check a password or a code.
import type { Actor } from "@/lib/domain/actor";
import { askPrisma } from "../prisma";
import { sql, type Sql } from "./sql";

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
  const [found] = await askPrisma(
    (db) => db.$queryRaw<Credential[]>`
      SELECT p.id AS "personId", c.password_hash AS hash, p.disabled_at IS NOT NULL AS disabled,
             p.second_factor_at IS NOT NULL AS "secondFactor",
             p.role = ANY ((SELECT second_factor_for FROM register)::text[]) AS "secondFactorRequired",
             ${wasSeenAt(address)} AS "knownAddress"
        FROM person p LEFT JOIN credential c ON c.person_id = p.id WHERE p.email = ${email}`,
  );
  return found ?? null;
}

export interface Challenge {
  person: Pick<Actor, "id" | "email" | "name" | "role" | "desk">;
  /** Sealed; null while there is none. */
  secret: string | null;
  /** What is being set up, sealed; null where a code is asked for. */
  setup: string | null;
  /** Signed in from this address within 30 days. */
  knownAddress: boolean;
}

/** Whose challenge this is, while it is good: not over, not guessed at too often, of an account in use. */
export async function findChallenge(tokenHash: string, address: string): Promise<Challenge | null> {
  const [found] = await askPrisma(
    (db) => db.$queryRaw<Challenge[]>`
      SELECT json_build_object('id', p.id, 'email', p.email, 'name', p.name, 'role', p.role, 'desk', p.desk) AS person,
             f.secret, c.setup, ${wasSeenAt(address)} AS "knownAddress"
        FROM sign_in_challenge c JOIN person p ON p.id = c.person_id LEFT JOIN second_factor f ON f.person_id = p.id
       WHERE c.token_hash = ${tokenHash} AND ${STANDS}`,
  );
  return found ?? null;
}

const wasSeenAt = (address: string): Sql => sql`
  EXISTS (SELECT FROM session s WHERE s.person_id = p.id AND s.address = ${address} AND s.created_at > now() - interval '30 days')`;

const MOST_FAILURES = 5;

/** The challenge c of the person p is good. */
export const STANDS = sql`c.expires_at > now() AND c.failures < ${MOST_FAILURES} AND p.disabled_at IS NULL
  AND p.session_version = c.session_version`;
