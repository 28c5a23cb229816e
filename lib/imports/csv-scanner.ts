// Cells of text, as they come: quotation marks, delimiters, line ends of any kind. What holds nothing costs nothing, and no row
// grows beyond what a row can be, so that a file made to hurt ends early or passes like a blank page.
import { MOST_COLUMNS } from "@/lib/domain/import";
import type { RowOfFile } from "./file-rows";
import { FileRefused } from "@/lib/file-refused";

export class CsvScanner {
  private number = 1;
  private cells: string[] = [];
  private cell = "";
  private letters = 0;
  /** Whether the row holds anything but blanks. */
  private hasInk = false;
  private place: Place = "START";
  private isAfterReturn = false;

  constructor(private readonly delimiter: string) {}

  /** Rows that are whole now and hold something, by their number in the file. */
  *take(text: string): Generator<RowOfFile> {
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const letter = text[at] ?? "";
      const isLineFeed = letter === "\n" && this.isAfterReturn;
      this.isAfterReturn = false;
      if (isLineFeed) {
        from = at + 1;
        continue;
      }
      if (this.place === "CLOSING") {
        // A mark doubled is one; one that closes nothing is a letter like others.
        if (letter === '"') {
          this.place = "QUOTED";
          from = at;
          continue;
        }
        if (letter !== this.delimiter && !isLineEnd(letter)) {
          this.cell = `"${this.cell}"`;
          this.place = "BARE";
          from = at;
          continue;
        }
      }
      if (this.place === "QUOTED") {
        if (letter !== '"') continue;
        this.keep(text.slice(from, at));
        this.place = "CLOSING";
        from = at + 1;
      } else if (letter === this.delimiter || isLineEnd(letter)) {
        if (this.place !== "CLOSING") this.keep(text.slice(from, at));
        this.endCell();
        from = at + 1;
        if (letter === this.delimiter) continue;
        this.isAfterReturn = letter === "\r";
        const row = this.endRow();
        if (row) yield row;
      } else if (this.place === "START") {
        this.place = letter === '"' ? "QUOTED" : "BARE";
        from = letter === '"' ? at + 1 : at;
      }
    }
    if (this.place === "QUOTED" || this.place === "BARE") this.keep(text.slice(from));
  }

  *end(): Generator<RowOfFile> {
    if (this.place === "QUOTED") throw new FileRefused("quote-not-closed", { row: this.number });
    this.endCell();
    const row = this.endRow();
    if (row) yield row;
  }

  private keep(text: string): void {
    this.letters += text.length;
    if (this.letters > LONGEST_ROW) throw new FileRefused("line-too-long", { row: this.number });
    this.cell += text;
  }

  private endCell(): void {
    if (this.cells.length >= MOST_CELLS)
      throw new FileRefused("too-many-columns", { max: MOST_COLUMNS, row: this.number });
    this.hasInk ||= /\S/.test(this.cell);
    this.cells.push(this.cell);
    this.cell = "";
    this.place = "START";
  }

  private endRow(): RowOfFile | null {
    const row = this.hasInk ? { number: this.number, cells: this.cells } : null;
    if (row) this.cells = [];
    else this.cells.length = 0;
    this.number += 1;
    this.letters = 0;
    this.hasInk = false;
    return row;
  }
}

/** Of the letter that comes: ahead of a cell, in one, in one in quotation marks, or behind the mark that may close it. */
type Place = "START" | "BARE" | "QUOTED" | "CLOSING";

const isLineEnd = (letter: string): boolean => letter === "\n" || letter === "\r";

const LONGEST_ROW = 500_000;
/** As many as a spreadsheet has; most of them empty, or the row is refused later. */
const MOST_CELLS = 16_384;
