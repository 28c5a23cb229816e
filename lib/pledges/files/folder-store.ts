import "server-only";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";

/** Contents, each under its hash. */
export interface FileStore {
  /** Takes the file at `place` away into the store; where its content is there already, it stays as it is. */
  put(sha256: string, place: string): Promise<void>;
  /** Null where it isn't there. */
  get(sha256: string): Promise<Readable | null>;
  remove(sha256: string): Promise<void>;
}

/** Read by the register's own account alone, and below no folder that anything is served from. */
export function folderStore(dataDir: string): FileStore {
  const fileOf = (sha256: string): string => path.join(dataDir, "files", sha256.slice(0, 2), sha256);
  return {
    put: async (sha256, place) => {
      const file = fileOf(sha256);
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      // The same content: whichever stays, it is the same.
      await rename(place, file);
      await synced(path.dirname(file));
    },
    get: async (sha256) => {
      const file = fileOf(sha256);
      const found = await stat(file).catch(() => null);
      return found ? createReadStream(file) : null;
    },
    remove: (sha256) => rm(fileOf(sha256), { force: true }),
  };
}

/** A name is on the disk once its folder is. */
async function synced(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
