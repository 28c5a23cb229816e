// Stores the content of a file: the rows of one sheet, and the lines that may be chosen instead.
import "server-only";
import type { FileForm, RowOfFile, SheetOfFile } from "@/lib/domain/import/file-form";
import { MOST_ROWS } from "@/lib/domain/import/import";
import { addLines, LinesPlaced } from "@/lib/db/statements/import-lines";
import { addRows } from "@/lib/db/statements/import-rows";
import { FileRefused } from "@/lib/platform/files/file-refused";
import { MOST_SHEETS, otherLines, type FileOfRows } from "./file-rows";
import type { OpenedSheet } from "./xlsx-rows";

/** Returns the header, and the form with the sheets to choose from. */
export async function storeLines(
  id: string,
  { form, layout, lines, reader, sheets, sheet }: FileOfRows,
): Promise<{ header: string[]; form: FileForm }> {
  const placed = new LinesPlaced();
  for await (const line of lines) {
    placed.add(line);
    if (placed.rows.length + placed.others.length >= AT_ONCE) await store(id, sheet, placed);
  }
  await store(id, sheet, placed);
  const { left, filled, count } = placed;
  const kept = await storeOthers(id, sheets, sheet, count);
  return {
    header: reader.header,
    form: { ...form, sheets: kept, layout: { ...layout, sheet }, left, filled },
  };
}

const AT_ONCE = 500;

async function store(id: string, sheet: number, placed: LinesPlaced): Promise<void> {
  const { rows, others } = placed.finish();
  await addRows(id, rows);
  await addLines(id, sheet, others);
}

/**
 * The other sheets together keep at most as many lines as one sheet may have. A damaged one keeps none, but
 * is listed.
 */
async function storeOthers(
  id: string,
  sheets: readonly OpenedSheet[],
  chosen: number,
  rows: number,
): Promise<SheetOfFile[]> {
  const kept: SheetOfFile[] = [];
  let room = MOST_ROWS;
  for (const [place, sheet] of sheets.slice(0, MOST_SHEETS).entries()) {
    const lines = place === chosen ? rows : await storeOther(id, place, sheet, room);
    kept.push({ name: sheet.name, isHidden: sheet.isHidden, lines });
    if (place !== chosen) room -= lines ?? 0;
  }
  return kept;
}

async function storeOther(
  id: string,
  place: number,
  sheet: OpenedSheet,
  room: number,
): Promise<number | null> {
  const lines = otherLines(sheet);
  if (!lines) return null;
  let count = 0;
  let waiting: RowOfFile[] = [];
  try {
    for await (const line of lines) {
      count += 1;
      if (count > room) return null;
      waiting.push(line);
      if (waiting.length < AT_ONCE) continue;
      await addLines(id, place, waiting);
      waiting = [];
    }
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return null;
  }
  await addLines(id, place, waiting);
  return count;
}
