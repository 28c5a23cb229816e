import { values } from "./cursor";
import type { NumeralWords } from "./numeral-words";

/** "п'ять" in its cases. */
const UNITS = values({
  1: "один одна одне одну одного однієї одної одному одній одним однією",
  2: "два дві двох двом двома двоє",
  3: "три трьох трьом трьома троє",
  4: "чотири чотирьох чотирьом чотирма четверо",
  5: "п'ять п'яти п'ятьох п'ятьом п'ятьма п'ятьома п'ятеро",
  6: "шість шести шістьох шістьом шістьма шістьома шестеро",
  7: "сім семи сімох сімом сімома семеро",
  8: "вісім восьми вісьмох вісьмом вісьма вісьмома восьмеро",
  9: "дев'ять дев'яти дев'ятьох дев'ятьом дев'ятьма дев'ятьома дев'ятеро",
});

const cases = (stem: string): string =>
  ["ь", "и", "ьох", "ьом", "ьма", "ьома"].map((end) => `${stem}${end}`).join(" ");

const TEENS = values({
  10: cases("десят"),
  11: cases("одинадцят"),
  12: cases("дванадцят"),
  13: cases("тринадцят"),
  14: cases("чотирнадцят"),
  15: cases("п'ятнадцят"),
  16: cases("шістнадцят"),
  17: cases("сімнадцят"),
  18: cases("вісімнадцят"),
  19: cases("дев'ятнадцят"),
});
const ofTens = (stem: string): string =>
  `${stem} ${["и", "ьох", "ьом", "ьма", "ьома"].map((end) => `${stem}${end}`).join(" ")}`;
const TENS = values({
  20: cases("двадцят"),
  30: cases("тридцят"),
  40: "сорок сорока",
  50: ofTens("п'ятдесят"),
  60: ofTens("шістдесят"),
  70: ofTens("сімдесят"),
  80: ofTens("вісімдесят"),
  90: "дев'яносто дев'яноста",
});
const HUNDREDS = values({
  100: "сто ста",
  200: "двісті двохсот двомстам двомастами двохстах",
  300: "триста трьохсот трьомстам трьомастами трьохстах",
  400: "чотириста чотирьохсот чотирьомстам чотирмастами чотирьохстах",
  500: "п'ятсот п'ятисот п'ятистам п'ятьмастами п'ятистах",
  600: "шістсот шестисот шестистам шістьмастами шестистах",
  700: "сімсот семисот семистам сьомастами семистах",
  800: "вісімсот восьмисот восьмистам вісьмастами восьмистах",
  900: "дев'ятсот дев'ятисот дев'ятистам дев'ятьмастами дев'ятистах",
});
const scale = (stem: string): string =>
  ["", "а", "у", "и", "і", "ів", "ом", "ам", "ами", "ах"].map((end) => `${stem}${end}`).join(" ");
const SCALES = values({
  1e3: "тисяча тисячі тисячу тисяч тисячею тисячам тисячами тисячах тис",
  1e6: `${scale("мільйон")} млн`,
  1e9: `${scale("мільярд")} млрд`,
  1e12: `${scale("трильйон")} трлн`,
});

const group = (size: number): { size: number; isLoose: boolean } => ({ size, isLoose: false });

export const UKRAINIAN_NUMERALS: NumeralWords = {
  belowThousand(words) {
    const hundreds = words.take(HUNDREDS);
    const tens = words.take(TENS);
    const rest = tens === null ? (words.take(TEENS) ?? words.take(UNITS)) : words.take(UNITS);
    return hundreds === null && tens === null && rest === null
      ? null
      : (hundreds ?? 0) + (tens ?? 0) + (rest ?? 0);
  },
  one: () => null,
  fraction: (words) =>
    words.takes("пів")
      ? 50
      : words.takes("чверть")
        ? 25
        : words.takes("півтора") || words.takes("півтори")
          ? 150
          : null,
  andHalf: (words) => words.takes("з", "половиною") || words.takes("із", "половиною"),
  scales: SCALES,
  // "тисячі" alone is thousands, and after "до" or "близько" one thousand.
  bare: {
    тисяча: "alone",
    тисячу: "alone",
    тисячі: "qualified",
    мільйон: "alone",
    мільйона: "qualified",
    мільярд: "alone",
    мільярда: "qualified",
    трильйон: "alone",
    трильйона: "qualified",
    сотня: "qualified",
    сотню: "qualified",
    сотні: "qualified",
    десяток: "qualified",
    десятка: "qualified",
  },
  groups: {
    сотня: group(100),
    сотню: group(100),
    сотні: group(100),
    сотень: group(100),
    десяток: group(10),
    десятка: group(10),
    десятки: group(10),
    десятків: group(10),
    дюжина: group(12),
    дюжину: group(12),
    дюжини: group(12),
  },
  whole: {
    півсотні: 50,
    півтораста: 150,
    півтисячі: 500,
    півмільйона: 500_000,
    півмільярда: 500_000_000,
  },
  words: [UNITS, TEENS, TENS, HUNDREDS].flatMap((table) => Object.keys(table)),
  vague: "кілька декілька кількох декількох десятки сотні тисячі багато чимало низка пара пару".split(" "),
};
