// Sessions: rows that the cookie only names. A session stands as long as its person may still have it, which is asked
// at each request.
import "server-only";
import type { Prisma } from "../generated/client";
import { findMoment } from "../sql/moment";
import { askPrisma } from "../prisma";
import { findSession, type SeenSession } from "../queries/workspace/sign-in";
import type { Lifetime, OpenSession } from "../statements/sign-in";
import { insertSession, type NewSession } from "../statements/sign-in";

/** The one read of each request: is this session still good, whose is it, and what time is it in the register? */
export async function seeSession(open: OpenSession, life: Lifetime): Promise<SeenSession | null> {
  const found = await findSession(open, life);
  if (!found) return null;
  const { at, now: lastSeenAt, stale, ...person } = found;
  if (stale)
    await askPrisma((db) => db.session.updateMany({ where: { id: open.sid }, data: { lastSeenAt } }));
  return { person, at: at.toISOString() };
}

/** Null when the account was disabled meanwhile, or when it takes another step than was made. */
export const openSession = (account: NewSession, life: Lifetime): Promise<OpenSession | null> =>
  askPrisma((db) => insertSession(db, account, life));

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
