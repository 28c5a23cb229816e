// Names and addresses that can be taken for one another (UTS 39): on record, nobody may pass for another.
import { CONFUSABLES } from "./confusables";

export type Likeness = "same" | "look-alike";

/** Null: the two can't be confused. Upper and lower case count as the same. */
export function likenessOf(a: string, b: string): Likeness | null {
  const [one, other] = [plain(a), plain(b)];
  if (one.toLowerCase() === other.toLowerCase()) return "same";
  const isAlike =
    skeleton(one) === skeleton(other) || skeleton(one.toLowerCase()) === skeleton(other.toLowerCase());
  return isAlike ? "look-alike" : null;
}

/** Whether it contains invisible characters: such names look the same but aren't. */
export const hasInvisible = (text: string): boolean => INVISIBLE.test(text);

/** Controls, reading direction, zero-width and filling characters, unassigned code points, unusual spaces. */
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|[^\P{Zs} ]/u;

const plain = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();

/** The text with each letter replaced by the one it looks like. */
const skeleton = (text: string): string =>
  [...text.normalize("NFKD")]
    .map((letter) => LOOKS_LIKE.get(letter) ?? letter)
    .join("")
    .normalize("NFD");

const lettersOf = (codes: string): string =>
  String.fromCodePoint(...codes.split("+").map((code) => Number.parseInt(code, 16)));

const LOOKS_LIKE = new Map(
  CONFUSABLES.trim()
    .split(/\s+/)
    .map((pair) => {
      const [letter = "", looks = ""] = pair.split("=").map(lettersOf);
      return [letter, looks] as const;
    }),
);
