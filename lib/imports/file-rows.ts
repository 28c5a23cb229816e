// A file as rows of cells. Its format is detected from its content, not from its name. Rows are streamed, so that a
// large file costs no memory.
import "server-only";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { FileForm, RowOfFile, SheetLayout } from "@/lib/domain/import/file-form";
import { hasPiledMarks, printable } from "@/lib/domain/base/characters";
import { LONGEST_CELL, MOST_COLUMNS, MOST_ROWS } from "@/lib/domain/import/import";
import { fieldsHeaded } from "@/lib/domain/import/import-columns";
import {
  guessLayout,
  headerOf,
  LayoutReader,
  LINES_LOOKED_AT,
  type PlacedLine,
} from "@/lib/domain/import/layout";
import { FileRefused } from "@/lib/platform/files/file-refused";
import { textRows } from "./csv-rows";
import { workbookSheets, type OpenedSheet } from "./xlsx-rows";

export interface FileOfRows {
  /** Without the lines of its sheets, which aren't counted yet. */
  form: FileForm;
  header: string[];
  layout: SheetLayout;
  /** Lines that aren't blank, each with its kind. The reader knows the header after the last one. */
  lines: AsyncGenerator<PlacedLine>;
  reader: LayoutReader;
  /** For a workbook: all its sheets, and which one is read. */
  sheets: OpenedSheet[];
  sheet: number;
}

export async function fileOfRows(path: string): Promise<FileOfRows> {
  const head = await beginningOf(path);
  if (head.length === 0) throw new FileRefused("table-empty");
  if (head.length >= 4 && head.readUInt32BE(0) === OLE)
    throw new FileRefused((await isLocked(path)) ? "locked-workbook" : "old-workbook");
  const isWorkbook = head.subarray(0, 2).toString("latin1") === "PK";
  const sheets = isWorkbook ? await workbookSheets(path) : [];
  const sheet = await likelySheet(sheets);
  const chosen = sheets[sheet];
  if (isWorkbook && !chosen?.lines) throw new FileRefused("no-sheet");
  const { form, rows } = chosen?.lines
    ? { form: { ...WORKBOOK, sheet: chosen.name, otherSheets: sheets.length - 1 }, rows: chosen.lines() }
    : await textRows(path);
  const filled = notBlank(rows);
  const first = await beginning(filled);
  const layout = guessLayout(first);
  if (!layout) throw new FileRefused("table-empty");
  const reader = new LayoutReader(layout);
  const headings = first.filter(({ number }) => number >= layout.heading).slice(0, layout.headings);
  const header = headerOf(headings);
  return { form, header, layout, lines: placed(first, filled, reader), reader, sheets, sheet };
}

const WORKBOOK = { is: "XLSX", encoding: null, delimiter: null } as const;

/** The first visible sheet with enough known headings, otherwise the first visible one. */
async function likelySheet(sheets: readonly OpenedSheet[]): Promise<number> {
  const seen = sheets.flatMap(({ lines }, place) => (lines ? [{ place, lines }] : []));
  if (seen.length < 2) return seen[0]?.place ?? 0;
  for (const { place, lines } of seen.slice(0, MOST_SHEETS)) {
    try {
      const first = await beginning(notBlank(lines()), true);
      if (first.some(({ cells }) => fieldsHeaded(cells) >= SURE_HEADINGS)) return place;
    } catch (error) {
      // A damaged sheet doesn't prevent others from being read, unless it is the chosen one.
      if (!(error instanceof FileRefused)) throw error;
    }
  }
  return seen[0]?.place ?? 0;
}

/** How many sheets are read, and kept to choose from. */
export const MOST_SHEETS = 20;
const SURE_HEADINGS = 3;

async function beginning(rows: AsyncGenerator<RowOfFile>, isAll = false): Promise<RowOfFile[]> {
  const first: RowOfFile[] = [];
  while (first.length < LINES_LOOKED_AT) {
    const next = await rows.next();
    if (next.done) break;
    first.push(next.value);
  }
  if (isAll) await rows.return(undefined);
  return first;
}

async function* placed(
  first: readonly RowOfFile[],
  rest: AsyncIterable<RowOfFile>,
  reader: LayoutReader,
): AsyncGenerator<PlacedLine> {
  let count = 0;
  const place = (line: RowOfFile): PlacedLine[] => {
    if (reader.hasHeadings) count += 1;
    if (count > MOST_ROWS) throw new FileRefused("too-many-rows", { max: MOST_ROWS });
    return reader.push(line);
  };
  for (const line of first) yield* place(line);
  for await (const line of rest) yield* place(line);
  yield* reader.end();
}

/** The lines of another sheet, which may be chosen later. */
export const otherLines = (sheet: OpenedSheet): AsyncGenerator<RowOfFile> | null =>
  sheet.lines && notBlank(sheet.lines());

/** The magic number of workbooks from before 2007 and of password-protected ones. */
const OLE = 0xd0cf11e0;

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
  for await (const { number, cells, marks } of rows) {
    const last = cells.findLastIndex((cell) => cell.trim() !== "");
    if (last < 0) continue;
    if (last >= MOST_COLUMNS) throw new FileRefused("too-many-columns", { max: MOST_COLUMNS, row: number });
    const kept = cells.slice(0, last + 1).map(printable);
    if (kept.some((cell) => cell.length > LONGEST_CELL))
      throw new FileRefused("cell-too-long", { max: LONGEST_CELL, row: number });
    if (kept.some(hasPiledMarks)) throw new FileRefused("cell-too-many-accents", { row: number });
    yield { number, cells: kept, ...(marks ? { marks } : {}) };
  }
}
