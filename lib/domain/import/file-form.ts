// What a file is, and its lines as they are read.
export interface RowOfFile {
  /** The spreadsheet's row number. */
  number: number;
  cells: string[];
  /** Left out if every cell is as the file has it. */
  marks?: CellMarks;
}

/** Cells whose value isn't as the file has it, by column from 0. */
export interface CellMarks {
  /** Empty in the file: the value is that of the merged cell, or of the section, above. */
  filled?: number[];
  /** Those of them in a column that a person chose to fill down. */
  down?: number[];
  /** A formula's stored value. */
  computed?: number[];
  /** Merged over several columns: first and last. */
  across?: [number, number][];
  /** The column made of the section above the row, and what the file has to the right of the headings. */
  section?: { column: number; beyond: string[]; filled: number[] };
  /** The workbook hides the row, by a filter or by hand. */
  hidden?: true;
  /** Reference of the pledge on record that a person matched the row with. */
  is?: string;
  /** A person left the row out. */
  leftOut?: true;
}

/** Where the headings are: the spreadsheet's row number of the first line, and how many lines they take. */
export interface SheetLayout {
  heading: number;
  headings: 1 | 2;
  /** Whether sections, totals and notes are left out; false: each line below the headings is a row. */
  skips: boolean;
  /** Columns in which an empty cell repeats the one above. */
  fillDown?: number[] | undefined;
}

export const LINES_LEFT = ["above", "heading", "section", "total", "note"] as const;
export type LineLeft = (typeof LINES_LEFT)[number];

/** The detected format of a file. */
export interface FileForm {
  is: "CSV" | "XLSX";
  /** Of a text file: its encoding and delimiter. */
  encoding: string | null;
  delimiter: string | null;
  /** Of a workbook: the sheet that was read, and how many others there are. */
  sheet: string | null;
  otherSheets: number;
  /** Left out for files read before layouts were kept. */
  sheets?: SheetOfFile[];
  layout?: SheetLayout & { sheet: number };
  /** How many lines aren't rows, by kind. */
  left?: Partial<Record<LineLeft, number>>;
  /** Cells filled down from merged ones. */
  filled?: number;
}

export interface SheetOfFile {
  name: string;
  isHidden: boolean;
  /** Its lines that aren't blank; null: it isn't kept, because it is hidden, too large or damaged. */
  lines: number | null;
}
