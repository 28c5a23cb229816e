// Each field's cell of a row as it is to be read: tidied, and with the scale and currency that a heading gives.
import { currencyNamed } from "./amounts/currency";
import { fixed, ONE } from "./amounts/digits";
import { tokensOf } from "./amounts/tokens";
import { amountIn, numberAtStart } from "./cells/amount";
import { isFormula, quotedCell, tidy } from "./cells/cell";
import type { CellMarks } from "./file-form";
import { readWhole, scales, UNCLEAR, wholeNumberOf, type HeadedScales } from "./heading-scales";
import { IMPORT_FIELDS, type ImportColumns, type ImportField } from "./import-columns";
import type { RowMessages } from "./row-messages";

export type RowTexts = Partial<Record<ImportField, string>>;

export interface ReadColumns {
  columns: ImportColumns;
  scales: HeadedScales;
}

/** A formula, or an error of the spreadsheet, is only a fault; a field without a column isn't there. */
export function textsOf(
  cells: readonly string[],
  { columns, scales: headed }: ReadColumns,
  marks: CellMarks,
  issues: RowMessages,
): RowTexts {
  const texts: RowTexts = {};
  if (marks.hidden) issues.note("title", { code: "hidden-row" });
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
  addCurrency(texts, headed, issues);
  for (const field of ["quantity", "amount"] as const) {
    const [cell, scale] = [texts[field], headed[field]];
    if (cell && scale !== undefined) texts[field] = scaled(field, cell, scale, issues);
  }
  return texts;
}

/** "#REF!", "#VALEUR!", "#ЗНАЧ!", "Err:508" (LibreOffice), or "####" where a column was too narrow. */
const SPREADSHEET_ERROR = /^(?:#[\p{Lu}\d/.'’ ]{2,20}[!?]|#(?:N\/A|Н\/Д|NV|GETTING_DATA|#{2,})|Err:\d{3})$/u;

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

/** An amount without a currency of its own has the heading's, which the row's must not contradict. */
function addCurrency(texts: RowTexts, { currency, amount: scale }: HeadedScales, issues: RowMessages): void {
  const { amount, currency: ofRow } = texts;
  if (currency === undefined || !amount) return;
  const own = numberAtStart(tokensOf(amount));
  if (own?.ok && own.value.currency) return;
  const named = ofRow ? currencyNamed(ofRow) : currency;
  if (named === undefined || named === null) return;
  const isSum = own !== null || /\d/.test(amount) || MEANS_MANY.test(amount);
  // "tbd" contradicts nothing.
  if (ofRow && !isSum) return;
  texts.currency = currency;
  if (named !== currency)
    issues.fault("currency", { code: "currency-not-of-heading", params: { text: quotedCell(ofRow ?? "") } });
  else if (!ofRow && /\d/.test(amount) && wholeNumberOf(`1 ${scale ?? ""}`)?.currency === undefined)
    issues.note("amount", {
      code: "currency-of-heading",
      params: { text: `${quotedCell(amount)} ${currency}` },
    });
  // "200 million kroner" below "€m": not only its scale is wrong.
  const both = amountIn(amount, currency);
  if (both.ok || both.message.code !== "two-units") return;
  issues.fault("amount", both.message);
  texts.amount = "";
}

/** Words without a scale keep the heading's. A number that has one, or is written out, is a fault. */
function scaled(field: "quantity" | "amount", cell: string, scale: string, issues: RowMessages): string {
  const own = wholeNumberOf(cell);
  const isUnclear = scale.startsWith(UNCLEAR);
  if (own === null && !/\d/.test(cell)) {
    if (isUnclear) return cell;
    const hasOne = scales(wholeNumberOf(`1 ${cell.replace(/^.* /u, "")}`), field);
    return MEANS_MANY.test(cell) && !hasOne ? `${cell} (${scale})` : cell;
  }
  const isTurned = own !== null && own.high !== null && own.low > own.high;
  const isNothing = own?.low === 0n && (own.high ?? 0n) === 0n;
  if (isTurned || isNothing || cell.includes("%")) return cell;
  const hasOwn = own !== null && own.first.scale > ONE;
  if (isUnclear) {
    if (hasOwn || readWhole(cell) === null) return cell;
    issues.fault(field, {
      code: "heading-unclear",
      params: { text: quotedCell(scale.slice(UNCLEAR.length)) },
    });
    return "";
  }
  const text = `${cell} ${scale}`;
  const whole = readWhole(text);
  // "1,234 million": the answer for the whole file says which.
  const isOpen = whole?.ok === false && whole.message.code === "ambiguous-number";
  const isTooLarge = whole?.ok === true && whole.value.low >= LARGEST_SCALED;
  if (!isOpen && (own === null || !whole?.ok || hasOwn || own.last.scale > ONE || isTooLarge)) {
    issues.fault(field, { code: "scale-twice", params: { text: quotedCell(scale) } });
    return "";
  }
  issues.note(field, { code: "scale-of-heading", params: { text: quotedCell(text) } });
  return text;
}

/** "several" of what the heading counts; not "to be decided". */
const MEANS_MANY =
  /^(?:several|some|a few|many|plusieurs|quelques|de nombreux|dozens|tens|hundreds|des dizaines|des centaines|кілька|декілька|багато|десятки|сотні)(?: \p{L}+)?$/iu;
/** More than any amount on record: the number was written out. */
const LARGEST_SCALED = fixed(1e11);
