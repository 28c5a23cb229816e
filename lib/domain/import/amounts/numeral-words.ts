import type { Cursor } from "./cursor";

export interface NumeralWords {
  /** A number below a thousand in words. */
  belowThousand: (words: Cursor) => number | null;
  /** An article that counts as one: "a million". */
  one: (words: Cursor) => number | null;
  /** "half a" million, "півтора" million: hundredths. */
  fraction: (words: Cursor) => number | null;
  /** "one and a half" million, "un million et demi". */
  andHalf: (words: Cursor) => boolean;
  scales: Readonly<Record<string, number>>;
  /** Words that count without a number: alone, or after a qualifier such as "up to" or "about". */
  bare: Readonly<Record<string, "alone" | "qualified">>;
  /** "two dozen", "une centaine de": loose ones are about that many. */
  groups: Readonly<Record<string, { size: number; isLoose: boolean }>>;
  /** Single words that don't combine with others. */
  whole: Readonly<Record<string, number>>;
  /** Words used in numbers only. */
  words: readonly string[];
  /** Words that make a number vague: "several". */
  vague: readonly string[];
}
