// A mark connects the store and the database: an instance with another store would miss what others have
// stored.
import "server-only";
import { randomUUID } from "node:crypto";
import { findStoreMark, markStore } from "@/lib/db/jobs/store-mark";
import type { FileStore } from "@/lib/platform/files/folder-store";
import { store } from "@/lib/platform/files/store";

/** Once for each register, by the first worker that gets there. */
export async function markStoreOnce(files: FileStore = store()): Promise<void> {
  if ((await findStoreMark()) !== null) return;
  const there = await readMark(files);
  const id = there ?? randomUUID();
  await markStore(id, () => (there === null ? files.writeText(MARK, id) : Promise.resolve()));
}

/** Whether it is the register's own; true also while none is marked, or the database doesn't answer. */
export async function isOwnStore(files: FileStore): Promise<boolean> {
  const mark = await findStoreMark().catch(() => null);
  return mark === null || (await readMark(files)) === mark;
}

const MARK = "store-mark";

/** The store's mark; null: it has none yet. */
export const readMark = async (files: FileStore): Promise<string | null> =>
  (await files.readText(MARK))?.trim() ?? null;
