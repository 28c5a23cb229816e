// Data for signing in, as needed to check a password or a code, and for sessions.
import type { Actor, SessionProof } from "@/lib/domain/people/actor";
import { heldUntil } from "@/lib/domain/people/power";
import type { Instant } from "@/lib/domain/base/day";
import type { ReadUpTo } from "../log/changed-since";
import { FOLLOWED, type Followed } from "../log/page-state";
import { askPool, REQUEST_TIMEOUT } from "../../client";
import { askPrisma } from "../../prisma";
import { instantOrNull } from "../../records/codec";
import { raw, sql, type Sql } from "../../sql/sql";
import { RECORDS, type JsonOf } from "../../statements/record-json";
import {
  IS_VALID_CHALLENGE,
  MUST_HAVE_FACTOR,
  type Lifetime,
  type OpenSession,
} from "../../statements/sign-in";

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

const HAS_CODES = `(EXISTS (SELECT FROM second_factor f WHERE f.person_id = p.id)
            OR EXISTS (SELECT FROM recovery_code c WHERE c.person_id = p.id AND c.used_at IS NULL))`;
const HAS_PASSKEY = "EXISTS (SELECT FROM passkey k WHERE k.person_id = p.id)";

export interface SeenSession {
  person: Pick<Actor, "id" | "email" | "name" | "role" | "desk" | "sealed" | "language" | "heldUntil">;
  proof: SessionProof;
  /** The register's time. */
  at: Instant;
}

type FoundSession = Omit<SeenSession["person"], "heldUntil"> &
  Required<SessionProof> & {
    factorRemovedAt: Date | null;
    at: Date;
    stale: boolean;
    register: JsonOf["register"] | null;
    head: string | null;
    followed: Followed | null;
  };

/**
 * Null: the session is no longer valid. Every request runs it, so it uses `pg` directly: planned once, with a short
 * time limit. It also reads what every page asks next: the settings, the log's head, and what
 * came since what is known.
 */
export async function findSession(
  { sid, sub, sv }: OpenSession,
  { idleMinutes }: Lifetime,
  { position, leafHash }: ReadUpTo,
): Promise<FoundSession | null> {
  const [found] = await askPool<FoundSession>(
    `SELECT p.id, p.email, p.name, p.role, p.desk, p.sealed, p.language, p.factor_removed_at AS "factorRemovedAt",
            register_now() AS at, s.last_seen_at < now() - interval '1 minute' AS stale,
            extract(epoch FROM now() - s.proven_at)::float8 * 1000 AS ago, p.second_factor_at IS NOT NULL AND ${HAS_CODES} AS "byCode",
            p.second_factor_at IS NOT NULL AND ${HAS_PASSKEY} AS "byPasskey",
            EXISTS (SELECT FROM identity i WHERE i.person_id = p.id AND i.removed_at IS NULL) AS "byProvider",
            EXISTS (SELECT FROM credential c WHERE c.person_id = p.id) AS "byPassword",
            (SELECT ${RECORDS.register.json} FROM register r) AS register, h.leaf_hash AS head,
            CASE WHEN h.leaf_hash <> known.leaf_hash THEN ${FOLLOWED} END AS followed
       FROM session s JOIN person p ON p.id = s.person_id
       LEFT JOIN audit.head h ON true, (SELECT $5::bigint AS seq, $6::text AS leaf_hash) known
      WHERE s.id = $1 AND s.person_id = $2 AND s.session_version = $3 AND p.session_version = s.session_version
        AND s.revoked_at IS NULL AND p.disabled_at IS NULL
        AND s.expires_at > now() AND s.last_seen_at > now() - $4 * interval '1 minute'
        AND CASE WHEN s.strong THEN true
                 WHEN p.second_factor_at IS NULL THEN NOT ${MUST_HAVE_FACTOR}
                 ELSE s.second_step END`,
    [sid, sub, sv, idleMinutes, position, leafHash],
    { ...REQUEST_TIMEOUT, name: "session" },
  );
  return found ?? null;
}
