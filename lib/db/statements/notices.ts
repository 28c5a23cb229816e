import { NOTICE_DAYS } from "@/lib/domain/notice";
import { findMoment, hoursBefore } from "../moment";
import { askPrisma } from "../prisma";

/**
 * What was read and is old, and all that is old of somebody whose account is out of use for as long; what is unread waits.
 * Some at a time, each by the key of its person.
 */
export async function forgetNotices(days = NOTICE_DAYS): Promise<void> {
  await askPrisma(async (db) => {
    const before = hoursBefore((await findMoment(db)).at, days * 24);
    const old = await db.event.findFirst({
      where: { at: { lt: before } },
      orderBy: { at: "desc" },
      select: { seq: true },
    });
    if (!old) return;
    for (let forgotten = PORTION; forgotten === PORTION;)
      forgotten = await db.$executeRaw`
        DELETE FROM notice WHERE (person_id, seq) IN (
          SELECT n.person_id, n.seq FROM person p CROSS JOIN LATERAL (
            SELECT person_id, seq FROM notice
             WHERE person_id = p.id AND seq <= ${old.seq} AND (read_at IS NOT NULL OR p.disabled_at < ${before}::timestamptz)
             ORDER BY seq LIMIT ${PORTION}) n
           LIMIT ${PORTION})`;
  });
}

const PORTION = 1_000;
