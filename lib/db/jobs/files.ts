// Received files and their contents. Technical rows until one is attached: then it is part of a record.
import "server-only";
import { type ReceivedFile, LOOSE_HOURS, MOST_LOOSE_FILES } from "@/lib/domain/pledge/file";
import { findMoment, hoursBefore, lockName } from "../sql/moment";
import { askPrisma, inPrismaTransaction } from "../prisma";
import { STORED_FILE, storedFile, type StoredFile } from "../records/stored-file";
import { lockUnused } from "../statements/jobs";

/** Call before storing a content: it won't be cleared for a day. Waits if another process is clearing it now. */
export async function beginContent(sha256: string, bytes: number): Promise<void> {
  await askPrisma(async (db) => {
    const { now: putAt } = await findMoment(db);
    const create = { sha256, bytes, putAt };
    await db.fileContent.upsert({ where: { sha256 }, create, update: { putAt }, select: { sha256: true } });
  });
}

/** False: the person has reached the limit of loose files. */
export function keepReceived(personId: string, { id, name, type, sha256 }: ReceivedFile): Promise<boolean> {
  return inPrismaTransaction(
    async ({ db }) => {
      const { now: receivedAt } = await lockName(db, `file ${personId}`);
      const loose = await db.file.count({ where: { personId, attachedAt: null } });
      if (loose >= MOST_LOOSE_FILES) return false;
      const data = { id, personId, name, type, sha256, receivedAt };
      await db.file.create({ data, select: { id: true } });
      return true;
    },
    (kept) => (kept ? "COMMIT" : "ROLLBACK"),
  );
}

/** One that is attached to a record. */
export async function findAttached(id: string): Promise<(StoredFile & { retracted: boolean }) | null> {
  const where = { id, attachedAt: { not: null } };
  const select = { ...STORED_FILE, retraction: { select: { fileId: true } } };
  const row = await askPrisma((db) => db.file.findUnique({ where, select }));
  return row && { ...storedFile(row), retracted: row.retraction !== null };
}

/** Those that are retracted now, even if a past moment is read. */
export async function findRetracted(ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const where = { fileId: { in: [...ids] } };
  const rows = await askPrisma((db) => db.fileRetraction.findMany({ where, select: { fileId: true } }));
  return rows.map(({ fileId }) => fileId);
}

/** A file that this person uploaded and that isn't attached yet. */
export async function findLoose(personId: string, id: string): Promise<StoredFile | null> {
  const where = { id, personId, attachedAt: null };
  const row = await askPrisma((db) => db.file.findUnique({ where, select: STORED_FILE }));
  return row && storedFile(row);
}

/** Stores the extracted text's hash while the file isn't attached. */
export async function noteRead(id: string, read: { sha256: string; whole: boolean }): Promise<void> {
  const data = { readSha256: read.sha256, readWhole: read.whole };
  await askPrisma((db) => db.file.updateMany({ where: { id, attachedAt: null }, data }));
}

/** Deletes loose files after their day. */
export async function forgetLoose(): Promise<void> {
  await askPrisma(async (db) => {
    const receivedAt = { lt: hoursBefore((await findMoment(db)).now, LOOSE_HOURS) };
    await db.file.deleteMany({ where: { attachedAt: null, receivedAt } });
  });
}

/** Removes contents without a file, one after the other: `clear` deletes the bytes while nobody can store them again. */
export async function clearContents(clear: (sha256: string) => Promise<void>): Promise<void> {
  for (let more = true; more;)
    more = await inPrismaTransaction(
      async ({ db }) => {
        const sha256 = await lockUnused(db);
        if (sha256 === null) return false;
        await clear(sha256);
        await db.fileContent.deleteMany({ where: { sha256 } });
        return true;
      },
      () => "COMMIT",
    );
}
