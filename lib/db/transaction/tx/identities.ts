// Identities at the provider: rows that no event contains. Binding and removing one are events of its
// person's account.
import type { Identity } from "@/lib/domain/people/identity";
import type { Transaction } from "../../connection";
import { findMoment } from "../../sql/moment";

export const identitiesIn = ({ db }: Transaction) => ({
  /** The person it is bound to; null: nobody. */
  holderOf: async ({ issuer, subject }: Identity): Promise<string | null> => {
    const where = { issuer, subject, removedAt: null };
    return (await db.identity.findFirst({ where, select: { personId: true } }))?.personId ?? null;
  },
  /** Replaces one that the person had. */
  bind: async (personId: string, { issuer, subject }: Identity): Promise<void> => {
    const { now: boundAt } = await findMoment(db);
    const set = { issuer, subject, boundAt, signedInAt: null, removedAt: null };
    const create = { personId, ...set };
    await db.identity.upsert({ where: { personId }, create, update: set, select: { personId: true } });
  },
  /** Whether groups made this proposal for the person. */
  isProposal: async (personId: string, proposalId: string): Promise<boolean> =>
    (await db.identity.count({ where: { personId, proposalId } })) > 0,
  noteProposal: async (personId: string, proposalId: string): Promise<void> => {
    await db.identity.updateMany({ where: { personId }, data: { proposalId } });
  },
  /** False: it was used already. */
  useLogoutToken: async (hash: string, validSeconds: number): Promise<boolean> => {
    const { now } = await findMoment(db);
    await db.logoutToken.deleteMany({ where: { expiresAt: { lt: now } } });
    const data = { hash, expiresAt: new Date(now.getTime() + validSeconds * 1_000) };
    return (await db.logoutToken.createMany({ data, skipDuplicates: true })).count > 0;
  },
  /** False: there was none. */
  remove: async (personId: string): Promise<boolean> => {
    const { now: removedAt } = await findMoment(db);
    const where = { personId, removedAt: null };
    return (await db.identity.updateMany({ where, data: { removedAt } })).count > 0;
  },
});
