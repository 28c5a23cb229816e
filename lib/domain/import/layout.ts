// Where a sheet's headings are, and what its other lines are: rows, or titles, sections, totals and notes, which are left
// out and listed.
import { wordKey } from "./cells/cell";
import { fieldsHeaded } from "./import-columns";
import type { LineLeft, RowOfFile, SheetLayout } from "./file-form";

export type PlacedLine = { is: "row"; row: RowOfFile } | { is: LineLeft; line: RowOfFile };

/** Of a sheet, to find its headings. */
export const LINES_LOOKED_AT = 60;

/** By the first lines that aren't blank. A first line that looks like headings is taken for them. Null: no line at all. */
export function guessLayout(lines: readonly RowOfFile[]): SheetLayout | null {
  const [first] = lines;
  if (!first) return null;
  const scores = lines.map(({ cells }) => fieldsHeaded(cells));
  const best = scores.indexOf(Math.max(...scores));
  const byWords = (scores[best] ?? 0) >= FEWEST_HEADINGS && (scores[best] ?? 0) > (scores[0] ?? 0);
  const byWidth = isTitle(first) ? lines.findIndex((line) => filledIn(line) >= WIDE) : 0;
  const at = byWords ? best : Math.max(0, byWidth);
  const [line, before, after] = [lines[at] ?? first, lines[at - 1], lines[at + 1]];
  if (before && isSecondHeading(before)) return { heading: before.number, headings: 2, skips: true };
  return { heading: line.number, headings: after && isSecondHeading(after) ? 2 : 1, skips: true };
}

const FEWEST_HEADINGS = 2;
const WIDE = 3;

/** A line half of which is headings belongs to the line of headings next to it. */
function isSecondHeading(line: RowOfFile): boolean {
  const own = ownCells(line);
  const headed = fieldsHeaded(own);
  return headed >= FEWEST_HEADINGS && headed * 2 >= own.filter(isFilled).length;
}

const isFilled = (cell: string): boolean => cell.trim() !== "";
const filledIn = ({ cells }: RowOfFile): number => cells.filter(isFilled).length;
const isTitle = (line: RowOfFile): boolean => filledIn(line) === 1;
const ownCells = ({ cells, marks }: RowOfFile): string[] =>
  cells.map((cell, column) => (marks?.filled?.includes(column) ? "" : cell));

/** The two lines as one: "Pays / Country", "Source / Date". A heading over several columns is for each. */
export function headerOf(lines: readonly RowOfFile[]): string[] {
  const spread = lines.map(({ cells, marks }, place) => {
    const across = [...cells];
    if (place + 1 < lines.length)
      for (const [from, to] of marks?.across ?? [])
        for (let column = from + 1; column <= to; column += 1) across[column] ||= cells[from] ?? "";
    return across;
  });
  const width = Math.max(0, ...spread.map((cells) => cells.length));
  return Array.from({ length: width }, (_, column) => {
    const parts = spread.map((cells) => oneLine(cells[column] ?? "")).filter((part) => part !== "");
    return [...new Set(parts)].join(" / ").slice(0, LONGEST_HEADING);
  });
}

const LONGEST_HEADING = 200;
const headingKey = (cell: string): string => wordKey(cell.slice(0, LONGEST_HEADING));
const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Says what each line is, one by one; a line with a single cell waits for what follows it. */
export class LayoutReader {
  header: string[] = [];
  private readonly headings: RowOfFile[] = [];
  private waiting: RowOfFile[] = [];
  private section: string | null = null;
  /** The column of sections, after all others; null: there was none yet. */
  private sectionColumn: number | null = null;
  /** The last value in each column that is filled down. */
  private readonly above = new Map<number, string>();

  constructor(private readonly layout: SheetLayout) {}

  push(line: RowOfFile): PlacedLine[] {
    const { heading } = this.layout;
    if (line.number < heading) return [{ is: "above", line }];
    if (!this.hasHeadings) {
      this.headings.push(line);
      this.header = headerOf(this.headings);
      return [{ is: "heading", line }];
    }
    if (!this.layout.skips || this.columns < FEWEST_COLUMNS) return [{ is: "row", row: this.rowOf(line) }];
    if (!ownCells(line).some(isFilled)) return [];
    if (this.isHeadingAgain(line)) return [...this.notes(), { is: "heading", line }];
    if (isTotal(line, this.columns)) return [...this.sections(), { is: "total", line }];
    if (isTitle(line)) {
      this.waiting.push(line);
      return this.waiting.length > MOST_WAITING ? this.notes() : [];
    }
    const before = this.sections();
    return [...before, { is: "row", row: this.rowOf(line) }];
  }

  /** Lines with a single cell at the end are notes. */
  end(): PlacedLine[] {
    return this.notes();
  }

  /** Whether the next line is below the headings. */
  get hasHeadings(): boolean {
    return this.headings.length === this.layout.headings;
  }

  private get columns(): number {
    return this.header.filter(isFilled).length;
  }

  private isHeadingAgain(line: RowOfFile): boolean {
    return this.headings.some(({ cells }) =>
      cells.every((cell, column) => headingKey(cell) === headingKey(line.cells[column] ?? "")),
    );
  }

  private notes(): PlacedLine[] {
    const lines = this.waiting.map((line): PlacedLine => ({ is: "note", line }));
    this.waiting = [];
    return lines;
  }

  /** Before a row or a total, a line with a single cell is a section, unless it reads as a note. */
  private sections(): PlacedLine[] {
    const lines = this.waiting.map((line): PlacedLine => {
      const text = oneLine(line.cells.find(isFilled) ?? "");
      if (isNote(text)) return { is: "note", line };
      this.section = text;
      return { is: "section", line };
    });
    this.waiting = [];
    return lines;
  }

  private filledDown(line: RowOfFile): RowOfFile {
    const cells = [...line.cells];
    const down: number[] = [];
    for (const column of this.layout.fillDown ?? []) {
      const [own, above] = [cells[column] ?? "", this.above.get(column)];
      if (isFilled(own)) this.above.set(column, own);
      else if (above !== undefined && column < (this.sectionColumn ?? this.header.length)) {
        while (cells.length < column) cells.push("");
        cells[column] = above;
        down.push(column);
      }
    }
    if (down.length === 0) return line;
    return {
      ...line,
      cells,
      marks: { ...line.marks, filled: [...(line.marks?.filled ?? []), ...down], down },
    };
  }

  /** The section above a row is its last cell, marked as filled down. */
  private rowOf(read: RowOfFile): RowOfFile {
    const line = this.filledDown(read);
    if (this.section === null)
      return line.cells.length < this.header.length
        ? { ...line, cells: this.header.map((_, column) => line.cells[column] ?? "") }
        : line;
    if (this.sectionColumn === null) {
      this.sectionColumn = this.header.length;
      this.header = [...this.header, SECTION_HEADING];
    }
    const column = this.sectionColumn;
    const cells = Array.from({ length: column }, (_, place) => line.cells[place] ?? "");
    const beyond = line.cells.slice(column);
    const filled = [...(line.marks?.filled ?? []).filter((one) => one < column), column];
    const marks = {
      ...line.marks,
      filled,
      section: { column, beyond, filled: line.marks?.filled?.filter((one) => one >= column) ?? [] },
    };
    return { ...line, cells: [...cells, this.section], marks };
  }
}

/** The heading of a column made of the sections above rows. */
export const SECTION_HEADING = "§";
const MOST_WAITING = 50;
/** With fewer columns a line of one cell is a row like others. */
const FEWEST_COLUMNS = 4;

/** A line as the sheet has it, without the cell made of its section. */
export function lineAsRead({ number, cells, marks = {} }: RowOfFile): RowOfFile {
  const { section, filled = [], down = [], ...others } = marks;
  const of = section?.column;
  const own = [
    ...filled.filter((column) => column !== of && !down.includes(column)),
    ...(section?.filled ?? []),
  ];
  const kept = { ...others, ...(own.length > 0 ? { filled: own } : {}) };
  const inFile = cells.map((cell, column) => (down.includes(column) ? "" : cell));
  const read = section ? [...inFile.slice(0, section.column), ...section.beyond] : inFile;
  return { number, cells: read, ...(Object.keys(kept).length > 0 ? { marks: kept } : {}) };
}

/** Its first cell says so, and the others are numbers or sums. */
function isTotal(line: RowOfFile, columns: number): boolean {
  const [first = "", ...others] = ownCells(line).filter(isFilled);
  return (
    TOTAL.test(headingKey(first)) &&
    others.length * 2 < columns &&
    others.every((cell) => /\d/.test(cell) && /^[^\p{L}]*(?:\p{L}{1,12}[^\p{L}]*){0,2}$/u.test(cell))
  );
}

const TOTAL =
  /^(?:grand |sub ?)?(?:total|totals|sum|sous total|somme|gesamt|summe|insgesamt|zwischensumme|endsumme|razem|suma|totale|totaal|разом|всього|усього|підсумок|загалом)(?: |$)/u;

/** Long, or beginning as notes do. */
const isNote = (text: string): boolean => text.length > LONGEST_SECTION || NOTE.test(text);
const LONGEST_SECTION = 80;
const NOTE =
  /^(?:\*|\d\)|[¹²³†‡]|\(\d\)|(?:notes?|nb|n\.b\.|remarks?|remarques?|sources?|legend|légende|hinweise?|anmerkung(?:en)?|quellen?|stand|legende|примітк[аи]|джерел[оа]|станом)(?![\p{L}]))/iu;
