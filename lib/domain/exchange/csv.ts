// A table as CSV (RFC 4180) for spreadsheets, with text guarded that they would run. Numbers stay as they are.
import { guarded } from "../import/cells/guarded";
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

function written(cell: TableCell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = guarded(cell);
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const QUOTED = /[",\r\n]/;
