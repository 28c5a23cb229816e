// Sessions: rows that the cookie refers to. Each request checks that the person may still have it.
import "server-only";
import type { Prisma } from "../generated/client";
import { findMoment } from "../sql/moment";
import { askPrisma } from "../prisma";
import { findSession, type SeenSession } from "../queries/workspace/sign-in";
import type { Lifetime, OpenSession } from "../statements/sign-in";
import { insertSession, type NewSession } from "../statements/sign-in";

/** The one read of each request: the session's validity, its person, and the register's time. */
export async function seeSession(open: OpenSession, life: Lifetime): Promise<SeenSession | null> {
  const found = await findSession(open, life);
  if (!found) return null;
  const { at, now: lastSeenAt, stale, ...person } = found;
  if (stale)
    await askPrisma((db) => db.session.updateMany({ where: { id: open.sid }, data: { lastSeenAt } }));
  return { person, at: at.toISOString() };
}

/** Null: the account was disabled meanwhile, or requires another step than was done. */
export const openSession = (account: NewSession, life: Lifetime): Promise<OpenSession | null> =>
  askPrisma((db) => insertSession(db, account, life));

export const revokeSession = ({ sid, sub }: Pick<OpenSession, "sid" | "sub">): Promise<void> =>
  revoke({ id: sid, personId: sub });

/** A new password ends all sessions except the one it was set in. */
export const revokeOtherSessions = (personId: string, sid: string | null): Promise<void> =>
  revoke({ personId, ...(sid !== null && { id: { not: sid } }) });

const revoke = (which: Prisma.SessionWhereInput): Promise<void> =>
  askPrisma(async (db) => {
    const { now: revokedAt } = await findMoment(db);
    await db.session.updateMany({ where: { ...which, revokedAt: null }, data: { revokedAt } });
  });
