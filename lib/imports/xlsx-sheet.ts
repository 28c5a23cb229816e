import "server-only";
import type { CellMarks, RowOfFile } from "@/lib/domain/import/file-form";
import { MOST_COLUMNS } from "@/lib/domain/import/import";
import { FileRefused } from "@/lib/platform/files/file-refused";
import { attribute, type XmlPiece } from "@/lib/platform/xml";

export interface Book {
  texts: readonly string[];
  dates: ReadonlySet<number>;
  isFrom1904: boolean;
}

export async function* sheetRows(pieces: AsyncIterable<XmlPiece[]>, book: Book): AsyncGenerator<RowOfFile> {
  const reader = new SheetReader(book);
  for await (const some of pieces) {
    for (const piece of some) {
      const row = reader.push(piece);
      if (row) yield row;
    }
  }
}

interface Cell {
  column: number;
  type: string;
  style: number;
  value: string;
  /** Null without a formula; empty where another cell spells out a shared one. */
  formula: string | null;
}

class SheetReader {
  private number = 0;
  private cells: string[] | null = null;
  private marks: CellMarks = {};
  private cell: Cell | null = null;
  private into: "value" | "formula" | null = null;

  constructor(private readonly book: Book) {}

  push(piece: XmlPiece): RowOfFile | null {
    if (piece.is === "text") this.write(piece.text);
    else if (piece.is === "open") return this.begin(piece);
    else return this.close(piece.name);
    return null;
  }

  private write(text: string): void {
    if (this.cell === null || this.into === null) return;
    const written: string = (this.cell[this.into] ?? "") + text;
    if (written.length > LONGEST_CELL_TEXT)
      throw new FileRefused("cell-too-long", { max: LONGEST_CELL_TEXT, row: this.number });
    this.cell[this.into] = written;
  }

  private begin({ name, tag, isClosed }: XmlPiece & { is: "open" }): null {
    if (name === "row") {
      const said = attribute(tag, "r");
      const number = said === null ? this.number + 1 : Number(said);
      // Rows are in order, each once: otherwise it is unclear which of them counts.
      if (!Number.isInteger(number) || number <= this.number || number > LAST_ROW)
        throw new FileRefused("broken-workbook");
      this.number = number;
      this.cells = isClosed ? null : [];
      this.marks = /^(?:1|true)$/.test(attribute(tag, "hidden") ?? "") ? { hidden: true } : {};
    } else if (name === "c" && this.cells) {
      const column = columnNumber(attribute(tag, "r")) ?? this.cells.length;
      this.cell = isClosed
        ? null
        : {
            column,
            type: attribute(tag, "t") ?? "n",
            style: Number(attribute(tag, "s") ?? -1),
            value: "",
            formula: null,
          };
    } else if (this.cell && !isClosed && (name === "v" || name === "t")) this.into = "value";
    else if (this.cell && name === "f") {
      this.cell.formula ??= "";
      if (!isClosed) this.into = "formula";
    }
    return null;
  }

  private close(name: string): RowOfFile | null {
    if (name === "v" || name === "t" || name === "f") this.into = null;
    else if (name === "c" && this.cell && this.cells) {
      const text = this.textOf(this.cell);
      if (text !== "") this.place(this.cells, this.cell.column, text);
      if (isComputed(this.cell)) this.marks.computed = [...(this.marks.computed ?? []), this.cell.column];
      this.cell = null;
    } else if (name === "row" && this.cells) {
      const marks = Object.keys(this.marks).length > 0 ? { marks: this.marks } : {};
      const row = this.cells.length === 0 ? null : { number: this.number, cells: this.cells, ...marks };
      this.cells = null;
      return row;
    }
    return null;
  }

  private place(cells: string[], column: number, text: string): void {
    if (column >= MOST_COLUMNS)
      throw new FileRefused("too-many-columns", { max: MOST_COLUMNS, row: this.number });
    while (cells.length < column) cells.push("");
    cells[column] = text;
  }

  private textOf(cell: Cell): string {
    const { type, style, value, formula } = cell;
    if (formula !== null && !isComputed(cell)) return `=${formula}`;
    if (type === "s") return whole(this.book.texts[Number(value)] ?? "");
    if (type === "inlineStr" || type === "str") return whole(value);
    if (type === "b") return value === "1" ? "TRUE" : "FALSE";
    if (type !== "n" || value === "") return value;
    return this.book.dates.has(style) ? dateOf(value, this.book.isFrom1904) : plainNumber(value);
  }
}

/** Whether it is a formula with a saved value, which is "#REF!" or the like if it failed. */
const isComputed = ({ value, formula }: Cell): boolean => formula !== null && value !== "";

/** The format's limit for a cell. */
export const LONGEST_CELL_TEXT = 32_767;
/** The format's limit for a sheet. */
const LAST_ROW = 1_048_576;

/** Decodes characters that XML can't hold, which the format writes as `_x000D_`. */
const whole = (text: string): string =>
  text.replace(/_x([0-9A-F]{4})_/gi, (_all, code: string) => String.fromCharCode(parseInt(code, 16)));

/** "BC12" → 54. */
export function columnNumber(place: string | null): number | null {
  const letters = /^([A-Z]{1,4})\d+$/.exec(place ?? "")?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/**
 * Days since 31 December 1899, or 1 January 1904. From March 1900 one less: files count 29 February 1900,
 * which never existed.
 */
function dateOf(value: string, isFrom1904: boolean): string {
  const days = Math.floor(Number(value));
  if (!Number.isFinite(days) || days < 1 || days > 2_958_465) return value;
  const start = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  return new Date(start + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * As the spreadsheet shows it: 2000000000, not 2E9, and 19.99, not 19.989999999999998. Spreadsheets store binary
 * fractions, of which fifteen digits are what somebody typed.
 */
function plainNumber(value: string): string {
  const number = Number(value);
  return FRACTION_OR_POWER.test(value) && Number.isFinite(number)
    ? Number(number.toPrecision(15)).toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 })
    : value;
}

const FRACTION_OR_POWER = /^-?\d+(?:\.\d+(?:e[-+]?\d+)?|e[-+]?\d+)$/i;
