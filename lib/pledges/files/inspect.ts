// Which kind of document was received, and whether it may be stored: by its content first, then by its name.
import "server-only";
import { typeByName, type FileType } from "@/lib/domain/pledge/file";
import { fileContentOf, endOfZip, officeTypeIn, type FileFault } from "@/lib/domain/import/file-content";
import type { FieldError } from "@/lib/domain/base/refusal";
import { FileRefused } from "@/lib/platform/files/file-refused";
import type { Received } from "@/lib/platform/files/incoming";
import { LARGEST_DIRECTORY, unpacked, zipParts } from "@/lib/platform/zip";

export async function typeOf(received: Received, name: string): Promise<FileType | Omit<FieldError, "path">> {
  const content = fileContentOf(received);
  const found =
    "is" in content ? (content.is === "ZIP" ? await officeIn(received) : content.is) : content.fault;
  if (isFault(found)) return { code: found };
  const named = typeByName(name);
  if (named === found) return found;
  if (found === "HTML") return { code: "file-page" };
  return { code: "file-named-otherwise", params: { is: found, named: named ?? "none" } };
}

const isFault = (found: FileType | FileFault): found is FileFault => found.startsWith("file-");

const MOST_ENTRIES = 10_000;
const LARGEST_LIST = 1_000_000;

async function officeIn({ place, bytes, tail }: Received): Promise<FileType | FileFault> {
  const end = endOfZip(tail);
  if (end === null) return "file-cut";
  // Nothing may be between the zip's directory and its end record: otherwise it could be two zips.
  if (end.offset + end.size + end.length !== bytes) return "file-two-in-one";
  if (end.entries > MOST_ENTRIES || end.size > LARGEST_DIRECTORY) return "file-unknown";
  try {
    return await officeOf(place);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return error.code === "locked-workbook" ? "file-unknown" : "file-cut";
  }
}

async function officeOf(place: string): Promise<FileType | FileFault> {
  const parts = await zipParts(place, MOST_ENTRIES);
  if (parts.some(({ name }) => /vbaProject\.bin$/i.test(name))) return "file-macros";
  const [list, second] = parts.filter(({ name }) => name === "[Content_Types].xml");
  if (!list || second || list.entry.isEncrypted()) return "file-unknown";
  const pieces: Buffer[] = [];
  for await (const piece of unpacked(place, list, LARGEST_LIST)) pieces.push(piece);
  const type = officeTypeIn(Buffer.concat(pieces).toString("utf8"));
  if (type === "MACROS") return "file-macros";
  return type ?? "file-unknown";
}
