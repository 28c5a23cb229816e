// Where packages are, while being written and when finished. A draft is a folder in DATA_DIR/exports that can't be
// mistaken for a package. The file gets its name in the store only once all of it is on disk.
import "server-only";
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { FileStore } from "@/lib/platform/files/folder-store";

/** The content's hash is in the name: a late worker with different content can't overwrite another's file. */
export const packageName = ({ reference, sha256 }: { reference: string; sha256: string }): string =>
  `exports/${reference}.${sha256.slice(0, 16)}.zip`;

/** An empty folder for one worker's attempt at one export. */
export async function startFolder(dataDir: string, reference: string, worker: string): Promise<string> {
  const folder = path.join(homeOf(dataDir), `${reference}.${worker.slice(0, 8)}.work`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

export const removeFolder = (place: string): Promise<void> => rm(place, { recursive: true, force: true });

/** Synced before it gets its name. */
export async function publishPackage(
  store: FileStore,
  draft: string,
  sha256: string,
  name: string,
): Promise<void> {
  const handle = await open(draft, "r");
  await handle.sync();
  await handle.close();
  await store.put(name, draft, sha256);
}

export interface LyingPackage {
  reference: string;
  /** The beginning of a package's hash; null for a draft. */
  hash: string | null;
  place: string;
}

/** All packages and drafts in the folder of this machine. */
export async function listPackages(dataDir: string): Promise<LyingPackage[]> {
  const home = homeOf(dataDir);
  const names = await readdir(home).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return names.flatMap((name) => {
    const [, reference, hash] =
      /^(EX-\d+)\.(?:([0-9a-f]{16})\.zip|[0-9a-f]{8}\.work(?:\.zip)?)$/.exec(name) ?? [];
    return reference === undefined ? [] : [{ reference, hash: hash ?? null, place: path.join(home, name) }];
  });
}

/** Streams pieces to `file`, a path below the folder. */
export async function writeFileIn(
  folder: string,
  file: string,
  pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): Promise<void> {
  const target = path.join(folder, file);
  await mkdir(path.dirname(target), { recursive: true });
  await pipeline(Readable.from(pieces), createWriteStream(target, { mode: 0o600 }));
}

export interface HashedFile {
  /** Below the folder, with `/`. */
  name: string;
  sha256: string;
  bytes: number;
}

/** Every file below a folder, sorted by name. */
export async function hashedFiles(folder: string, below = ""): Promise<HashedFile[]> {
  const entries = await readdir(path.join(folder, below), { withFileTypes: true, recursive: false });
  const found: HashedFile[] = [];
  for (const entry of entries) {
    const name = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await hashedFiles(folder, name)));
    else found.push({ name, ...(await hashOf(path.join(folder, name))) });
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

export async function hashOf(file: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return { sha256: hash.digest("hex"), bytes: (await stat(file)).size };
}

/** BagIt's manifest of these files. */
export const folderManifest = (files: readonly HashedFile[]): string =>
  files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("");

const homeOf = (dataDir: string): string => path.join(dataDir, "exports");
