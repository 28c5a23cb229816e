// Which kind of document was received, and whether it may be kept: by what is in it, and then by what it is called.
import "server-only";
import { open, type FileHandle } from "node:fs/promises";
import { inflateRaw } from "node:zlib";
import { promisify } from "node:util";
import { typeByName, type FileType } from "@/lib/domain/pledge/file";
import { fileContentOf, endOfZip, type FileFault } from "@/lib/domain/pledge/file-content";
import type { FieldError } from "@/lib/domain/base/refusal";
import {
  entriesIn,
  lengthBefore,
  MOST_ENTRIES,
  officeTypeIn,
  type ZipEntry,
} from "@/lib/domain/exchange/zip-directory";
import type { Received } from "@/lib/platform/incoming";

export async function typeOf(received: Received, name: string): Promise<FileType | Omit<FieldError, "path">> {
  const content = fileContentOf(received);
  const found =
    "is" in content ? (content.is === "ZIP" ? await officeIn(received) : content.is) : content.fault;
  if (isFault(found)) return { code: found };
  const named = typeByName(name);
  if (named === found) return found;
  return { code: "file-named-otherwise", params: { is: found, named: named ?? "none" } };
}

const isFault = (found: FileType | FileFault): found is FileFault => found.startsWith("file-");

/** Larger than any honest one. */
const LARGEST_DIRECTORY = 4_000_000;
const LARGEST_LIST = 1_000_000;

async function officeIn({ place, bytes, tail }: Received): Promise<FileType | FileFault> {
  const end = endOfZip(tail);
  if (end === null) return "file-cut";
  // Between the list and its end lies nothing, and the list is where it says: else it could be two zips.
  if (end.offset + end.size + end.length !== bytes) return "file-two-in-one";
  if (end.entries > MOST_ENTRIES || end.size > LARGEST_DIRECTORY) return "file-unknown";
  const handle = await open(place, "r");
  try {
    const entries = entriesIn(await readAt(handle, end.offset, end.size), end.entries);
    if (entries === null) return "file-cut";
    if (entries.some(({ name }) => /vbaProject\.bin$/i.test(name))) return "file-macros";
    const list = entries.filter(({ name }) => name === "[Content_Types].xml");
    const [only] = list;
    if (!only || list.length > 1 || only.encrypted) return "file-unknown";
    const text = await unpacked(handle, only);
    if (text === null) return "file-cut";
    const type = officeTypeIn(text);
    if (type === "MACROS") return "file-macros";
    return type ?? "file-unknown";
  } finally {
    await handle.close();
  }
}

async function unpacked(handle: FileHandle, entry: ZipEntry): Promise<string | null> {
  const { method, packed, offset } = entry;
  if (packed > LARGEST_LIST || (method !== 0 && method !== 8)) return null;
  const before = lengthBefore(await readAt(handle, offset, 30));
  if (before === null) return null;
  const content = await readAt(handle, offset + before, packed);
  if (content.length !== packed) return null;
  if (method === 0) return content.toString("utf8");
  // No more comes out than an honest list has, whatever it says of itself.
  return inflate(content, { maxOutputLength: LARGEST_LIST }).then(
    (text) => text.toString("utf8"),
    () => null,
  );
}

const inflate = promisify(inflateRaw) as (
  content: Buffer,
  options: { maxOutputLength: number },
) => Promise<Buffer>;

async function readAt(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, from);
  return buffer.subarray(0, bytesRead);
}
