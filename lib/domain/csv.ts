// A table as text for spreadsheets (RFC 4180). A spreadsheet takes a cell that begins like a formula for one,
// so such text gets an apostrophe before it, as does text that begins with an apostrophe: taking one leading
// apostrophe off any cell of text gives back what was written. Numbers are numbers and stay as they are.
// Where lists are separated by semicolons, a spreadsheet cuts there instead, and at the lines inside our quotes: what
// follows such a place and begins like a formula gets its apostrophe too, and gives it back the same way.
export type Cell = string | number | null;

/** Excel reads UTF-8 as such only after this. */
export const BYTE_ORDER_MARK = "\u{FEFF}";

export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(written).join(",")}\r\n`;
}

/** Full-width forms count: some spreadsheets read them as their narrow twins. */
const FORMULA = /^['\t\r\n]|^\s*[=+\-@＝＋－＠]/u;

const INNER = /([;\t\r\n])(?=['\s]*[=+\-@＝＋－＠])/gu;

function written(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const guarded = cell.replace(INNER, "$1'");
  const text = FORMULA.test(cell) ? `'${guarded}` : guarded;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
