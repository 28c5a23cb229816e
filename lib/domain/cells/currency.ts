// Which currency an amount is in: by code, by sign, by name. A dollar or a crown alone is nobody's.
import { keyOf } from "./cell";

/** What stands at one of the text's ends and names a currency, and the text without it. */
export interface Priced {
  /** Null where several have that sign or name. */
  currency: string | null;
  rest: string;
}

export function pricedIn(text: string): Priced | null {
  const head = HEAD.exec(text);
  const before = head ? currencyNamed(head[1] ?? "") : undefined;
  if (head && before !== undefined) return { currency: before, rest: text.slice(head[0].length).trim() };
  for (const pattern of TAILS) {
    const tail = pattern.exec(text);
    const after = tail ? currencyNamed(tail[1] ?? "") : undefined;
    if (tail && after !== undefined) return { currency: after, rest: text.slice(0, tail.index).trim() };
  }
  return null;
}

/** Undefined: names none; null: names several. */
export function currencyNamed(word: string): string | null | undefined {
  const sign = SIGNS[word.toUpperCase()];
  if (sign !== undefined) return sign;
  const code = word.toUpperCase();
  // "All 5" is no sum of leks.
  if (/^[A-Z]{3}$/.test(code) && codes().has(code) && (word === code || code in NAMED)) return code;
  return NAMES.get(keyOf(word));
}

const SIGNS: Record<string, string | null> = {
  "£": "GBP",
  "€": "EUR",
  "₴": "UAH",
  "¥": null,
  $: null,
  US$: "USD",
  C$: "CAD",
  CA$: "CAD",
  A$: "AUD",
  AU$: "AUD",
  NZ$: "NZD",
  "₺": "TRY",
};

const NAMED: Record<string, string> = {
  EUR: "euro|euros|євро|ευρώ|eura|eurot",
  GBP: "pound|pounds|pounds sterling|sterling|фунт|фунтів|фунти|фунтів стерлінгів|фунти стерлінгів|livres|livre sterling|livres sterling",
  UAH: "hryvnia|hryvnias|гривня|гривні|гривень|грн",
  PLN: "zloty|złoty|złotych|zł|злотих",
  USD: "us dollars|dollars américains|доларів сша|дол сша|американських доларів",
  CAD: "canadian dollars|dollars canadiens|канадських доларів|канадські долари",
  AUD: "australian dollars|dollars australiens|австралійських доларів",
  NOK: "norwegian kroner|norske kroner",
  SEK: "swedish kronor|svenska kronor",
  DKK: "danish kroner|danske kroner",
  CZK: "czech crowns|korun českých|kč",
  JPY: "yen",
  CHF: "swiss francs",
  RON: "lei",
};
const NAMES: ReadonlyMap<string, string | null> = new Map<string, string | null>([
  ...Object.entries(NAMED).flatMap(([code, words]) =>
    words.split("|").map((word): [string, string] => [keyOf(word), code]),
  ),
  ...["dollar", "dollars", "долар", "доларів", "kr", "kroner", "kronor", "crowns", "francs"].map(
    (word): [string, null] => [keyOf(word), null],
  ),
]);

const SIGN = "(?:US|CA|C|AU|A|NZ)?\\$|[£€₴¥₺]";
const HEAD = new RegExp(`^(${SIGN}|\\p{L}{3}(?=[\\s\\d]))\\s*`, "iu");
const wordsAtEnd = (words: number): RegExp =>
  new RegExp(`(?<![\\p{L}])((?:\\p{L}+ ){${String(words - 1)}}\\p{L}+)\\.?$`, "iu");
const TAILS = [new RegExp(`(${SIGN})$`, "iu"), wordsAtEnd(3), wordsAtEnd(2), wordsAtEnd(1)];

let known: ReadonlySet<string> | null = null;
const codes = (): ReadonlySet<string> => (known ??= new Set(Intl.supportedValuesOf("currency")));
