import { LOOSE_HOURS } from "@/lib/domain/file";
import type { Db } from "../prisma";

/** Locks a content that no file has any more until the end of the transaction; null where none is left that nobody else has. */
export async function lockUnused(db: Db): Promise<string | null> {
  const [found] = await db.$queryRaw<{ sha256: string }[]>`
    SELECT c.sha256 FROM file_content c
     WHERE c.put_at < now() - ${LOOSE_HOURS}::int * interval '1 hour'
       AND NOT EXISTS (SELECT FROM file f WHERE f.sha256 = c.sha256)
     ORDER BY c.sha256 LIMIT 1 FOR UPDATE SKIP LOCKED`;
  return found?.sha256 ?? null;
}
