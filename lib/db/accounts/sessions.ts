// Sessions: rows that the cookie refers to. `seeSession` checks at each request whether the person may still
// have it, with the query `valid-session.ts`.
import "server-only";
import { heldUntil } from "@/lib/domain/people/power";
import type { Prisma } from "../generated/client";
import { keepReadWithSession } from "../queries/log/read-with-session";
import { instantOrNull } from "../records/codec";
import { registerOf } from "../records/register";
import { lockAccount } from "../sql/lock";
import { findMoment } from "../sql/moment";
import { askPrisma, inPrismaTransaction } from "../prisma";
import { findSession, type SeenSession } from "../queries/workspace/valid-session";
import {
  type Lifetime,
  type OpenSession,
  insertSession,
  touchSession,
  type NewSession,
} from "../statements/sign-in";

/**
 * The one read of each request: the session's validity, its person, and the register's time. `quiet` doesn't
 * record when it was last used.
 */
export async function seeSession(
  open: OpenSession,
  life: Lifetime,
  quiet = false,
): Promise<SeenSession | null> {
  const found = await findSession(open, life);
  if (!found) return null;
  const {
    at: now,
    stale,
    ago,
    byCode,
    byPasskey,
    byProvider,
    byPassword,
    factorRemovedAt,
    register,
    head,
    ...person
  } = found;
  keepReadWithSession({ register: register && registerOf(register), head });
  if (stale && !quiet) await askPrisma((db) => touchSession(db, open.sid));
  const at = now.toISOString();
  return {
    person: { ...person, heldUntil: heldUntil(instantOrNull(factorRemovedAt), at) },
    proof: { ago, byCode, byPasskey, byProvider, byPassword },
    at,
  };
}

/** The person in the session has just proved who they are. */
export async function noteProof(sid: string): Promise<void> {
  await askPrisma(async (db) => {
    const { now: provenAt } = await findMoment(db);
    await db.session.updateMany({ where: { id: sid }, data: { provenAt } });
  });
}

/** Null: the account was disabled meanwhile, or requires another step than was done. */
export const openSession = (account: NewSession, life: Lifetime): Promise<OpenSession | null> =>
  askPrisma((db) => insertSession(db, account, life));

export const revokeSession = ({ sid, sub }: Pick<OpenSession, "sid" | "sub">): Promise<void> =>
  revoke(sub, { id: sid });

/** A new password ends all sessions except the one it was set in. */
export const revokeOtherSessions = (personId: string, sid: string | null): Promise<void> =>
  revoke(personId, sid === null ? {} : { id: { not: sid } });

/**
 * Takes the person's lock, like everything that ends sessions: a change that holds it sees all of them, or
 * none.
 */
const revoke = (personId: string, which: Prisma.SessionWhereInput): Promise<void> =>
  inPrismaTransaction<undefined>(
    async ({ db }) => {
      await lockAccount(db, personId);
      const { now: revokedAt } = await findMoment(db);
      const where = { ...which, personId, revokedAt: null };
      await db.session.updateMany({ where, data: { revokedAt } });
    },
    () => "COMMIT",
  );
