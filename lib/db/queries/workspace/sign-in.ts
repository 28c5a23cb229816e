// Data for signing in, as needed to check a password or a code. Whether a session is still valid is decided
// in `valid-session.ts`.
import type { Actor } from "@/lib/domain/people/actor";
import { heldUntil } from "@/lib/domain/people/power";
import { askPrisma } from "../../prisma";
import { instantOrNull } from "../../records/codec";
import { raw, sql, type Sql } from "../../sql/sql";
import { IS_VALID_CHALLENGE, MUST_HAVE_FACTOR } from "../../statements/sign-in";

export interface Credential {
  personId: string;
  hash: string | null;
  disabled: boolean;
  secondFactor: boolean;
  secondFactorRequired: boolean;
  /** Signed in from this address within 30 days. */
  knownAddress: boolean;
}

export async function findCredential(email: string, address: string): Promise<Credential | null> {
  const [found] = await askPrisma(
    (db) => db.$queryRaw<Credential[]>`
      SELECT p.id AS "personId", c.password_hash AS hash, p.disabled_at IS NOT NULL AS disabled,
             p.second_factor_at IS NOT NULL AS "secondFactor",
             ${raw(MUST_HAVE_FACTOR)} AS "secondFactorRequired",
             ${wasSeenAt(address)} AS "knownAddress"
        FROM person p LEFT JOIN credential c ON c.person_id = p.id WHERE p.email = ${email}`,
  );
  return found ?? null;
}

export interface Challenge {
  person: Pick<Actor, "id" | "email" | "name" | "role" | "desk" | "sealed" | "heldUntil">;
  /** Encrypted; null: there is none. */
  secret: string | null;
  /** A setup in progress, encrypted; null: a code or a passkey is required. */
  setup: string | null;
  byCode: boolean;
  byPasskey: boolean;
  /** Signed in from this address within 30 days. */
  knownAddress: boolean;
}

/** The person of a valid challenge: not expired, not failed too often, with an active account. */
export async function findChallenge(tokenHash: string, address: string): Promise<Challenge | null> {
  const [found] = await askPrisma(
    (db) => db.$queryRaw<(Challenge & { factorRemovedAt: Date | null; at: Date })[]>`
      SELECT json_build_object('id', p.id, 'email', p.email, 'name', p.name, 'role', p.role, 'desk', p.desk, 'sealed', p.sealed) AS person,
             p.factor_removed_at AS "factorRemovedAt", register_now() AS at, f.secret, c.setup, ${raw(HAS_CODES)} AS "byCode",
             ${raw(HAS_PASSKEY)} AS "byPasskey", ${wasSeenAt(address)} AS "knownAddress"
        FROM sign_in_challenge c JOIN person p ON p.id = c.person_id LEFT JOIN second_factor f ON f.person_id = p.id
       WHERE c.token_hash = ${tokenHash} AND ${IS_VALID_CHALLENGE}`,
  );
  if (!found) return null;
  const { factorRemovedAt, at, person, ...challenge } = found;
  const held = heldUntil(instantOrNull(factorRemovedAt), at.toISOString());
  return { ...challenge, person: { ...person, heldUntil: held } };
}

const wasSeenAt = (address: string): Sql => sql`
  EXISTS (SELECT FROM session s WHERE s.person_id = p.id AND s.address = ${address} AND s.created_at > now() - interval '30 days')`;

export const HAS_CODES = `(EXISTS (SELECT FROM second_factor f WHERE f.person_id = p.id)
            OR EXISTS (SELECT FROM recovery_code c WHERE c.person_id = p.id AND c.used_at IS NULL))`;
export const HAS_PASSKEY = "EXISTS (SELECT FROM passkey k WHERE k.person_id = p.id)";
