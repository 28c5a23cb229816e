import "server-only";
import { ROLES } from "@/lib/domain/people/actor";
import { heldUntil } from "@/lib/domain/people/power";
import { findMoment } from "../sql/moment";
import { askPrisma } from "../prisma";
import { instantOrNull, oneOfColumn } from "../records/codec";
import type { SeenSession } from "../queries/workspace/valid-session";

export async function findHash(personId: string): Promise<string | null> {
  const select = { passwordHash: true };
  const row = await askPrisma((db) => db.credential.findUnique({ where: { personId }, select }));
  return row?.passwordHash ?? null;
}

/** True once per account: when someone first signs in to it, in any way. */
export const isFirstSignIn = (personId: string): Promise<boolean> =>
  askPrisma(async (db) => {
    const { now: signedInAt } = await findMoment(db);
    const before = { where: { personId, signedInAt: { not: null } } };
    const wasSignedIn = (await db.credential.count(before)) + (await db.identity.count(before)) > 0;
    const first = { where: { personId, signedInAt: null }, data: { signedInAt } };
    const noted = [await db.credential.updateMany(first), await db.identity.updateMany(first)];
    return !wasSignedIn && noted.some(({ count }) => count > 0);
  });

/** The person of a link that is still valid. */
export async function findLink(tokenHash: string): Promise<SeenSession["person"] | null> {
  const row = await askPrisma(async (db) => {
    const { now, at } = await findMoment(db);
    const rights = { role: true, desk: true, sealed: true, factorRemovedAt: true };
    const found = await db.passwordToken.findUnique({
      where: { tokenHash, usedAt: null, expiresAt: { gt: now }, person: { disabledAt: null } },
      select: { person: { select: { id: true, email: true, name: true, ...rights } } },
    });
    return found && { ...found.person, at };
  });
  if (!row) return null;
  const { factorRemovedAt, at, ...person } = row;
  const held = heldUntil(instantOrNull(factorRemovedAt), at.toISOString());
  return { ...person, role: oneOfColumn(ROLES, row.role), heldUntil: held };
}

/** Names of the participants, in all languages: words that nobody should make a password of. */
export async function findRegistersNames(): Promise<string[]> {
  const rows = await askPrisma((db) => db.participant.findMany({ select: { names: true } }));
  return rows.flatMap(({ names }) => Object.values(names as Record<string, string>));
}
