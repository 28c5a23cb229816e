// A table as text for spreadsheets (RFC 4180). A spreadsheet takes a cell that begins like a formula for one,
// so such text gets an apostrophe before it, as does text that begins with an apostrophe: taking one leading
// apostrophe off any cell of text gives back what was written. Numbers are numbers and stay as they are.
export type Cell = string | number | null;

/** Excel reads UTF-8 as such only after this. */
export const BYTE_ORDER_MARK = "\u{FEFF}";

export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(written).join(",")}\r\n`;
}

/** Full-width forms count: some spreadsheets read them as their narrow twins. */
const FORMULA = /^['\t\r\n]|^\s*[=+\-@＝＋－＠]/u;

function written(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
