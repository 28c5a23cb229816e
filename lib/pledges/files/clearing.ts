// Removes files unattached for a day, and leftovers of interrupted uploads, for as long as this process runs.
import "server-only";
import { clearContents, forgetLoose } from "@/lib/db/jobs/files";
import { startLoop } from "@/lib/platform/background";
import { env } from "@/lib/platform/env";
import { clearIncoming } from "@/lib/platform/files/incoming";
import type { FileStore } from "@/lib/platform/files/folder-store";
import { store } from "@/lib/platform/files/store";

/** Returns at once. */
export const startFileCleanup = (): void =>
  startLoop("files to clear away", EVERY_MS, () => clearFiles(env().DATA_DIR, store()));

const EVERY_MS = 10 * 60_000;

export async function clearFiles(dataDir: string, { remove }: Pick<FileStore, "remove">): Promise<void> {
  await clearIncoming(dataDir);
  await forgetLoose();
  await clearContents(remove);
}
