import type { OwnMoney } from "../../../import/amounts/find";
import type { Suggestion } from "../../suggestion";

/** What each participant's own officials mean by a plain dollar, crown, franc or ¥; others say whose. */
const OWN_MONEY: Readonly<Record<string, OwnMoney>> = {
  AU: { dollar: "AUD" },
  CA: { dollar: "CAD" },
  CH: { franc: "CHF" },
  CZ: { crown: "CZK" },
  DK: { crown: "DKK" },
  IS: { crown: "ISK" },
  JP: { yen: "JPY" },
  NO: { crown: "NOK" },
  NZ: { dollar: "NZD" },
  SE: { crown: "SEK" },
  US: { dollar: "USD" },
};

/**
 * Of the first that has one of its own. A dollar of any other is American where it is written as a word, or in Ukrainian.
 */
export const ownMoneyOf = (codes: readonly string[], words: string): OwnMoney => ({
  ...((/\p{Script=Cyrillic}/u.test(words) || (/dollar/iu.test(words) && !words.includes("$"))) && {
    dollar: "USD",
  }),
  ...codes.map((code) => OWN_MONEY[code]).find((one) => one !== undefined),
});

/** The one that all sums of a text have, plain crowns of who speaks among them; null: none, or several. */
export function onlyCurrency(
  plain: string,
  amounts: readonly Suggestion[],
  speaker: string | null,
): string | null {
  const found = new Set(amounts.flatMap((one) => (one.type === "money" ? [one.value.currency] : [])));
  const crown = speaker !== null && CROWNS.test(plain) ? ownMoneyOf([speaker], "").crown : undefined;
  if (crown !== undefined) found.add(crown);
  return found.size === 1 ? ([...found][0] ?? null) : null;
}
const CROWNS = /(?<![\p{L}])(?:kron(?:er|or|a)|crowns?|couronnes?|крон)(?![\p{L}])/iu;

export const PLAIN_MONEY = /[$¥]|dollar|kr[oó]n|crown|couronne|francs(?![\p{L}])|долар|крон|франк/iu;
