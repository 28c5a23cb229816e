// Sessions: rows that the cookie only names. A session stands as long as its person may still have it, which is asked
// at each request.
import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/domain/actor";
import type { Instant } from "@/lib/domain/day";
import type { Language } from "@/lib/domain/language";
import { askPool, AT_ONCE, pool } from "../client";
import type { Queryable } from "../connection";
import type { Prisma } from "../generated/client";
import { findMoment } from "../moment";
import { askPrisma } from "../prisma";

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
  person: Pick<Actor, "id" | "email" | "name" | "role" | "desk" | "sealed" | "language">;
  /** The register's time. */
  at: Instant;
}

/** The one read of each request: is this session still good, whose is it, and what time is it in the register? */
export async function seeSession({ sid, sub, sv }: OpenSession, life: Lifetime): Promise<SeenSession | null> {
  const [row] = await askPool<SessionRow>(
    `SELECT p.id, p.email, p.name, p.role, p.desk, p.sealed, p.language, register_now() AS at, s.last_seen_at < now() - interval '1 minute' AS stale
       FROM session s JOIN person p ON p.id = s.person_id
      WHERE s.id = $1 AND s.person_id = $2 AND s.session_version = $3 AND p.session_version = s.session_version
        AND s.revoked_at IS NULL AND p.disabled_at IS NULL
        AND s.expires_at > now() AND s.last_seen_at > now() - $4 * interval '1 minute'
        AND CASE WHEN p.second_factor_at IS NULL THEN NOT p.role = ANY ((SELECT second_factor_for FROM register)::text[])
                 ELSE s.second_step END`,
    [sid, sub, sv, life.idleMinutes],
    { ...AT_ONCE, name: "session" },
  );
  if (!row) return null;
  const { at, stale, ...person } = row;
  if (stale) await pool().query("UPDATE session SET last_seen_at = now() WHERE id = $1", [sid]);
  return { person, at: at.toISOString() };
}

/** Opens a session; null when the account was disabled meanwhile, or when it takes another step than was made. */
export async function openSession(
  account: { personId: string; address: string; agent: string | null; secondStep?: boolean },
  life: Lifetime,
  q: Queryable = pool(),
): Promise<OpenSession | null> {
  const sid = randomUUID();
  const { rows } = await q.query<{ session_version: number }>(
    `INSERT INTO session (id, person_id, session_version, created_at, last_seen_at, expires_at, address, agent, second_step)
     SELECT $1, id, session_version, now(), now(), now() + $3 * interval '1 minute', $4, left($5, 200), $6
       FROM person WHERE id = $2 AND disabled_at IS NULL AND (second_factor_at IS NOT NULL) = $6
     RETURNING session_version`,
    [
      sid,
      account.personId,
      life.absoluteMinutes,
      account.address,
      account.agent,
      account.secondStep ?? false,
    ],
  );
  const [row] = rows;
  return row ? { sid, sub: account.personId, sv: row.session_version } : null;
}

export const revokeSession = ({ sid, sub }: Pick<OpenSession, "sid" | "sub">): Promise<void> =>
  revoke({ id: sid, personId: sub });

/** A new password ends all sessions but the one it was set in. */
export const revokeOtherSessions = (personId: string, sid: string | null): Promise<void> =>
  revoke({ personId, ...(sid !== null && { id: { not: sid } }) });

const revoke = (which: Prisma.SessionWhereInput): Promise<void> =>
  askPrisma(async (db) => {
    const { now: revokedAt } = await findMoment(db);
    await db.session.updateMany({ where: { ...which, revokedAt: null }, data: { revokedAt } });
  });

interface SessionRow {
  id: string;
  email: string;
  name: string;
  role: Actor["role"];
  desk: string[];
  sealed: boolean;
  language: Language | null;
  at: Date;
  stale: boolean;
}
