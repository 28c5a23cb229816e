// A table as CSV (RFC 4180) for spreadsheets. Spreadsheets run cells that look like formulas, so such text gets a
// leading apostrophe, as does text that begins with one. Removing one leading apostrophe from a text cell restores the
// original. Numbers stay as they are. Where lists are separated by semicolons, a spreadsheet splits there instead, and
// at line breaks inside our quotes. Text after such a place that looks like a formula also gets an apostrophe, and
// `unguarded` removes it.
import type { TableCell, TableField, TableRow } from "./table";

/** Excel recognises UTF-8 only by it. Programs know the encoding, and would read it as part of the first name. */
export const BYTE_ORDER_MARK = "\u{FEFF}";

/** Heading and rows, one chunk of text per batch. `for: "people"` starts with the byte order mark. */
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

/** The cell's text before guarding. */
export function unguarded(cell: string): string {
  return (cell.startsWith("'") ? cell.slice(1) : cell).replace(GUARDED, "$1");
}

/** Full-width forms count: some spreadsheets treat them as the ordinary characters. */
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
