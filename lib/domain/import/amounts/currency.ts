// An amount's currency by code, sign or name. A plain dollar or crown is ambiguous.
import { wordKey } from "../cells/cell";
import { isHyphen, type TextToken } from "./tokens";

/** A currency next to a number. */
export interface Priced {
  /** Null: several currencies share the sign or name. */
  currency: string | null;
  /** The token where its words begin or end. */
  at: number;
}

/** Before the number at this token: "£", "EUR". */
export function pricedBefore(tokens: readonly TextToken[], at: number): Priced | null {
  const token = tokens[at - 1];
  if (!token || (token.is !== "sign" && token.is !== "word") || tokens[at]?.first) return null;
  // "US $2 billion".
  const apart = token.text === "$" && !token.first ? SIGNS[`${tokens[at - 2]?.text ?? ""}$`] : undefined;
  if (apart !== undefined) return { currency: apart, at: at - 2 };
  const currency = token.is === "sign" || token.text.length === 3 ? currencyNamed(token.text) : undefined;
  return currency === undefined ? null : { currency, at: at - 1 };
}

/** After the number that ends before this token: "€", "euros", "de dollars canadiens". */
export function pricedAfter(tokens: readonly TextToken[], at: number): Priced | null {
  const joined = JOINING.test(tokens[at]?.key ?? "") || isHyphen(tokens, at) ? 1 : 0;
  const from = at + joined;
  if (!mayName(tokens[from])) return null;
  for (let length = Math.min(MOST_WORDS, tokens.length - from); length > 0; length -= 1) {
    const named = tokens.slice(from, from + length);
    const [first, last] = [named[0], named.at(-1)];
    if (!first || !last || named.some(({ first: isFirst }) => isFirst)) continue;
    if (length > 1 && named.some(({ is, key }) => is !== "word" && key !== ".")) continue;
    // "U.S. dollars" may contain a full stop; the one after "euros" isn't part of the name.
    if (last.is === "mark") continue;
    const currency = currencyNamed(length === 1 ? first.text : named.map(({ key }) => key).join(" "));
    if (currency !== undefined) return { currency, at: from + length };
  }
  return null;
}

const mayName = (token: TextToken | undefined): boolean =>
  token !== undefined &&
  (token.is === "sign" ||
    (token.is === "word" && (token.text.length === 3 || BEGINNINGS.has(wordKey(token.key)))));

const MOST_WORDS = 5;
const JOINING = /^(?:de|d'|of)$/;

/** Undefined: not a currency; null: several currencies. */
export function currencyNamed(word: string): string | null | undefined {
  const sign = SIGNS[word.toUpperCase()];
  if (sign !== undefined) return sign;
  const code = word.toUpperCase();
  // "All 5" isn't an amount in leks.
  if (/^[A-Z]{3}$/.test(code) && codes().has(code) && (word === code || code in NAMED)) return code;
  return NAMES.get(wordKey(word));
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
  GBP: "pound|pounds|pounds sterling|british pounds|sterling|фунт|фунтів|фунти|фунтів стерлінгів|фунти стерлінгів|британських фунтів|livres|livre sterling|livres sterling",
  UAH: "hryvnia|hryvnias|гривня|гривні|гривень|грн",
  PLN: "zloty|zlotys|polish zloty|polish zlotys|złoty|złotych|zł|злотих|польських злотих|злоті",
  USD: "us dollars|u s dollars|american dollars|dollars américains|dollars des états unis|доларів сша|долари сша|долар сша|дол сша|американських доларів|американські долари",
  CAD: "canadian dollars|dollars canadiens|канадських доларів|канадські долари",
  AUD: "australian dollars|dollars australiens|австралійських доларів|австралійські долари",
  NZD: "new zealand dollars|dollars néo zélandais|новозеландських доларів",
  NOK: "norwegian kroner|norwegian krone|norwegian crowns|norske kroner|couronnes norvégiennes|норвезьких крон|норвезькі крони",
  SEK: "swedish kronor|swedish krona|swedish kronas|swedish crowns|svenska kronor|couronnes suédoises|шведських крон|шведські крони",
  DKK: "danish kroner|danish krone|danish crowns|danske kroner|couronnes danoises|данських крон|данські крони",
  CZK: "czech crowns|czech koruna|czech korunas|korun českých|kč|couronnes tchèques|чеських крон|чеські крони",
  JPY: "yen|yens|japanese yen|єн|єни|японських єн|ієн|ієни|японських ієн",
  ISK: "icelandic krónur|icelandic kronur|icelandic króna|icelandic crowns|couronnes islandaises|ісландських крон|ісландські крони",
  CHF: "swiss francs|francs suisses|швейцарських франків",
  RON: "lei|romanian lei|lei roumains|леїв|леї|румунських леїв",
  TRY: "turkish lira|turkish liras|livres turques|турецьких лір|лір",
};
const NAMES: ReadonlyMap<string, string | null> = new Map<string, string | null>([
  ...Object.entries(NAMED).flatMap(([code, words]) =>
    words.split("|").map((word): [string, string] => [wordKey(word), code]),
  ),
  ...[
    "dollar",
    "dollars",
    "долар",
    "доларів",
    "долари",
    "kr",
    "kroner",
    "kronor",
    "crowns",
    "couronnes",
    "крон",
    "крони",
    "francs",
    "франків",
  ].map((word): [string, null] => [wordKey(word), null]),
]);

const BEGINNINGS = new Set([...NAMES.keys()].map((words) => words.split(" ")[0] ?? ""));

let known: ReadonlySet<string> | null = null;
const codes = (): ReadonlySet<string> => (known ??= new Set(Intl.supportedValuesOf("currency")));
