// What headings say of all the amounts below: "million" of "Amount (million)", "€ m" and euros of "Montant / M€".
import type { CellRead } from "./cells/cell";
import { currencyNamed } from "./amounts/currency";
import { ONE } from "./amounts/digits";
import type { StatedNumber } from "./amounts/stated-number";
import { tokensOf } from "./amounts/tokens";
import { numberAtStart } from "./cells/amount";
import type { ImportColumns } from "./import-columns";

/** A scale as words that follow a number, or, after `UNCLEAR`, a heading that counts something that can't be read. */
export type HeadedScales = Partial<Record<"quantity" | "amount" | "currency", string>>;
export const UNCLEAR = "?";

export function headedScales(header: readonly string[], columns: ImportColumns): HeadedScales {
  const scales: HeadedScales = {};
  for (const field of ["quantity", "amount"] as const) {
    const heading = (header[columns[field] ?? -1] ?? "").slice(0, LONGEST_HEADING);
    const scale = scaleIn(heading, field);
    if (scale !== undefined) scales[field] = scale;
    else if (field === "amount" && COUNTS_SOMETHING.test(heading)) scales[field] = UNCLEAR + heading.trim();
  }
  const currency = currencyIn((header[columns.amount ?? -1] ?? "").slice(0, LONGEST_HEADING));
  if (currency !== undefined) scales.currency = currency;
  return scales;
}

/** The one that it names, by code, sign or name: "Amount (EUR)", "Amount in Canadian dollars". */
function currencyIn(heading: string): string | undefined {
  const named = partsOf(heading).flatMap((part) =>
    [
      part.replace(AFTER_IN, ""),
      ...part.split(/\.?\s+|\.$/).filter((word) => CODE_OR_SIGN.test(word)),
    ].flatMap((words) => currencyNamed(words) ?? []),
  );
  const [one, another] = new Set(named.filter((code) => !WORDS_NOT_CODES.test(code)));
  return another === undefined ? one : undefined;
}

const AFTER_IN = /^.*(?<!\p{L})(?:in|en|у|в) /iu;
const CODE_OR_SIGN = /^(?:[A-Z]{3}|\p{L}*\p{Sc}|[Ee]uros?|[Єє]вро)$/u;
/** "ALL AMOUNTS" isn't in leks. */
const WORDS_NOT_CODES = /^(?:ALL|CUP|MOP|SOS|TOP)$/;

/** At the end of one of its parts, "Amount in million EUR", or a whole word of it, "Millions pledged". */
function scaleIn(heading: string, field: "quantity" | "amount"): string | undefined {
  const parts = partsOf(heading).map((part) => part.split(/\.?\s+/));
  const ends = parts.flatMap((words) =>
    words.flatMap((_, from) => {
      const [first = "", ...rest] = words.slice(from);
      return [[first, ...rest].join(" "), [...rest, first].join(" ")];
    }),
  );
  const wholeWords = parts.flat().filter((word) => word.length > LONGEST_ABBREVIATION);
  return [...ends, ...wholeWords].find(
    (words) => !/\d|^b$|^mil(?: |$)/i.test(words) && scales(wholeNumberOf(`1 ${words}`), field),
  );
}

const partsOf = (heading: string): string[] =>
  apart(heading)
    .split(/[/|()[\]–—*,:_\n¹²³]+/)
    .map((part) => part.trim());

/** "€m", "EURbn", "TEUR", "£000", "in 1000": words of their own. */
const apart = (heading: string): string =>
  heading
    .replace(/(?<![\d.,])1[,\s.'’]?000[,\s.'’]?000(?![\d.,])/gu, " million ")
    .replace(/(?:(?<!\p{L})(?:in|en|x|×) ?)?(?<![\d.,])(?:1[,\s.'’]?)?['’]?000s?(?![\d.,])/giu, " thousand ")
    .replace(/(?<!\p{L})([A-Z]{3})(k|m|mn|mln|bn)(?!\p{L})/gu, "$1 $2")
    .replace(/(?<!\p{L})([MmKk])([A-Z]{3})(?!\p{L})/gu, "$1 $2")
    .replace(/(?<!\p{L})T ?(EUR|CHF|€)(?!\p{L})/gu, "thousand $1")
    .replace(/(?:US|CA|AU|NZ|[CA])?[$]|[€£₴]/gu, " $& ");

/** "mil." is a thousand in Spanish and a million in Czech. */
const COUNTS_SOMETHING =
  /%|000|per ?cent|pour ?cent|(?<!\p{L})(?:mil|hundreds?|dozens?|lakhs?|crores?|tn|trillions?|bn|billions?|mln|mio|mrd|millions?|milliards?|milliers|thousands?)(?!\p{L})|(?:тис|млн|млрд)/iu;
const LONGEST_ABBREVIATION = 3;
const LONGEST_HEADING = 100;

/** A single letter may mean metres: a scale only of money. */
export const scales = (one: StatedNumber | null, field: "quantity" | "amount"): boolean =>
  one !== null &&
  one.low > ONE &&
  !(field === "quantity" && one.first.hasLetter && one.currency === undefined);

/** Null unless the text is one number, with or without a currency. */
export function wholeNumberOf(text: string): StatedNumber | null {
  const found = readWhole(text);
  return found?.ok ? found.value : null;
}

export function readWhole(text: string): CellRead<StatedNumber> | null {
  const tokens = tokensOf(text);
  const found = numberAtStart(tokens);
  const end = tokens.at(-1)?.key === "." ? tokens.length - 1 : tokens.length;
  return !found?.ok || found.value.to >= end ? found : null;
}
