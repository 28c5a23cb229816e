import "server-only";
import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";

/** Contents, stored by hash. */
export interface FileStore {
  /** Moves the file at `place` into the store; existing content stays as it is. */
  put(sha256: string, place: string): Promise<void>;
  /** Null where it isn't there. */
  get(sha256: string): Promise<Readable | null>;
  remove(sha256: string): Promise<void>;
  /** Stores something that nobody needs; fails where nothing can be stored. */
  tryOut(): Promise<void>;
  /** Which store it is; null: nobody has said so yet. */
  readMark(): Promise<string | null>;
  writeMark(id: string): Promise<void>;
}

/** Readable by the register's own account only, and outside any folder that is served. */
export function folderStore(dataDir: string): FileStore {
  const fileOf = (sha256: string): string => path.join(dataDir, "files", sha256.slice(0, 2), sha256);
  return {
    put: async (sha256, place) => {
      const file = fileOf(sha256);
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      // A race between two of the same content is harmless.
      await rename(place, file);
      await synced(path.dirname(file));
    },
    get: async (sha256) => {
      const file = fileOf(sha256);
      const found = await stat(file).catch(() => null);
      return found ? createReadStream(file) : null;
    },
    remove: (sha256) => rm(fileOf(sha256), { force: true }),
    // Not among the files, which a backup copies meanwhile.
    tryOut: async () => {
      const place = path.join(dataDir, `.try-files-${process.pid}`);
      try {
        // More than a filesystem keeps next to its blocks, so that it needs one.
        await write(place, ".".repeat(8_192));
      } finally {
        await rm(place, { force: true });
      }
    },
    readMark: () =>
      readFile(path.join(dataDir, MARK), "utf8").catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return null;
        throw error;
      }),
    writeMark: async (id) => {
      await write(path.join(dataDir, MARK), id);
      await synced(dataDir);
    },
  };
}

/** Its name in a store. */
export const MARK = "store-mark";

async function write(place: string, text: string): Promise<void> {
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  const handle = await open(place, "w", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A rename is durable only once its folder is synced. */
async function synced(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
