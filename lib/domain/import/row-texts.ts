// Each field's cell of a row as it is to be read: tidied, and with the scale that a heading gives to its column.
import { fixed, ONE } from "./amounts/digits";
import type { StatedNumber } from "./amounts/stated-number";
import { tokensOf } from "./amounts/tokens";
import { numberAtStart } from "./cells/amount";
import { isFormula, quotedCell, tidy } from "./cells/cell";
import type { CellMarks } from "./file-form";
import { IMPORT_FIELDS, type ImportColumns, type ImportField } from "./import-columns";
import type { RowMessages } from "./row-messages";

export type RowTexts = Partial<Record<ImportField, string>>;

/** What headings say of all the amounts below: "million" of "Amount (million)", "M€" of "Montant / M€". */
export type HeadedScales = Partial<Record<"quantity" | "amount", string>>;

export interface ReadColumns {
  columns: ImportColumns;
  scales: HeadedScales;
}

export function headedScales(header: readonly string[], columns: ImportColumns): HeadedScales {
  const scales: HeadedScales = {};
  for (const field of ["quantity", "amount"] as const) {
    const scale = scaleIn(header[columns[field] ?? -1] ?? "", field);
    if (scale !== undefined) scales[field] = scale;
  }
  return scales;
}

/** At the end of one of its parts: "Amount in million EUR". */
const scaleIn = (heading: string, field: "quantity" | "amount"): string | undefined =>
  heading
    .slice(0, LONGEST_HEADING)
    .split(/[/|()[\]–—*,:\n]+/)
    .flatMap((part) => {
      const words = part.trim().split(/\.?\s+/);
      return words.flatMap((_, from) => {
        const [first = "", ...rest] = words.slice(from);
        return [[first, ...rest].join(" "), [...rest, first].join(" ")];
      });
    })
    .map((words) => (/^['’]?000s?$/.test(words) ? "thousand" : words))
    .find((words) => !/\d|^b$/i.test(words) && scales(wholeNumberOf(`1 ${words}`), field));
const LONGEST_HEADING = 100;

/** A single letter may mean metres: a scale only of money. */
const scales = (one: StatedNumber | null, field: "quantity" | "amount"): boolean =>
  one !== null &&
  one.low > ONE &&
  !(field === "quantity" && one.first.hasLetter && one.currency === undefined);

/** Null unless the text is one number, with or without a currency. */
function wholeNumberOf(text: string): StatedNumber | null {
  const tokens = tokensOf(text);
  const found = numberAtStart(tokens);
  const end = tokens.at(-1)?.key === "." ? tokens.length - 1 : tokens.length;
  return found?.ok && found.value.to >= end ? found.value : null;
}

/** A formula, or an error of the spreadsheet, is only a fault; a field without a column isn't there. */
export function textsOf(
  cells: readonly string[],
  { columns, scales: headed }: ReadColumns,
  marks: CellMarks,
  issues: RowMessages,
): RowTexts {
  const texts: RowTexts = {};
  for (const field of IMPORT_FIELDS) {
    const column = columns[field];
    if (column === undefined) continue;
    const cell = cells[column] ?? "";
    if (isFormula(cell)) issues.fault(field, { code: "formula-cell" });
    else if (SPREADSHEET_ERROR.test(cell.trim()))
      issues.fault(field, { code: "error-cell", params: { text: quotedCell(cell.trim()) } });
    else texts[field] = tidy(cell);
    if (texts[field]) noteMarks(field, column, texts[field], marks, issues);
  }
  for (const field of ["quantity", "amount"] as const) {
    const [cell, scale] = [texts[field], headed[field]];
    if (cell && scale !== undefined) texts[field] = scaled(field, cell, scale, issues);
  }
  return texts;
}

/** "#REF!", or "####" where a column was too narrow. */
const SPREADSHEET_ERROR =
  /^#(?:REF!|DIV\/0!|NAME\?|VALUE!|N\/A|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|GETTING_DATA|#{2,})$/i;

/** Notes values that the cell itself doesn't have in the file. */
function noteMarks(
  field: ImportField,
  column: number,
  text: string,
  marks: CellMarks,
  issues: RowMessages,
): void {
  const params = { text: quotedCell(text) };
  if (marks.filled?.includes(column)) issues.note(field, { code: "filled-down", params });
  if (marks.computed?.includes(column)) issues.note(field, { code: "stored-value", params });
}

/** Words without a scale keep the heading's. A number that has one, or is written out, is a fault. */
function scaled(field: "quantity" | "amount", cell: string, scale: string, issues: RowMessages): string {
  const own = wholeNumberOf(cell);
  if (own === null && !/\d/.test(cell)) {
    const hasOne = scales(wholeNumberOf(`1 ${cell.replace(/^.* /u, "")}`), field);
    return MEANS_MANY.test(cell) && !hasOne ? `${cell} (${scale})` : cell;
  }
  const isTurned = own !== null && own.high !== null && own.low > own.high;
  if (isTurned || own?.low === 0n || cell.includes("%")) return cell;
  const text = `${cell} ${scale}`;
  const whole = wholeNumberOf(text);
  const isWhole = own !== null && (own.last.scale > ONE || own.low >= WRITTEN_OUT);
  if (own === null || whole === null || own.first.scale > ONE || isWhole) {
    issues.fault(field, { code: "scale-twice", params: { text: quotedCell(scale) } });
    return "";
  }
  issues.note(field, { code: "scale-of-heading", params: { text: quotedCell(text) } });
  return text;
}

/** "several" of what the heading counts; not "to be decided". */
const MEANS_MANY =
  /^(?:several|some|a few|many|plusieurs|quelques|de nombreux|кілька|декілька|багато)(?: \p{L}+)?$/iu;
const WRITTEN_OUT = fixed(1e5);
