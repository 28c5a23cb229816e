// A table as text for spreadsheets (RFC 4180). A spreadsheet takes a cell that begins like a formula for one,
// so such text gets an apostrophe before it, as does text that begins with an apostrophe: taking one leading
// apostrophe off any cell of text gives back what was written. Numbers are numbers and stay as they are.
// Where lists are separated by semicolons, a spreadsheet cuts there instead, and at the lines inside our quotes: what
// follows such a place and begins like a formula gets its apostrophe too, and gives it back the same way (`unguarded`).
import type { TableCell, TableField, TableRow } from "./table";

/** Excel reads UTF-8 as such only after this. Programs are told the encoding, and read it as a part of the first name. */
export const BYTE_ORDER_MARK = "\u{FEFF}";

/** Head and rows, a piece of text for each batch. `for: "people"` begins with the byte order mark. */
export async function* csvOf(
  fields: readonly TableField[],
  batches: AsyncIterable<readonly TableRow[]>,
  { for: readers }: { for: "people" | "programs" },
): AsyncGenerator<string> {
  yield `${readers === "people" ? BYTE_ORDER_MARK : ""}${csvLine(fields.map(({ name }) => name))}`;
  for await (const rows of batches) if (rows.length > 0) yield rows.map(csvLine).join("");
}

export function csvLine(cells: TableRow): string {
  return `${cells.map(written).join(",")}\r\n`;
}

/** A cell of text as it was before it was guarded. */
export function unguarded(cell: string): string {
  return (cell.startsWith("'") ? cell.slice(1) : cell).replace(GUARDED, "$1");
}

/** Full-width forms count: some spreadsheets read them as their narrow twins. */
const FORMULA = /^['\t\r\n]|^\s*[=+\-@＝＋－＠]/u;

const INNER = /([;\t\r\n])(?=['\s]*[=+\-@＝＋－＠])/gu;
const GUARDED = /([;\t\r\n])'(?=['\s]*[=+\-@＝＋－＠])/gu;

function written(cell: TableCell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const inner = SEPARATED.test(cell) ? cell.replace(INNER, "$1'") : cell;
  const guarded = FORMULA.test(cell) ? `'${inner}` : inner;
  return QUOTED.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

const SEPARATED = /[;\t\r\n]/;
const QUOTED = /[",\r\n]/;
