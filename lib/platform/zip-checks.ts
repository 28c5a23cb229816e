// Checks that yauzl leaves to its callers: where the directory is, how long it is, and whether entries share bytes.
import "server-only";
import type { FileHandle } from "node:fs/promises";
import { validateFileName, type Entry } from "yauzl";
import { endOfZip, TAIL, type EndOfZip } from "@/lib/domain/import/file-content";
import { FileRefused } from "./files/file-refused";

/** The end record, which must directly follow the directory it describes. */
export async function endOf(handle: FileHandle): Promise<EndOfZip> {
  const { size } = await handle.stat();
  const tail = Buffer.alloc(Math.min(size, TAIL + ZIP64));
  await handle.read(tail, 0, tail.length, size - tail.length);
  const end = endOfZip(tail);
  if (!end) throw new FileRefused("broken-workbook");
  const at = tail.length - end.length;
  const isZip64 = at >= 20 && tail.readUInt32LE(at - 20) === 0x07064b50;
  // yauzl follows the zip64 locator anywhere, and an offset beyond 2^53 would crash the process.
  const said = isZip64 ? [at - 12, at - 44, at - 36, at - 28].map((from) => tail.readBigUInt64LE(from)) : [];
  const meant = isZip64 ? [size - end.length - ZIP64, end.entries, end.size, end.offset] : [];
  const isWhole = end.offset + end.size + (isZip64 ? ZIP64 : 0) + end.length === size;
  if (!isWhole || said.join() !== meant.join()) throw new FileRefused("broken-workbook");
  return end;
}

/** The zip64 end record and its locator, in bytes. */
const ZIP64 = 56 + 20;

/** The length of the directory that lists these entries. */
export const lengthOf = (entries: readonly Entry[]): number =>
  entries.reduce(
    (sum, entry) => sum + 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength,
    0,
  );

export function nameOf({ fileNameRaw }: Entry): string {
  // Some programs write `\` for `/`, or start with it.
  const name = fileNameRaw.toString("utf8").replaceAll("\\", "/");
  if (validateFileName(name.replace(/^\//, "")) !== null) throw new FileRefused("broken-workbook");
  return name;
}

/** Overlapping entries unpack the same bytes several times, which makes a small file large. */
export function hasOverlap(entries: readonly Entry[], directory: number): boolean {
  let free = directory;
  return entries
    .toSorted((one, other) => other.relativeOffsetOfLocalHeader - one.relativeOffsetOfLocalHeader)
    .some(({ relativeOffsetOfLocalHeader: start, fileNameLength, compressedSize }) => {
      const isOver = start + 30 + fileNameLength + compressedSize > free;
      free = start;
      return isOver;
    });
}

/**
 * yauzl and zlib report errors in English, for programmers. Errors of the disk aren't about the file and are passed on.
 */
export function refusalFor(error: unknown): unknown {
  if (error instanceof FileRefused || (error instanceof Error && "syscall" in error)) return error;
  const isLocked = error instanceof Error && error.message.startsWith("strong encryption");
  return new FileRefused(isLocked ? "locked-workbook" : "broken-workbook");
}
