// Messages about the cells of a row: that one can't be read, or how it was read.
import type { CellRead, ParseMessage } from "./cells/cell";
import type { ImportColumns, ImportField } from "./import-columns";

export interface CellMessage extends ParseMessage {
  field: ImportField;
}

export class RowMessages {
  readonly faults: CellMessage[] = [];
  readonly notes: CellMessage[] = [];

  fault(field: ImportField, message: ParseMessage): void {
    this.faults.push({ field, ...message });
  }

  note(field: ImportField, message: ParseMessage): void {
    this.notes.push({ field, ...message });
  }

  read<T>(field: ImportField, answer: CellRead<T>): T | null {
    if (!answer.ok) this.fault(field, answer.message);
    else if (answer.note) this.note(field, answer.note);
    return answer.ok ? answer.value : null;
  }
}

const LAST = 1_000;

/** In reading order: column by column, then those that belong to no column. */
export const messagesInOrder = (all: readonly CellMessage[], columns: ImportColumns): CellMessage[] =>
  all.toSorted((a, b) => (columns[a.field] ?? LAST) - (columns[b.field] ?? LAST));
