import "server-only";
import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";

/** Stores contents by their hash, and packages and short texts by a name with a folder in it. */
export interface FileStore {
  /** Moves the file at `place` into the store; existing content stays as it is. */
  put(name: string, place: string, sha256?: string): Promise<void>;
  /** Null if it isn't there. */
  get(name: string): Promise<Readable | null>;
  /** Its bytes. Null if it isn't there. */
  sizeOf(name: string): Promise<number | null>;
  remove(name: string): Promise<void>;
  /** Null if it isn't there. */
  readText(name: string): Promise<string | null>;
  /** Replaces the previous text; completely, or not at all. */
  writeText(name: string, text: string): Promise<void>;
  /** Stores a throwaway object; fails if nothing can be stored. */
  tryOut(): Promise<void>;
}

/** Readable by the register's own account only, and outside any folder that is served. */
export function folderStore(dataDir: string): FileStore {
  const fileOf = (name: string): string =>
    HASH.test(name) ? path.join(dataDir, "files", name.slice(0, 2), name) : path.join(dataDir, name);
  return {
    put: async (name, place) => {
      const file = fileOf(name);
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      // A race between two uploads of the same content is harmless.
      await rename(place, file);
      await synced(path.dirname(file));
    },
    get: async (name) => {
      const file = fileOf(name);
      const found = await stat(file).catch(() => null);
      return found ? createReadStream(file) : null;
    },
    sizeOf: async (name) => (await stat(fileOf(name)).catch(() => null))?.size ?? null,
    remove: (name) => rm(fileOf(name), { force: true }),
    readText: (name) =>
      readFile(fileOf(name), "utf8").catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return null;
        throw error;
      }),
    writeText: async (name, text) => {
      const file = fileOf(name);
      await write(`${file}.new`, text);
      await rename(`${file}.new`, file);
      await synced(path.dirname(file));
    },
    // Not among the files, which a backup may be copying.
    tryOut: async () => {
      const place = path.join(dataDir, `.try-files-${process.pid}`);
      try {
        // More than a filesystem stores inline, so that it needs a block.
        await write(place, ".".repeat(8_192));
      } finally {
        await rm(place, { force: true });
      }
    },
  };
}

const HASH = /^[0-9a-f]{64}$/;

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
