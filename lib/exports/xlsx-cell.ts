// A workbook cell: numbers, days, moments and booleans are typed, everything else is text.
import type { TableCell, FieldType } from "@/lib/domain/exchange/table";

/** Indexes of the styles in xlsx-parts. */
const STYLE = { date: "2", datetime: "3", text: "4" } as const;

/** Empty for an unknown value. */
export function cellXml(cell: TableCell, type: FieldType, column: number, line: number): string {
  if (cell === null) return "";
  const at = `<c r="${lettersOf(column)}${String(line)}"`;
  if (typeof cell === "number") return `${at}><v>${String(cell)}</v></c>`;
  if (typeof cell === "boolean") return `${at} t="b"><v>${cell ? "1" : "0"}</v></c>`;
  const serial = type === "date" || type === "datetime" ? serialOf(cell) : null;
  if (serial !== null && type !== "string")
    return `${at} s="${STYLE[type as "date"]}"><v>${String(serial)}</v></c>`;
  return `${at} t="inlineStr" s="${STYLE.text}"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

/** Excel reports longer ones as damage; CSV and JSON Lines have the full text. */
const LONGEST_TEXT = 32_767;

/** Escapes characters that XML can't hold, and text that looks like an escape, in the format's way: `_x000D_`. */
export function escaped(text: string): string {
  const short = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1).toWellFormed()}…` : text;
  return short
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (sign) => (sign === "\t" || sign === "\n" ? sign : codeOf(sign)))
    .replace(/[&<>]/g, (sign) => (sign === "&" ? "&amp;" : sign === "<" ? "&lt;" : "&gt;"));
}

const codeOf = (sign: string): string =>
  `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

/** Days since the end of 1899. Before March 1900 Excel counts a day that never existed: such dates stay text. */
function serialOf(text: string): number | null {
  const days = (Date.parse(text) - EPOCH) / DAY_MS;
  if (!(days >= 61)) return null;
  // Slightly later: readers truncate below a millisecond, and fractions of a day are never quite exact.
  return Number.isInteger(days) ? days : days + 0.01 / DAY_MS;
}

const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** A, B … Z, AA … */
export function lettersOf(column: number): string {
  const [before, letter] = [Math.floor(column / 26) - 1, String.fromCharCode(65 + (column % 26))];
  return before < 0 ? letter : `${lettersOf(before)}${letter}`;
}
