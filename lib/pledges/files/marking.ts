// The store and the database know each other by a mark: an instance whose store is another one would miss what others
// have stored.
import "server-only";
import { randomUUID } from "node:crypto";
import { findStoreMark, markStore } from "@/lib/db/jobs/store-mark";
import type { FileStore } from "./folder-store";
import { store } from "./store";

/** Once for each register, by the first worker that gets there. */
export async function markStoreOnce(files: FileStore = store()): Promise<void> {
  if ((await findStoreMark()) !== null) return;
  const there = await files.readMark();
  const id = there ?? randomUUID();
  await markStore(id, () => (there === null ? files.writeMark(id) : Promise.resolve()));
}

/** Whether it is the register's own; also while none is marked, or the database doesn't say. */
export async function isOwnStore(files: FileStore): Promise<boolean> {
  const mark = await findStoreMark().catch(() => null);
  return mark === null || (await files.readMark()) === mark;
}
