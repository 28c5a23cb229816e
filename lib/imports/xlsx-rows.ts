// The sheets of a workbook as rows of text: dates as dates, formulas as the values they were saved with. Nothing is
// calculated or fetched, and no sheet is ever whole in memory.
import "server-only";
import type { RowOfFile } from "@/lib/domain/import/file-form";
import { FileRefused } from "@/lib/platform/files/file-refused";
import { attribute, xmlPieces, type XmlPiece } from "@/lib/platform/xml";
import { documentParts, partNamed, unpacked, type ZipPart } from "@/lib/platform/zip";
import { mergedCells, withMerged } from "./xlsx-merges";
import { LONGEST_CELL_TEXT, sheetRows, type Book } from "./xlsx-sheet";

/** Its sheets in order; those that are hidden have no lines. */
export async function workbookSheets(path: string): Promise<OpenedSheet[]> {
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
  const texts = pieces("xl/sharedStrings.xml", LARGEST_TEXTS);
  const styles = pieces("xl/styles.xml", SMALL);
  const shared = {
    texts: texts ? await textsIn(texts) : [],
    dates: styles ? await dateStylesIn(styles) : new Set<number>(),
    isFrom1904,
  };
  const areAllHidden = sheets.every(({ isHidden }) => isHidden);
  return sheets.map(({ name, link, isHidden }, place) => {
    const target = targets.get(link);
    const part =
      target === undefined
        ? null
        : partNamed(parts, target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    const isRead = !isHidden || (areAllHidden && place === 0);
    return {
      name: name.slice(0, LONGEST_NAME),
      isHidden,
      lines: part && isRead ? () => linesOf(path, part, shared) : null,
    };
  });
}

export interface OpenedSheet {
  name: string;
  isHidden: boolean;
  /** Read from its beginning each time. */
  lines: (() => AsyncGenerator<RowOfFile>) | null;
}

async function* linesOf(path: string, part: ZipPart, book: Book): AsyncGenerator<RowOfFile> {
  const merged = await mergedCells(unpacked(path, part, LARGEST_SHEET));
  yield* withMerged(sheetRows(xmlPieces(unpacked(path, part, LARGEST_SHEET)), book), merged);
}

const LONGEST_NAME = 100;
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
