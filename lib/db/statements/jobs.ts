// Claims the next shared job. SKIP LOCKED: processes must not wait for each other.
import { LOOSE_HOURS } from "@/lib/domain/pledge/file";
import { askPrisma, type Db } from "../prisma";
import { raw, sql } from "../sql/sql";

/** A job's starting values per table, even if another process had started it. */
const BEGINS = {
  export_job: sql`step = 'READING', done = 0, total = NULL`,
  import_job: sql`fault = NULL`,
};

/** Longer than the interval of heartbeats. */
const ABANDONED = sql`j.state = 'RUNNING' AND j.beat_at < now() - interval '30 seconds'`;

/**
 * The id of the oldest job that waits or was abandoned; null: there is none. A job whose process has ended
 * that many times is given up.
 */
export function claim(
  table: keyof typeof BEGINS,
  worker: string,
  mostAttempts: number,
): Promise<string | null> {
  return askPrisma(async (db) => {
    await db.$executeRaw`
      UPDATE ${raw(table)} j SET state = 'FAILED', step = NULL, fault = 'not-made', finished_at = register_now()
       WHERE ${ABANDONED} AND attempts >= ${mostAttempts}`;
    const [row] = await db.$queryRaw<{ id: string }[]>`
      UPDATE ${raw(table)} SET state = 'RUNNING', worker = ${worker}::uuid, beat_at = now(), attempts = attempts + 1, ${BEGINS[table]}
       WHERE id = (SELECT j.id FROM ${raw(table)} j WHERE j.state = 'WAITING' OR (${ABANDONED})
                    ORDER BY j.number LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id`;
    return row?.id ?? null;
  });
}

/** Locks a content without files until the end of the transaction; null: none is left, or others hold them. */
export async function lockUnused(db: Db): Promise<string | null> {
  const [found] = await db.$queryRaw<{ sha256: string }[]>`
    SELECT c.sha256 FROM file_content c
     WHERE c.put_at < now() - ${LOOSE_HOURS}::int * interval '1 hour'
       AND NOT EXISTS (SELECT FROM file f WHERE f.sha256 = c.sha256)
     ORDER BY c.sha256 LIMIT 1 FOR UPDATE SKIP LOCKED`;
  return found?.sha256 ?? null;
}
