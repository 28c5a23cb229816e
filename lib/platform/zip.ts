// The entries of a zip, read with yauzl. Sizes are checked before unpacking, and counted again while unpacking.
import "server-only";
import { open, type FileHandle } from "node:fs/promises";
import { pipeline, type Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { fromFdPromise, type Entry, type ZipFile } from "yauzl";
import { FileRefused } from "./files/file-refused";
import { hasOverlap, endOf, lengthOf, nameOf, refusalFor } from "./zip-checks";

export interface ZipPart {
  name: string;
  entry: Entry;
}

/** Accepts locked zips too. */
export async function zipParts(path: string, most: number): Promise<ZipPart[]> {
  const handle = await open(path);
  try {
    const end = await endOf(handle);
    if (end.entries > most || end.size > LARGEST_DIRECTORY) throw new FileRefused("broken-workbook");
    const entries: Entry[] = [];
    for await (const entry of (await zipIn(handle)).eachEntry()) entries.push(entry);
    if (lengthOf(entries) !== end.size || hasOverlap(entries, end.offset))
      throw new FileRefused("broken-workbook");
    return entries.map((entry) => ({ name: nameOf(entry), entry }));
  } catch (error) {
    throw refusalFor(error);
  } finally {
    await handle.close();
  }
}

/** The parts of a readable document: none is locked, and together they aren't too large. */
export async function documentParts(path: string): Promise<ZipPart[]> {
  const parts = await zipParts(path, MOST_PARTS);
  if (parts.some(({ entry }) => entry.isEncrypted())) throw new FileRefused("locked-workbook");
  const all = parts.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  if (all > MOST_INFLATED) throw inflatesTooFar(MOST_INFLATED);
  return parts;
}

/** Refuses duplicate names: programs disagree about which one counts. */
export function partNamed(parts: readonly ZipPart[], name: string): ZipPart | null {
  const [only, second] = parts.filter((part) => part.name === name || part.name === `/${name}`);
  if (second) throw new FileRefused("broken-workbook");
  return only ?? null;
}

/** Streams a part's unpacked bytes. */
export async function* unpacked(path: string, { entry }: ZipPart, most: number): AsyncGenerator<Buffer> {
  if (entry.uncompressedSize > most) throw inflatesTooFar(most);
  const handle = await open(path);
  let packed: Readable | null = null;
  try {
    packed = await packedBytes(await zipIn(handle), entry);
    // yauzl's own inflater can't be closed half-way, and reports too many bytes with the same error as too few.
    const bytes = entry.compressionMethod === 0 ? packed : pipeline(packed, createInflateRaw(), () => {});
    let [size, sum] = [0, 0];
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > entry.uncompressedSize) throw inflatesTooFar(most);
      sum = crc32(chunk, sum);
      yield chunk;
    }
    if (size !== entry.uncompressedSize || sum !== entry.crc32) throw new FileRefused("broken-workbook");
  } catch (error) {
    throw refusalFor(error);
  } finally {
    packed?.destroy();
    await handle.close();
  }
}

/** Total of all parts; a workbook of 20,000 rows has a tenth. */
const MOST_INFLATED = 300_000_000;
const MOST_PARTS = 5_000;
/** Larger than any honest one. */
export const LARGEST_DIRECTORY = 4_000_000;

const inflatesTooFar = (most: number): FileRefused =>
  new FileRefused("inflates-too-far", { max: Math.round(most / 1_000_000) });

/**
 * Names and sizes are not validated by yauzl: we check both. We close the handle ourselves, whatever error
 * yauzl reports.
 */
const zipIn = (handle: FileHandle): Promise<ZipFile> =>
  fromFdPromise(handle.fd, { decodeStrings: false, validateEntrySizes: false });

async function packedBytes(zip: ZipFile, entry: Entry): Promise<Readable> {
  const local = await zip.readLocalFileHeaderPromise(entry);
  const isSame =
    local.fileName.equals(entry.fileNameRaw) &&
    local.compressionMethod === entry.compressionMethod &&
    (local.generalPurposeBitFlag & 1) === 0;
  if (!isSame || !entry.canDecodeFileData()) throw new FileRefused("broken-workbook");
  const { compressedSize: length } = entry;
  return new Promise((resolve, reject) => {
    zip.openReadStreamLowLevel(local.fileDataStart, length, 0, length, false, null, (error, stream) => {
      if (error) reject(error);
      else resolve(stream);
    });
  });
}
