// Files that were received, and the contents they have. Technical until one is attached: then a record tells of it.
import "server-only";
import type { AttachedFile, FileType, ReceivedFile } from "@/lib/domain/file";
import { LOOSE_HOURS, MOST_LOOSE_FILES } from "@/lib/domain/file";
import { inTransaction } from "./client";
import { ask } from "./read/ask";
import { sql } from "./read/sql";

/** Before a content is put away: from now on nobody clears it away for a day. Waits for whoever is doing so. */
export async function beginContent(sha256: string, bytes: number): Promise<void> {
  await ask(sql`
    INSERT INTO file_content (sha256, bytes) VALUES (${sha256}, ${bytes})
    ON CONFLICT (sha256) DO UPDATE SET put_at = now()`);
}

/** False where the person has as many loose files as anybody may have. */
export function keepReceived(person: string, file: ReceivedFile): Promise<boolean> {
  return inTransaction(
    async (client) => {
      await client.query("BEGIN");
      await client.query("SELECT pg_advisory_xact_lock(hashtextextended('file ' || $1, 0))", [person]);
      const { rows } = await client.query<{ n: number }>(
        "SELECT count(*)::int AS n FROM file WHERE person_id = $1 AND attached_at IS NULL",
        [person],
      );
      if ((rows[0]?.n ?? 0) >= MOST_LOOSE_FILES) return false;
      await client.query("INSERT INTO file (id, person_id, name, type, sha256) VALUES ($1, $2, $3, $4, $5)", [
        file.id,
        person,
        file.name,
        file.type,
        file.sha256,
      ]);
      return true;
    },
    (kept) => (kept ? "COMMIT" : "ROLLBACK"),
  );
}

export type KeptFile = Pick<AttachedFile, "name" | "bytes" | "sha256"> & { type: FileType };

/** One that is attached to a record. */
export async function findAttached(id: string): Promise<(KeptFile & { retracted: boolean }) | null> {
  const [row] = await ask<KeptFile & { retracted: boolean }>(sql`
    SELECT f.name, f.type, f.sha256, c.bytes, EXISTS (SELECT FROM file_retraction r WHERE r.file_id = f.id) AS retracted
      FROM file f JOIN file_content c USING (sha256)
     WHERE f.id = ${id}::uuid AND f.attached_at IS NOT NULL`);
  return row ?? null;
}

/** Which of these files were retracted, whatever the moment they are told of. */
export async function findRetracted(ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await ask<{ id: string }>(sql`
    SELECT file_id AS id FROM file_retraction WHERE file_id = ANY(${ids}::uuid[])`);
  return rows.map(({ id }) => id);
}

/** One that this person sent and that hangs on nothing yet. */
export async function findLoose(person: string, id: string): Promise<KeptFile | null> {
  const [row] = await ask<KeptFile>(sql`
    SELECT f.name, f.type, f.sha256, c.bytes FROM file f JOIN file_content c USING (sha256)
     WHERE f.id = ${id}::uuid AND f.person_id = ${person}::uuid AND f.attached_at IS NULL`);
  return row ?? null;
}

/** What was read out of a file, by its hash, for as long as it hangs on nothing. */
export async function noteRead(id: string, read: { sha256: string; whole: boolean }): Promise<void> {
  await ask(sql`
    UPDATE file SET read_sha256 = ${read.sha256}, read_whole = ${read.whole}
     WHERE id = ${id}::uuid AND attached_at IS NULL`);
}

/** Loose files whose day is over. */
export async function forgetLoose(): Promise<void> {
  await ask(sql`
    DELETE FROM file WHERE attached_at IS NULL AND received_at < now() - ${LOOSE_HOURS} * interval '1 hour'`);
}

/** Contents that no file has any more, one after the other: `clear` takes its bytes away while nobody else puts them there. */
export async function clearContents(clear: (sha256: string) => Promise<void>): Promise<void> {
  for (let more = true; more;)
    more = await inTransaction(
      async (client) => {
        await client.query("BEGIN");
        const { rows } = await client.query<{ sha256: string }>(CLEARABLE);
        const [found] = rows;
        if (!found) return false;
        await clear(found.sha256);
        await client.query("DELETE FROM file_content WHERE sha256 = $1", [found.sha256]);
        return true;
      },
      () => "COMMIT",
    );
}

const CLEARABLE = `
  SELECT c.sha256 FROM file_content c
   WHERE c.put_at < now() - ${String(LOOSE_HOURS)} * interval '1 hour' AND NOT EXISTS (SELECT FROM file f WHERE f.sha256 = c.sha256)
   ORDER BY c.sha256 LIMIT 1 FOR UPDATE SKIP LOCKED`;
