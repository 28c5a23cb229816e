// The files of a chosen package, from a zip or an unpacked folder. A zip that claims more than a page
// should unpack is refused before anything is unpacked.
import { unzipSync, type UnzipFileInfo } from "fflate";
import type { Files } from "@/lib/verifier/verify.mjs";
import { MOST_BYTES, MOST_PACKAGE_FILES } from "./limits";

/** The files aren't a package; `code` has the words for why. */
export class NoPackage extends Error {
  constructor(
    readonly code: "not-a-zip" | "zip-folders" | "zip-twice" | "zip-larger" | "too-large",
    readonly file = "",
  ) {
    super(code);
  }
}

/** The files, and their bytes in all. */
export interface OpenedPackage {
  files: Files;
  bytes: number;
}

export function filesInZip(zip: Uint8Array): OpenedPackage {
  const names = new Set<string>();
  const listed: UnzipFileInfo[] = [];
  unzipped(zip, (entry) => {
    if (names.has(entry.name)) throw new NoPackage("zip-twice", entry.name);
    names.add(entry.name);
    listed.push(entry);
    if (listed.length > MOST_PACKAGE_FILES || sizeOf(listed) > MOST_BYTES) throw new NoPackage("too-large");
    return false;
  });
  const plain = listed.filter(({ name }) => !name.endsWith("/"));
  const folder = topFolderOf(plain.map(({ name }) => name));
  const files: Files = new Map(
    plain.map(({ name, originalSize }) => [
      name.slice(folder.length),
      async function* () {
        const bytes = unzipped(zip, (entry) => entry.name === name)[name];
        if (bytes?.length !== originalSize) throw new NoPackage("zip-larger", name);
        yield* inPieces(bytes);
      },
    ]),
  );
  return { files, bytes: sizeOf(plain) };
}

/** `path`: as the browser gives it, with the folder that was chosen. */
export function filesInFolder(chosen: readonly { path: string; file: File }[]): OpenedPackage {
  const bytes = chosen.reduce((sum, { file }) => sum + file.size, 0);
  if (chosen.length > MOST_PACKAGE_FILES || bytes > MOST_BYTES) throw new NoPackage("too-large");
  const folder = topFolderOf(chosen.map(({ path }) => path));
  const files: Files = new Map(
    chosen.map(({ path, file }) => [path.slice(folder.length), () => pieces(file)]),
  );
  return { files, bytes };
}

function unzipped(zip: Uint8Array, filter: (entry: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(zip, { filter });
  } catch (error) {
    throw error instanceof NoPackage ? error : new NoPackage("not-a-zip");
  }
}

const sizeOf = (entries: readonly UnzipFileInfo[]): number =>
  entries.reduce((sum, { size, originalSize }) => sum + Math.max(size, originalSize), 0);

/** "EX-0019/" where all files are in it. */
function topFolderOf(names: readonly string[]): string {
  const folder = /^[^/]+\//.exec(names[0] ?? "")?.[0];
  if (folder === undefined || !names.every((name) => name.startsWith(folder)))
    throw new NoPackage("zip-folders");
  return folder;
}

const PIECE = 1_000_000;

function* inPieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += PIECE) yield bytes.subarray(from, from + PIECE);
}

async function* pieces(file: File): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < file.size; from += PIECE)
    yield new Uint8Array(await file.slice(from, from + PIECE).arrayBuffer());
}
