// Numbers in digits as people write them: 1,500 and 1.500 and 1 500, 1,5. Exact decimals, never rounded.
import { type CellRead, quotedCell, read, unread } from "../cells/cell";

/** An exact decimal in millionths of a millionth, finer than anything the register holds. */
export type Fixed = bigint;

const PLACES = 12;
export const ONE: Fixed = 10n ** BigInt(PLACES);
export const fixed = (whole: number): Fixed => BigInt(whole) * ONE;

/** In the register's notation: "1500000.5". */
export function decimalText(value: Fixed): string {
  const part = String(value % ONE)
    .padStart(PLACES, "0")
    .replace(/0+$/, "");
  return `${String(value / ONE)}${part === "" ? "" : `.${part}`}`;
}

export interface Decimal {
  value: Fixed;
  /** 1.500: fifteen hundred, or one and a half? Before "million" it may be either. */
  mayBeFraction: boolean;
}

export function decimalIn(digits: string): CellRead<Decimal> {
  const compact = digits.replace(/[\s'’]/g, "");
  const marks = compact.replace(/\d/g, "");
  const last = marks.at(-1);
  if (last === undefined) return decimal(digits, compact, "");
  const [whole = "", part = ""] = splitAtLast(compact, last);
  if (new Set(marks).size > 1) {
    // The last mark, if it occurs once, is the decimal mark.
    const other = marks.replaceAll(last, "")[0] ?? "";
    const isWritten = marks.indexOf(last) === marks.length - 1 && isGrouped(whole, other);
    return isWritten ? decimal(digits, whole.replaceAll(other, ""), part) : notRead(digits);
  }
  if (marks.length > 1)
    return isGrouped(compact, last) ? decimal(digits, compact.replaceAll(last, ""), "") : notRead(digits);
  return part.length !== 3 || whole === "0" || whole.length > 3
    ? decimal(digits, whole, part)
    : decimal(digits, whole + part, "", true);
}

const LONGEST = 40;

const decimal = (digits: string, whole: string, part: string, mayBeFraction = false): CellRead<Decimal> =>
  digits.length > LONGEST || part.length > PLACES
    ? notRead(digits)
    : read({ value: BigInt(whole + part.padEnd(PLACES, "0")), mayBeFraction });

const notRead = (digits: string): CellRead<never> => unread("not-a-number", { text: quotedCell(digits) });

const splitAtLast = (text: string, mark: string): string[] => {
  const at = text.lastIndexOf(mark);
  return [text.slice(0, at), text.slice(at + 1)];
};

const isGrouped = (whole: string, mark: string): boolean =>
  mark === ""
    ? /^\d+$/.test(whole)
    : whole.split(mark).every((part, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(part));
