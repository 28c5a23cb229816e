import type { CellMessage } from "../../import/row-messages";
import { integer, table, textField } from "../table";

/** One fault of one cell of a file. */
export interface ImportError {
  row: number;
  /** A, B, …; null: the file has no such column. */
  column: string | null;
  heading: string | null;
  cell: string | null;
  message: CellMessage;
  /** In words. */
  reason: string;
}

export const importErrors = table<ImportError>("import-errors", ["row", "column"], {
  row: integer((error) => error.row),
  column: textField((error) => error.column),
  heading: textField((error) => error.heading),
  cell: textField((error) => error.cell),
  code: textField((error) => error.message.code),
  reason: textField((error) => error.reason),
});
