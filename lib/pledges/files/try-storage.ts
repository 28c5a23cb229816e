// Whether files can be stored, tested by storing one: a folder can lose its disk, and a bucket its key. Also
// whether it is the store that all instances use.
import "server-only";
import type { StateOf } from "@/lib/domain/log/health";
import { logger } from "@/lib/platform/log";
import { isNoRoom } from "@/lib/platform/files/receive-upload";
import type { FileStore } from "@/lib/platform/files/folder-store";
import { isOwnStore } from "./marking";
import { store } from "@/lib/platform/files/store";

const EVERY_MS = 10_000;

interface Trial {
  at: number;
  state: Promise<StateOf<"storage">>;
}

/** Pages and routes are bundled separately, and share the result. */
const shared = globalThis as typeof globalThis & { storageTrial?: Trial | undefined };

/** Tries at most every ten seconds, however many callers ask. */
export function tryStorage(
  files: FileStore = store(),
  nowMs: number = performance.now(),
): Promise<StateOf<"storage">> {
  const last = shared.storageTrial;
  if (last && nowMs >= last.at && nowMs < last.at + EVERY_MS) return last.state;
  const trial = { at: nowMs, state: tried(files) };
  shared.storageTrial = trial;
  return trial.state;
}

async function tried(files: FileStore): Promise<StateOf<"storage">> {
  try {
    await files.tryOut();
    return (await isOwnStore(files)) ? "ok" : "another";
  } catch (error) {
    logger.error({ err: error }, "files cannot be stored");
    return isNoRoom(error) ? "full" : "away";
  }
}
