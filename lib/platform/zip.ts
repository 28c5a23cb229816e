// The parts of a zip, as its directory lists them: their sizes are looked at before anything is unpacked, and counted again
// while it is.
import "server-only";
import { createReadStream } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { createInflateRaw } from "node:zlib";
import { FileRefused } from "./file-refused";

export interface ZipPart {
  name: string;
  method: number;
  packed: number;
  size: number;
  offset: number;
}

/** By their names. What lies about its size is refused as it is read. */
export async function zipParts(path: string): Promise<Map<string, ZipPart>> {
  const handle = await open(path);
  try {
    const directory = await directoryOf(handle);
    const parts = new Map(entriesOf(directory.bytes, directory.count).map((part) => [part.name, part]));
    const all = [...parts.values()].reduce((sum, { size }) => sum + size, 0);
    if (all > MOST_INFLATED) throw new FileRefused("inflates-too-far", { max: MOST_INFLATED / 1_000_000 });
    return parts;
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw new FileRefused("broken-workbook");
  } finally {
    await handle.close();
  }
}

/** The bytes of a part, as they are unpacked. */
export async function* unpacked(path: string, part: ZipPart, most: number): AsyncGenerator<Buffer> {
  if (part.size > most) throw new FileRefused("inflates-too-far", { max: Math.round(most / 1_000_000) });
  const start = await dataOf(path, part);
  if (part.packed === 0) return;
  const raw = createReadStream(path, { start, end: start + part.packed - 1 });
  if (part.method !== STORED && part.method !== DEFLATED) throw new FileRefused("broken-workbook");
  const bytes = part.method === STORED ? raw : raw.pipe(createInflateRaw());
  let size = 0;
  try {
    for await (const chunk of bytes) {
      size += (chunk as Buffer).length;
      // Whatever it says of itself.
      if (size > part.size || size > most)
        throw new FileRefused("inflates-too-far", { max: Math.round(most / 1_000_000) });
      yield chunk as Buffer;
    }
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw new FileRefused("broken-workbook");
  } finally {
    raw.destroy();
    bytes.destroy();
  }
}

const STORED = 0;
const DEFLATED = 8;
/** Of all parts together; a workbook of 20,000 rows takes a tenth. */
const MOST_INFLATED = 300_000_000;
const MOST_PARTS = 5_000;
const LONGEST_COMMENT = 65_535;

async function directoryOf(handle: FileHandle): Promise<{ bytes: Buffer; count: number }> {
  const { size } = await handle.stat();
  const tail = await piece(
    handle,
    Math.max(0, size - LONGEST_COMMENT - 22),
    Math.min(size, LONGEST_COMMENT + 22),
  );
  const end = tail.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  if (end < 0) throw new FileRefused("broken-workbook");
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const offset = tail.readUInt32LE(end + 16);
  if (count > MOST_PARTS || offset + length > size) throw new FileRefused("broken-workbook");
  return { bytes: await piece(handle, offset, length), count };
}

function entriesOf(directory: Buffer, count: number): ZipPart[] {
  const parts: ZipPart[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (directory.readUInt32LE(at) !== 0x02014b50) throw new FileRefused("broken-workbook");
    if ((directory.readUInt16LE(at + 8) & 1) === 1) throw new FileRefused("locked-workbook");
    const [name, extra, comment] = [28, 30, 32].map((place) => directory.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    parts.push({
      name: directory.toString("utf8", at + 46, at + 46 + name).replace(/^\//, ""),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + name + extra + comment;
  }
  return parts;
}

/** Where a part's bytes begin: behind its own heading, which may be longer than the directory says. */
async function dataOf(path: string, { offset }: ZipPart): Promise<number> {
  const handle = await open(path);
  try {
    const heading = await piece(handle, offset, 30);
    if (heading.length < 30 || heading.readUInt32LE(0) !== 0x04034b50)
      throw new FileRefused("broken-workbook");
    return offset + 30 + heading.readUInt16LE(26) + heading.readUInt16LE(28);
  } finally {
    await handle.close();
  }
}

async function piece(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from);
  return buffer.subarray(0, bytesRead);
}
