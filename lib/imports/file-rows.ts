// A file as rows of cells. Its format is detected from its content, not from its name. Rows are streamed, so that a
// large file costs no memory.
import "server-only";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import {
  LONGEST_CELL,
  MOST_COLUMNS,
  MOST_ROWS,
  type FileForm,
  type RowOfFile,
} from "@/lib/domain/import/import";
import { textRows } from "./csv-rows";
import { FileRefused } from "@/lib/platform/file-refused";
import { workbookRows } from "./xlsx-rows";

export interface FileOfRows {
  form: FileForm;
  header: string[];
  /** The rows below the heading that aren't blank. */
  rows: AsyncGenerator<RowOfFile>;
}

export async function fileOfRows(path: string): Promise<FileOfRows> {
  const head = await beginningOf(path);
  if (head.length === 0) throw new FileRefused("table-empty");
  if (head.length >= 4 && head.readUInt32BE(0) === OLE)
    throw new FileRefused((await isLocked(path)) ? "locked-workbook" : "old-workbook");
  const { form, rows } =
    head.subarray(0, 2).toString("latin1") === "PK" ? await workbookRows(path) : await textRows(path);
  const filled = notBlank(rows);
  const first = await filled.next();
  if (first.done) throw new FileRefused("table-empty");
  const header = first.value.cells.map((cell) => cell.replace(/\s+/g, " ").slice(0, LONGEST_HEADING));
  return { form, header, rows: bounded(filled, header.length) };
}

/** The magic number of workbooks from before 2007 and of password-protected ones. */
const OLE = 0xd0cf11e0;
const LONGEST_HEADING = 200;

/** A password-protected workbook has its content under this name. */
async function isLocked(path: string): Promise<boolean> {
  const name = Buffer.from("EncryptedPackage", "utf16le");
  let end = Buffer.alloc(0);
  for await (const chunk of createReadStream(path)) {
    const bytes = Buffer.concat([end, chunk as Buffer]);
    if (bytes.includes(name)) return true;
    end = bytes.subarray(-name.length);
  }
  return false;
}

async function beginningOf(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function* notBlank(rows: AsyncIterable<RowOfFile>): AsyncGenerator<RowOfFile> {
  for await (const { number, cells } of rows) {
    const last = cells.findLastIndex((cell) => cell.trim() !== "");
    if (last < 0) continue;
    if (last >= MOST_COLUMNS) throw new FileRefused("too-many-columns", { max: MOST_COLUMNS, row: number });
    const kept = cells.slice(0, last + 1).map(printable);
    if (kept.some((cell) => cell.length > LONGEST_CELL))
      throw new FileRefused("cell-too-long", { max: LONGEST_CELL, row: number });
    yield { number, cells: kept };
  }
}

async function* bounded(rows: AsyncGenerator<RowOfFile>, columns: number): AsyncGenerator<RowOfFile> {
  let count = 0;
  for await (const { number, cells } of rows) {
    count += 1;
    if (count > MOST_ROWS) throw new FileRefused("too-many-rows", { max: MOST_ROWS });
    yield {
      number,
      cells: cells.length < columns ? [...cells, ...Array<string>(columns - cells.length).fill("")] : cells,
    };
  }
}

/** PostgreSQL stores no NUL and no lone surrogate. */
const printable = (cell: string): string => cell.replaceAll("\u0000", "\ufffd").toWellFormed();
