// Whole numbers below a thousand million in words, to test the reader of numbers.
export type Spelled = "en" | "fr" | "uk";

const list = (words: string): string[] => words.split(" ");

const EN = list(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
);
const EN_TENS = list("- - twenty thirty forty fifty sixty seventy eighty ninety");
const FR = list(
  "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf",
);
const FR_TENS = list("- - vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt");
const UK = list(
  "нуль один два три чотири п’ять шість сім вісім дев’ять десять одинадцять дванадцять тринадцять чотирнадцять п’ятнадцять шістнадцять сімнадцять вісімнадцять дев’ятнадцять",
);
const UK_TENS = list("- - двадцять тридцять сорок п’ятдесят шістдесят сімдесят вісімдесят дев’яносто");
const UK_HUNDREDS = list("- сто двісті триста чотириста п’ятсот шістсот сімсот вісімсот дев’ятсот");

export const spelled = (n: number, language: Spelled): string =>
  ({ en: english, fr: french, uk: ukrainian })[language](n);

const joined = (...parts: string[]): string => parts.filter((part) => part !== "").join(" ");

function english(n: number): string {
  const hundred = (of: number): string => {
    const rest = of % 100;
    const low =
      rest < 20
        ? EN[rest]
        : `${EN_TENS[Math.floor(rest / 10)] ?? ""}${rest % 10 ? `-${EN[rest % 10] ?? ""}` : ""}`;
    const high = of >= 100 ? `${EN[Math.floor(of / 100)] ?? ""} hundred` : "";
    return rest === 0 ? high : joined(high, high === "" ? "" : "and", low ?? "");
  };
  return groups(
    n,
    hundred,
    (count) => `${hundred(count)} million`,
    (count) => `${hundred(count)} thousand`,
  );
}

function french(n: number): string {
  const below = (of: number): string => {
    if (of < 20) return FR[of] ?? "";
    const ten = Math.floor(of / 10);
    const rest = of - 10 * (ten === 7 || ten === 9 ? ten - 1 : ten);
    const word = FR_TENS[ten] ?? "";
    if (rest === 0) return ten === 8 ? "quatre-vingts" : word;
    const and = (rest === 1 || rest === 11) && ten < 8;
    return and ? `${word} et ${FR[rest] ?? ""}` : `${word}-${FR[rest] ?? ""}`;
  };
  const hundred = (of: number): string => {
    const [high, rest] = [Math.floor(of / 100), of % 100];
    const word = high === 0 ? "" : high === 1 ? "cent" : `${FR[high] ?? ""} cent${rest === 0 ? "s" : ""}`;
    return rest === 0 ? word : joined(word, below(rest));
  };
  const thousands = (count: number): string => (count === 1 ? "mille" : `${hundred(count)} mille`);
  return groups(n, hundred, (count) => `${hundred(count)} million${count > 1 ? "s" : ""}`, thousands);
}

function ukrainian(n: number): string {
  const hundred = (of: number, isFeminine = false): string => {
    const rest = of % 100;
    const unit = (one: number): string =>
      isFeminine && one === 1 ? "одна" : isFeminine && one === 2 ? "дві" : (UK[one] ?? "");
    const low =
      rest < 20
        ? rest === 0
          ? ""
          : unit(rest)
        : joined(UK_TENS[Math.floor(rest / 10)] ?? "", rest % 10 ? unit(rest % 10) : "");
    return joined(of >= 100 ? (UK_HUNDREDS[Math.floor(of / 100)] ?? "") : "", low);
  };
  const form = (count: number, one: string, few: string, many: string): string =>
    ({ one, few })[new Intl.PluralRules("uk").select(count) as "one" | "few"] ?? many;
  return groups(
    n,
    (of) => hundred(of),
    (count) => `${hundred(count)} ${form(count, "мільйон", "мільйони", "мільйонів")}`,
    (count) => `${hundred(count, true)} ${form(count, "тисяча", "тисячі", "тисяч")}`,
  );
}

function groups(
  n: number,
  units: (of: number) => string,
  millions: (count: number) => string,
  thousands: (count: number) => string,
): string {
  const [high, middle, low] = [Math.floor(n / 1e6), Math.floor(n / 1e3) % 1e3, n % 1e3];
  return joined(
    high > 0 ? millions(high) : "",
    middle > 0 ? thousands(middle) : "",
    low > 0 ? units(low) : "",
  );
}
