// The first sheet of a workbook as rows of text: dates as dates, formulas as their text. Nothing is calculated or
// fetched, and the sheet is never whole in memory.
import "server-only";
import type { FileForm, RowOfFile } from "@/lib/domain/import/import";
import { FileRefused } from "@/lib/platform/file-refused";
import { attribute, xmlPieces, type XmlPiece } from "@/lib/platform/xml";
import { LONGEST_CELL_TEXT, sheetRows } from "./xlsx-sheet";
import { documentParts, partNamed, unpacked } from "@/lib/platform/zip";

export async function workbookRows(
  path: string,
): Promise<{ form: FileForm; rows: AsyncIterable<RowOfFile> }> {
  const parts = await documentParts(path);
  const pieces = (name: string, most: number): AsyncGenerator<XmlPiece[]> | null => {
    const part = partNamed(parts, name);
    return part ? xmlPieces(unpacked(path, part, most)) : null;
  };
  const book = pieces("xl/workbook.xml", SMALL);
  const links = pieces("xl/_rels/workbook.xml.rels", SMALL);
  if (!book || !links) throw new FileRefused("not-a-table");
  const { sheets, isFrom1904 } = await sheetsIn(book);
  const targets = await targetsIn(links);
  const first = sheets.find(({ isHidden }) => !isHidden) ?? sheets[0];
  const target = first && targets.get(first.link);
  const place = target?.startsWith("/") ? target.slice(1) : `xl/${target ?? ""}`;
  const sheet = target === undefined ? null : pieces(place, LARGEST_SHEET);
  if (!first || !sheet) throw new FileRefused("no-sheet");
  const texts = pieces("xl/sharedStrings.xml", LARGEST_TEXTS);
  const styles = pieces("xl/styles.xml", SMALL);
  const book1 = {
    texts: texts ? await textsIn(texts) : [],
    dates: styles ? await dateStylesIn(styles) : new Set<number>(),
    isFrom1904,
  };
  const form = {
    is: "XLSX" as const,
    encoding: null,
    delimiter: null,
    sheet: first.name.slice(0, 100),
    otherSheets: sheets.length - 1,
  };
  return { form, rows: sheetRows(sheet, book1) };
}

const SMALL = 5_000_000;
const LARGEST_TEXTS = 40_000_000;
const LARGEST_SHEET = 150_000_000;

interface Sheet {
  name: string;
  link: string;
  isHidden: boolean;
}

async function sheetsIn(
  pieces: AsyncIterable<XmlPiece[]>,
): Promise<{ sheets: Sheet[]; isFrom1904: boolean }> {
  const sheets: Sheet[] = [];
  let isFrom1904 = false;
  for await (const piece of each(pieces)) {
    if (piece.is !== "open") continue;
    if (piece.name === "workbookPr") isFrom1904 = /^(?:1|true)$/.test(attribute(piece.tag, "date1904") ?? "");
    if (piece.name === "sheet")
      sheets.push({
        name: attribute(piece.tag, "name") ?? "",
        link: attribute(piece.tag, "id") ?? "",
        isHidden: (attribute(piece.tag, "state") ?? "visible") !== "visible",
      });
  }
  return { sheets, isFrom1904 };
}

async function targetsIn(pieces: AsyncIterable<XmlPiece[]>): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  for await (const piece of each(pieces)) {
    if (piece.is !== "open" || piece.name !== "Relationship") continue;
    targets.set(attribute(piece.tag, "Id") ?? "", attribute(piece.tag, "Target") ?? "");
  }
  return targets;
}

/** The shared strings, which cells refer to by index; phonetic hints are left out. */
async function textsIn(pieces: AsyncIterable<XmlPiece[]>): Promise<string[]> {
  const texts: string[] = [];
  let text: string | null = null;
  let isText = false;
  let isAid = false;
  for await (const piece of each(pieces)) {
    if (piece.is === "text") {
      if (isText && text !== null && !isAid) text += piece.text;
      if (text !== null && text.length > LONGEST_CELL_TEXT) throw new FileRefused("broken-workbook");
    } else if (piece.name === "si") {
      if (piece.is === "open" && !piece.isClosed) text = "";
      else {
        texts.push(text ?? "");
        text = null;
        if (texts.length > MOST_TEXTS) throw new FileRefused("broken-workbook");
      }
    } else if (piece.name === "t") isText = piece.is === "open" && !piece.isClosed;
    else if (piece.name === "rPh") isAid = piece.is === "open" && !piece.isClosed;
  }
  return texts;
}

const MOST_TEXTS = 1_000_000;

/** Indexes of the styles that show a number as a date. */
async function dateStylesIn(pieces: AsyncIterable<XmlPiece[]>): Promise<Set<number>> {
  const formats = new Map<number, boolean>();
  const styles = new Set<number>();
  let isInCells = false;
  let style = 0;
  for await (const piece of each(pieces)) {
    if (piece.is === "text") continue;
    if (piece.name === "cellXfs") isInCells = piece.is === "open" && !piece.isClosed;
    if (piece.is !== "open") continue;
    if (piece.name === "numFmt")
      formats.set(
        Number(attribute(piece.tag, "numFmtId")),
        isDateFormat(attribute(piece.tag, "formatCode") ?? ""),
      );
    if (piece.name === "xf" && isInCells) {
      const format = Number(attribute(piece.tag, "numFmtId"));
      if (formats.get(format) ?? BUILT_IN_DATES.has(format)) styles.add(style);
      style += 1;
    }
  }
  return styles;
}

const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

const isDateFormat = (code: string): boolean => /[yd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""));

async function* each(pieces: AsyncIterable<XmlPiece[]>): AsyncGenerator<XmlPiece> {
  for await (const some of pieces) yield* some;
}
