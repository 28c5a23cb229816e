// Workbooks as spreadsheets write them, of sheets that are given cell by cell.
import { columnLetter } from "@/lib/domain/import/import-columns";
import { zip } from "./zip";

type Cell = string | number | null | { formula: string; value?: string } | { date: number };

export function sheetOf(rows: readonly (readonly Cell[])[], merged: readonly string[] = []): string {
  const lines = rows.map((cells, row) => {
    const inner = cells
      .map((cell, column) => cellOf(`${columnLetter(column)}${String(row + 1)}`, cell))
      .join("");
    return `<row r="${String(row + 1)}">${inner}</row>`;
  });
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  return `<worksheet><sheetData>${lines.join("")}</sheetData>${merges && `<mergeCells count="${String(merged.length)}">${merges}</mergeCells>`}</worksheet>`;
}

function cellOf(place: string, cell: Cell): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "number") return `<c r="${place}"><v>${String(cell)}</v></c>`;
  if (typeof cell === "string") return `<c r="${place}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  if ("date" in cell) return `<c r="${place}" s="1"><v>${String(cell.date)}</v></c>`;
  const value = cell.value === undefined ? "" : `<v>${escaped(cell.value)}</v>`;
  return `<c r="${place}" t="str"><f>${escaped(cell.formula)}</f>${value}</c>`;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export function workbookOf(sheets: readonly { name: string; xml: string; isHidden?: boolean }[]): Buffer {
  const listed = sheets.map(
    ({ name, isHidden }, place) =>
      `<sheet name="${escaped(name)}" sheetId="${String(place + 1)}" ${isHidden ? 'state="hidden" ' : ""}r:id="rId${String(place + 1)}"/>`,
  );
  const links = sheets.map(
    (_, place) =>
      `<Relationship Id="rId${String(place + 1)}" Target="worksheets/sheet${String(place + 1)}.xml"/>`,
  );
  const part = (text: string): Uint8Array => Buffer.from(text);
  return zip({
    "xl/workbook.xml": part(`<workbook xmlns:r="x"><sheets>${listed.join("")}</sheets></workbook>`),
    "xl/_rels/workbook.xml.rels": part(`<Relationships>${links.join("")}</Relationships>`),
    "xl/styles.xml": part(
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    ),
    ...Object.fromEntries(
      sheets.map(({ xml }, place) => [`xl/worksheets/sheet${String(place + 1)}.xml`, part(xml)]),
    ),
  });
}
