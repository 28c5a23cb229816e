// What nobody attached to anything goes after a day, and what an interruption left goes too, for as long as this process runs.
import "server-only";
import { clearContents, forgetLoose } from "@/lib/db/files";
import { env } from "@/lib/env";
import { logger } from "@/lib/log";
import { clearIncoming } from "./incoming";
import { store, type Store } from "./store";

/** Outlives a reload of the module in development. */
const shared = globalThis as typeof globalThis & { filesAreCleared?: true };

/** Answers at once. */
export function keepClearing(): void {
  if (shared.filesAreCleared) return;
  shared.filesAreCleared = true;
  void turn();
}

export async function clearFiles(dataDir: string, { remove }: Pick<Store, "remove">): Promise<void> {
  await clearIncoming(dataDir);
  await forgetLoose();
  await clearContents(remove);
}

const PAUSE_MS = 10 * 60_000;

async function turn(): Promise<void> {
  try {
    await clearFiles(env().DATA_DIR, store());
  } catch (error) {
    logger.warn({ err: error }, "clearing files has to wait");
  }
  setTimeout(() => void turn(), PAUSE_MS).unref();
}
