// Which notices a person has, and has read.
import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { Prisma } from "../generated/client";
import { findMoment } from "../sql/moment";
import { askPrisma } from "../prisma";

/** Which of these entries the person has a notice of. */
export async function findTold({ id: personId }: Actor, entries: readonly number[]): Promise<Set<number>> {
  const where = { personId, seq: { in: [...entries] } };
  const rows = await askPrisma((db) => db.notice.findMany({ where, select: { seq: true } }));
  return new Set(rows.map(({ seq }) => Number(seq)));
}

/** Answers how many changed. */
export const markEntries = ({ id }: Actor, entries: readonly number[], isRead: boolean): Promise<number> =>
  mark({ personId: id, seq: { in: [...entries] } }, isRead);

/** All up to that entry: what came while somebody was reading stays unread. */
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
