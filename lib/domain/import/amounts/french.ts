import { values, type Cursor } from "./cursor";
import type { NumeralWords } from "./numeral-words";

const ONE = values({ 1: "un une" });
const UNITS = values({
  2: "deux",
  3: "trois",
  4: "quatre",
  5: "cinq",
  6: "six",
  7: "sept",
  8: "huit",
  9: "neuf",
});
const AFTER_TEN = values({ 7: "sept", 8: "huit", 9: "neuf" });
const TEENS = values({ 11: "onze", 12: "douze", 13: "treize", 14: "quatorze", 15: "quinze", 16: "seize" });
const TENS = values({
  20: "vingt",
  30: "trente",
  40: "quarante",
  50: "cinquante",
  60: "soixante",
  70: "septante",
  80: "huitante octante",
  90: "nonante",
});
const HUNDRED = values({ 100: "cent cents" });
const SCALES = values({ 1e3: "mille mil", 1e6: "million millions", 1e9: "milliard milliards" });

const belowTwenty = (words: Cursor): number | null =>
  words.takes("dix")
    ? 10 + (words.take(AFTER_TEN) ?? 0)
    : (words.take(TEENS) ?? words.take(UNITS) ?? words.take(ONE));

function belowHundred(words: Cursor): number | null {
  const eighty = words.tryTo(() =>
    words.takes("quatre") && (words.takes("vingts") || words.takes("vingt")) ? 80 : null,
  );
  if (eighty !== null) return eighty + (belowTwenty(words) ?? 0);
  const tens = words.take(TENS);
  if (tens === null) return belowTwenty(words);
  if (words.takes("et", "onze")) return tens + 11;
  if (words.takes("et", "un") || words.takes("et", "une")) return tens + 1;
  return tens + ((tens === 60 ? belowTwenty(words) : words.take(UNITS)) ?? 0);
}

const hundreds = (words: Cursor): number | null =>
  words.takes("cent")
    ? 100
    : words.tryTo(() => {
        const count = words.take(UNITS);
        return count !== null && words.take(HUNDRED) !== null ? count * 100 : null;
      });

const group = (size: number): { size: number; isLoose: boolean } => ({ size, isLoose: true });

export const FRENCH_NUMERALS: NumeralWords = {
  belowThousand(words) {
    const lead = hundreds(words);
    return lead === null ? belowHundred(words) : lead + (belowHundred(words) ?? 0);
  },
  one: () => null,
  fraction: (words) => (words.takes("un", "demi") || words.takes("une", "demi") ? 50 : null),
  andHalf: (words) => words.takes("et", "demi") || words.takes("et", "demie"),
  scales: SCALES,
  bare: { mille: "alone" },
  groups: {
    paire: { size: 2, isLoose: false },
    dizaine: group(10),
    dizaines: group(10),
    douzaine: group(12),
    douzaines: group(12),
    quinzaine: group(15),
    vingtaine: group(20),
    trentaine: group(30),
    quarantaine: group(40),
    cinquantaine: group(50),
    soixantaine: group(60),
    centaine: group(100),
    centaines: group(100),
    millier: group(1_000),
    milliers: group(1_000),
  },
  whole: {},
  words: [UNITS, TEENS, TENS, HUNDRED].flatMap((table) => Object.keys(table)).concat("dix"),
  vague: "plusieurs quelques nombreux nombreuses maints".split(" "),
};
