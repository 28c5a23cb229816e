import { values, type Cursor } from "./cursor";
import type { NumeralWords } from "./numeral-words";

const UNITS = values({
  1: "one",
  2: "two",
  3: "three",
  4: "four",
  5: "five",
  6: "six",
  7: "seven",
  8: "eight",
  9: "nine",
});
const TEENS = values({
  10: "ten",
  11: "eleven",
  12: "twelve",
  13: "thirteen",
  14: "fourteen",
  15: "fifteen",
  16: "sixteen",
  17: "seventeen",
  18: "eighteen",
  19: "nineteen",
});
const TENS = values({
  20: "twenty",
  30: "thirty",
  40: "forty",
  50: "fifty",
  60: "sixty",
  70: "seventy",
  80: "eighty",
  90: "ninety",
});
const SCALES = values({
  1e3: "thousand",
  1e6: "million millions",
  1e9: "billion billions",
  1e12: "trillion trillions",
});

function belowHundred(words: Cursor): number | null {
  const tens = words.take(TENS);
  if (tens !== null) return tens + (words.take(UNITS) ?? 0);
  return words.take(TEENS) ?? words.take(UNITS);
}

export const ENGLISH_NUMERALS: NumeralWords = {
  belowThousand(words) {
    if (words.takes("a", "hundred")) return 100 + more(words);
    const lead = belowHundred(words);
    if (lead === null || lead > 19 || !words.takes("hundred")) return lead;
    return lead * 100 + more(words);
  },
  one: (words) =>
    words.tryTo(() => ((words.takes("a") || words.takes("an")) && !NOT_ONE.has(words.key) ? 1 : null)),
  fraction: (words) =>
    words.takes("half", "a")
      ? 50
      : words.takes("a", "quarter", "of", "a") || words.takes("quarter", "of", "a")
        ? 25
        : words.takes("three", "quarters", "of", "a")
          ? 75
          : null,
  andHalf: (words) => words.takes("and", "a", "half"),
  scales: SCALES,
  bare: {},
  groups: { dozen: { size: 12, isLoose: false }, pair: { size: 2, isLoose: false } },
  whole: {},
  words: [UNITS, TEENS, TENS].flatMap((table) => Object.keys(table)).concat("hundred"),
  vague: "several few many couple dozens hundreds thousands tens scores countless numerous".split(" "),
};

/** "a few", "a hundred". */
const NOT_ONE = new Set(
  "hundred few couple number lot quarter half good further total maximum minimum".split(" "),
);

const more = (words: Cursor): number =>
  words.tryTo(() => {
    words.takes("and");
    return belowHundred(words);
  }) ?? 0;
