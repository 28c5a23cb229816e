// Merged cells of a sheet. The format lists them after the rows, so they are looked for first.
import "server-only";
import type { CellMarks, RowOfFile } from "@/lib/domain/import/file-form";
import { FileRefused } from "@/lib/platform/files/file-refused";
import { columnNumber } from "./xlsx-sheet";

interface Merged {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Sorted from top to bottom. */
export async function mergedCells(bytes: AsyncIterable<Buffer>): Promise<Merged[]> {
  const found: Merged[] = [];
  let left = "";
  for await (const chunk of bytes) {
    const text = left + chunk.toString("latin1");
    for (const [tag] of text.matchAll(MERGE_TAG)) {
      const merged = rangeIn(tag);
      if (merged) found.push(merged);
      if (found.length > MOST_MERGED) throw new FileRefused("broken-workbook");
    }
    const begun = text.lastIndexOf("<");
    left = begun < 0 || text.length - begun > LONGEST_TAG ? "" : text.slice(begun);
    if (left.includes(">")) left = "";
  }
  return found.sort((a, b) => a.top - b.top);
}

const MERGE_TAG = /<(?:\w{1,20}:)?mergeCell\s[^<>]{1,150}>/g;
const LONGEST_TAG = 200;
const MOST_MERGED = 200_000;

function rangeIn(tag: string): Merged | null {
  const [, from = "", to = ""] =
    /\sref\s*=\s*["']([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})["']/.exec(tag) ?? [];
  const [left, right] = [columnNumber(from), columnNumber(to)];
  if (left === null || right === null) return null;
  const [top, bottom] = [from, to].map((place) => Number(place.replace(/\D/g, "")));
  return top === undefined || bottom === undefined || bottom < top || right < left
    ? null
    : { top, bottom, left, right };
}

/** The rows, with the text of merged cells repeated in each row that they cover. */
export async function* withMerged(
  rows: AsyncIterable<RowOfFile>,
  merged: readonly Merged[],
): AsyncGenerator<RowOfFile> {
  let next = 0;
  const open = new Map<number, { bottom: number; value: string }>();
  for await (const row of rows) {
    const filled: number[] = [];
    const across: [number, number][] = [];
    const cells = [...row.cells];
    for (const [column, { bottom, value }] of open) {
      if (bottom < row.number) open.delete(column);
      else if (value !== "" && (cells[column] ?? "") === "") {
        while (cells.length < column) cells.push("");
        cells[column] = value;
        filled.push(column);
      }
    }
    for (let one = merged[next]; one && one.top <= row.number; one = merged[(next += 1)]) {
      const value = one.top === row.number ? (row.cells[one.left] ?? "") : "";
      if (one.bottom > row.number) open.set(one.left, { bottom: one.bottom, value });
      if (one.right > one.left && one.top === row.number && value !== "") across.push([one.left, one.right]);
    }
    const marks: CellMarks = {
      ...row.marks,
      ...(filled.length > 0 ? { filled } : {}),
      ...(across.length > 0 ? { across } : {}),
    };
    yield { number: row.number, cells, ...(Object.keys(marks).length > 0 ? { marks } : {}) };
  }
}
