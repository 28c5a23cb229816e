// What a password is checked against, and links for setting one.
import "server-only";
import { askPool, pool } from "../client";
import { askPrisma } from "../prisma";
import type { SeenSession } from "./sessions";

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
  const select = { passwordHash: true };
  const row = await askPrisma((db) => db.credential.findUnique({ where: { personId }, select }));
  return row?.passwordHash ?? null;
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
