import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { Prisma } from "../generated/client";
import { findMoment } from "../sql/moment";
import { askPrisma } from "../prisma";

/** The entries among these that the person has a notice of. */
export async function findNotified(
  { id: personId }: Actor,
  entries: readonly number[],
): Promise<Set<number>> {
  const where = { personId, seq: { in: [...entries] } };
  const rows = await askPrisma((db) => db.notice.findMany({ where, select: { seq: true } }));
  return new Set(rows.map(({ seq }) => Number(seq)));
}

/** Returns how many changed. */
export const markEntries = ({ id }: Actor, entries: readonly number[], isRead: boolean): Promise<number> =>
  mark({ personId: id, seq: { in: [...entries] } }, isRead);

/** Up to that entry only: notices that arrive during reading stay unread. */
export const markThrough = ({ id }: Actor, seq: number): Promise<number> =>
  mark({ personId: id, seq: { lte: seq } }, true);

const mark = (which: Prisma.NoticeWhereInput, isRead: boolean): Promise<number> =>
  askPrisma(async (db) => {
    const readAt = isRead ? (await findMoment(db)).now : null;
    const { count } = await db.notice.updateMany({
      where: { ...which, readAt: isRead ? null : { not: null } },
      data: { readAt },
    });
    return count;
  });
