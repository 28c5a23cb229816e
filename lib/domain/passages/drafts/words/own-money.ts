import type { Language } from "../../../base/language";
import type { OwnMoney } from "../../../import/amounts/find";

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

/** Of the first that has one of its own. In Ukrainian a plain dollar of any other is American. */
export const ownMoneyOf = (codes: readonly string[], language: Language): OwnMoney => ({
  ...(language === "uk" ? { dollar: "USD" } : {}),
  ...codes.map((code) => OWN_MONEY[code]).find((one) => one !== undefined),
});

export const PLAIN_MONEY = /[$¥]|dollar|kr[oó]n|crown|couronne|francs(?![\p{L}])|долар|крон|франк/iu;
