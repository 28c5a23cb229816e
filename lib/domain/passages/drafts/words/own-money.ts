import { matchesIn, textIn } from "../../../base/sentences";
import { amountsIn } from "../../amounts";
import type { OwnMoney } from "../../../import/amounts/find";
import type { Suggestion } from "../../suggestion";
import type { PledgedItem } from "../statement";

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

/** The money of the first that has its own. Otherwise a dollar in words, or in Ukrainian, is American. */
export const ownMoneyOf = (codes: readonly string[], words: string): OwnMoney => ({
  ...((/\p{Script=Cyrillic}/u.test(words) || (/dollar/iu.test(words) && !words.includes("$"))) && {
    dollar: "USD",
  }),
  ...codes.map((code) => OWN_MONEY[code]).find((one) => one !== undefined),
});

/**
 * A plain dollar or crown was read as the first participant's. It is the speaker's, if the speaker has one, otherwise
 * that of whoever promises. Null if those who promise have different ones, or none.
 */
export function inOwnMoney(
  plain: string,
  speaker: string | null,
  codes: readonly string[],
  item: PledgedItem,
): PledgedItem {
  const { money } = item;
  const words = item.amount.map((span) => textIn(plain, span)).join(" ");
  if (money === null || !PLAIN_MONEY.test(words)) return item;
  if (amountsIn(words, []).some(({ type }) => type === "money")) return item;
  const named = Object.values(OWN_MONEY).flatMap((own) => Object.entries(own));
  const name = named.find(([, its]) => its === money.currency)?.[0] as keyof OwnMoney | undefined;
  if (name === undefined || (speaker !== null && OWN_MONEY[speaker]?.[name] !== undefined)) return item;
  const meant = new Set(codes.flatMap((code) => OWN_MONEY[code]?.[name] ?? []));
  if (meant.size === 0 && ownMoneyOf([], words)[name] === money.currency) return item;
  const [currency] = meant;
  return { ...item, money: currency !== undefined && meant.size === 1 ? { ...money, currency } : null };
}

/** The currency of all sums, with the speaker's plain crowns or dollars; null: none, or several. */
export function onlyCurrency(
  plain: string,
  amounts: readonly Suggestion[],
  speaker: string | null,
): string | null {
  const found = new Set(amounts.flatMap((one) => (one.type === "money" ? [one.value.currency] : [])));
  const own = speaker !== null && PLAIN_MONEY.test(plain) ? Object.values(OWN_MONEY[speaker] ?? {}) : [];
  for (const one of own) found.add(one);
  return found.size === 1 ? ([...found][0] ?? null) : null;
}
export const PLAIN_MONEY = /[$¥]|dollar|kr[oó]n|crown|couronne|francs(?![\p{L}])|долар|крон|франк/iu;

/** "Of these, 15 billion will go to air defence": of the text's currency. */
export function bareSumsIn(words: string, from: number, currency: string | null): Suggestion[] {
  if (currency === null) return [];
  return matchesIn(words, BARE_SUM).flatMap(({ index, 0: sum }) => {
    const [read] = amountsIn(`${sum} ${currency}`, []);
    if (read?.type !== "money" || read.start !== 0) return [];
    const place = { start: from + index, end: from + index + sum.length };
    return [{ ...read, value: { ...read.value, asStated: sum }, ...place }];
  });
}
const BARE_SUM =
  /(?:(?<![\p{L}])(?:about|around|some|roughly|nearly|up to|at least|environ|quelque|près de|jusqu'à|au moins|близько|приблизно|до|щонайменше|понад) )?(?<![\p{L}\d.,€$£])\d[\d.,]*[  ](?:million|billion|millions|milliards?|мільйон\p{L}*|мільярд\p{L}*|млн|млрд)(?= (?:will|would|shall|is|are|has|have|goes?|seront|sera|serait|seraient|iront|ira|est|sont|pour|for|буде|будуть|піде|підуть|ми|уряд|на|для|отрима\p{L}+|спряму\p{L}+|виділ\p{L}+)(?![\p{L}])|[,.;]|$)/giu;
