// Numbers as people write them: 1,500 and 1.500 and 1 500, 1,5 Mio., 10 billion. Exact decimals, never rounded.
import type { CellRead } from "./cell";
import { quoted, read, unread } from "./cell";

/** A number at the beginning of the text, its multiplier with it, and what follows. Null where there is none. */
export interface Leading {
  digits: string;
  /** Power of ten, as in "million". */
  shift: number;
  rest: string;
}

export function leadingNumber(text: string): Leading | null {
  const match = NUMBER.exec(text);
  if (!match) return null;
  const after = text.slice(match[0].length);
  // A letter right after a digit belongs to a multiplier, or it is no number.
  const word = MULTIPLIER.exec(after);
  if (word)
    return { digits: match[0], shift: shiftOf(word[1] ?? ""), rest: after.slice(word[0].length).trim() };
  return { digits: match[0], shift: 0, rest: after.trim() };
}

/** The exact decimal that digits and multiplier stand for. */
export function decimalIn({ digits, shift }: Pick<Leading, "digits" | "shift">): CellRead<string> {
  const compact = digits.replace(/[\s'’]/g, "");
  const marks = compact.replace(/\d/g, "");
  const last = marks.at(-1);
  if (last === undefined) return read(shifted(compact, "", shift));
  const isMixed = new Set(marks).size > 1;
  const [whole = "", part = ""] = splitAtLast(compact, last);
  if (isMixed) {
    // The one that comes last, and once, is the decimal mark.
    const other = marks.replaceAll(last, "")[0] ?? "";
    const isWritten = marks.indexOf(last) === marks.length - 1 && isGrouped(whole, other);
    return isWritten ? read(shifted(whole.replaceAll(other, ""), part, shift)) : notRead(digits);
  }
  if (marks.length > 1)
    return isGrouped(compact, last)
      ? read(shifted(compact.replaceAll(last, ""), "", shift))
      : notRead(digits);
  if (part.length !== 3 || whole === "0" || whole.length > 3) return read(shifted(whole, part, shift));
  // 1.500: fifteen hundred, or one and a half? Before "million" it may be either.
  return shift === 0
    ? read(shifted(whole + part, "", 0))
    : unread("ambiguous-number", { text: quoted(digits) });
}

const NUMBER = /^\d+(?:(?:[ ]|['’])\d{3}(?!\d))*(?:[.,]\d+)*/u;

const THOUSAND = "k|thousand|thousands|tsd|tausend|mille|тис|тисяч|тисячі|тисяча|tys";
const MILLION =
  "m|mn|mln|mio|mill|million|millions|millionen|milion|milionów|miljoen|milioni|млн|мільйон|мільйона|мільйонів";
const BILLION =
  "b|bn|bln|mrd|mld|mia|md|billion|billions|milliard|milliards|milliarde|milliarden|miliard|miliardów|miljard|miliardi|млрд|мільярд|мільярда|мільярдів";
const TRILLION = "tn|trn|trillion|trillions|трлн";
const SHIFTS = [THOUSAND, MILLION, BILLION, TRILLION].map((words) => new RegExp(`^(?:${words})$`, "iu"));
const MULTIPLIER = new RegExp(
  `^\\s?(${[TRILLION, BILLION, MILLION, THOUSAND].join("|")})(?![\\p{L}\\p{N}])\\.?`,
  "iu",
);

const shiftOf = (word: string): number => (SHIFTS.findIndex((one) => one.test(word)) + 1) * 3;

const notRead = (digits: string): CellRead<never> => unread("not-a-number", { text: quoted(digits) });

const splitAtLast = (text: string, mark: string): string[] => {
  const at = text.lastIndexOf(mark);
  return [text.slice(0, at), text.slice(at + 1)];
};

const isGrouped = (whole: string, mark: string): boolean =>
  mark === ""
    ? /^\d+$/.test(whole)
    : whole.split(mark).every((part, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(part));

function shifted(whole: string, part: string, shift: number): string {
  const digits = part.padEnd(shift, "0");
  const before = `${whole}${digits.slice(0, shift)}`.replace(/^0+(?=\d)/, "");
  const after = digits.slice(shift).replace(/0+$/, "");
  return after === "" ? before : `${before}.${after}`;
}
