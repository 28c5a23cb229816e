// Names and addresses that can be taken for one another (UTS 39): on the record, nobody may pass for somebody else.
import { CONFUSABLES } from "./confusables";

export type Likeness = "same" | "look-alike";

/** Null: nobody takes one for the other. The same letters in upper and lower case are the same. */
export function likenessOf(a: string, b: string): Likeness | null {
  const [one, other] = [plain(a), plain(b)];
  if (one.toLowerCase() === other.toLowerCase()) return "same";
  const isAlike =
    skeleton(one) === skeleton(other) || skeleton(one.toLowerCase()) === skeleton(other.toLowerCase());
  return isAlike ? "look-alike" : null;
}

/** Whether it holds something that nobody sees: such names look the same and aren't. */
export const hasInvisible = (text: string): boolean => INVISIBLE.test(text);

/** Controls, turns of the reading order, zero-width and filling characters, what Unicode hasn't assigned, other spaces. */
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|[^\P{Zs} ]/u;

const plain = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();

/** What is left where each letter is replaced by the one it looks like. */
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
