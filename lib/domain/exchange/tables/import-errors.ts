import type { CellSaid } from "../../import/import-row";
import { integer, table, text } from "../table";

/** One thing that is wrong with one cell of a file. */
export interface ImportError {
  row: number;
  /** A, B, …; null where the file has no such column. */
  column: string | null;
  heading: string | null;
  cell: string | null;
  said: CellSaid;
  /** In words. */
  reason: string;
}

export const importErrors = table<ImportError>("import-errors", ["row", "column"], {
  row: integer((error) => error.row),
  column: text((error) => error.column),
  heading: text((error) => error.heading),
  cell: text((error) => error.cell),
  code: text((error) => error.said.code),
  reason: text((error) => error.reason),
});
