// A package while it is written, and as it is kept: a folder of its own in DATA_DIR/exports that nobody takes for a whole
// one, then one file that came to its name only when all of it was on the disk.
import "server-only";
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, fsyncSync, openSync, closeSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Named by its content as well: whoever comes late with another one takes nobody's place. */
export const packageFile = (
  dataDir: string,
  { reference, sha256 }: { reference: string; sha256: string },
): string => path.join(homeOf(dataDir), `${reference}.${sha256.slice(0, 16)}.zip`);

/** Of one worker at one export, empty. */
export async function startFolder(dataDir: string, reference: string, worker: string): Promise<string> {
  const folder = path.join(homeOf(dataDir), `${reference}.${worker.slice(0, 8)}.work`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

export const removeFolder = (place: string): Promise<void> => rm(place, { recursive: true, force: true });

/** Whole or not at all: the name comes last. */
export async function keepAs(draft: string, file: string): Promise<void> {
  for (const [place, move] of [
    [draft, () => rename(draft, file)],
    [path.dirname(file), () => undefined],
  ] as const) {
    const handle = openSync(place, "r");
    fsyncSync(handle);
    closeSync(handle);
    await move();
  }
}

export interface Lying {
  reference: string;
  /** Of a package, the beginning of its hash; null of what is being written. */
  hash: string | null;
  place: string;
}

/** All that lies here. */
export async function whatLies(dataDir: string): Promise<Lying[]> {
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

/** Writes pieces as they come; `file` below the folder. */
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

/** Every file below a folder, in the order of their names. */
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
