import type { Cursor } from "./cursor";

/** How one language writes numbers out. */
export interface NumeralWords {
  /** A number below a thousand, with the words that it is made of. */
  belowThousand: (words: Cursor) => number | null;
  /** An article that counts as one: "a million". */
  one: (words: Cursor) => number | null;
  /** "half a" million, "півтора" million: hundredths. */
  fraction: (words: Cursor) => number | null;
  /** "one and a half" million, "un million et demi". */
  andHalf: (words: Cursor) => boolean;
  scales: Readonly<Record<string, number>>;
  /** Which of them count without a number before them: by themselves, or after "up to", "about" and the like. */
  bare: Readonly<Record<string, "alone" | "qualified">>;
  /** "two dozen", "une centaine de": loose ones are about that many. */
  groups: Readonly<Record<string, { size: number; isLoose: boolean }>>;
  /** Numbers of a single word that nothing is added to. */
  whole: Readonly<Record<string, number>>;
  /** All words that only numbers have. */
  words: readonly string[];
  /** What makes a size of a number: "several". */
  vague: readonly string[];
}
