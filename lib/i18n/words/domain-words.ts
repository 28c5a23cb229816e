// Values of the domain in words: quantities, money, fields. Labels of codes are in `messages/<language>/domain.json`.
import type { Allocated, Domain } from "@/lib/domain/pledge/contribution";
import type { Action } from "@/lib/domain/base/audit";
import type { Completeness } from "@/lib/domain/unresolved/completeness";
import { moneyEnds, type Money } from "@/lib/domain/pledge/money";
import { countedBy, wordingOf, type Quantity } from "@/lib/domain/pledge/quantity";
import { isHidden } from "@/lib/domain/pledge/sealed";
import { inSentence } from "./in-sentence";
import { centsOf, numberInWords, shortNumberInWords } from "../numbers";
import { currentLocale } from "../reader";
import { translator } from "../translator";
import { dayInWords } from "../dates";

const say = translator("domain");

/** Where there is little room: a number that can be shortened without loss is. */
export interface NumberLength {
  isShort?: boolean;
}

/**
 * "about 200 people", "“several hundred” (people)", "not stated"; in confidence "sealed number of people", or for cleared readers
 * "at least 5,000 people (sealed)".
 */
export function quantityWords(quantity: Quantity, length: NumberLength = {}): string {
  const { kind, min, max, unit, asStated } = quantity;
  const of = unit === null ? "" : say(`unit.${unit}`, { n: countedBy(quantity) });
  if (isHidden(quantity)) return say("quantity.SEALED_HIDDEN", { unit: of || "none" }).trim();
  const figures = kind === "SEALED" ? {} : length;
  return say(`quantity.${wordingOf(quantity)}`, {
    min: figure(min, figures),
    max: figure(max, figures),
    unit: of,
    asStated: asStated ?? say("quantity.NOT_STATED"),
  })
    .replace(/  +/, " ")
    .trim();
}

/** "GBP 200,000,000", "up to EUR 2,000,000,000"; in short "GBP 200m". */
export function moneyWords(money: Money, length: NumberLength = {}): string {
  const { kind, min, max, currency } = moneyEnds(money);
  const of = (amount: string | null): string => (amount === null ? "" : sumWords(amount, currency, length));
  return say(`quantity.${kind}`, { min: of(min), max: of(max), unit: "", asStated: "" }).trim();
}

/** By code, because several currencies share a sign. Exact, never rounded. */
export function sumWords(amount: string, currency: string, { isShort = false }: NumberLength = {}): string {
  const cents = centsOf(amount);
  const written = isShort && cents.maximumFractionDigits === 0 ? shortNumberInWords : numberInWords;
  return say("money", { currency, amount: written(amount as `${number}`, cents) });
}

/** "400 people, CAD 200,000,000, on 6 January 2026"; only the unit if there is no number. */
export function allocatedWords({ quantity, money, on }: Allocated): string {
  const amounts = [quantity && quantityWords(quantity), money && moneyWords(money)].filter(
    (one) => one !== null,
  );
  return say("allocatedOn", { what: amounts.length === 0 ? "none" : amounts.join(", "), on: dayInWords(on) });
}

/** "Land"; "Domain not stated", for contexts that don't say that it is the domain. */
export const domainWords = (domain: Domain): string =>
  domain === "UNSTATED" ? say("domainNotStated") : say(`domain.${domain}`);

/** "7 of 10 facts, missing: quantity, window". */
export function completenessWords({ met, of, missing }: Completeness): string {
  const facts = missing.map((fact) => say(`fact.${fact}`)).join(", ");
  return say("completeness", { met, of, missing: facts || "none" });
}

/** "Contribution 1: Quantity" for `contributions.0.quantity`; "Quantity" for `contributions.quantity`. */
export const fieldWords = (path: string): string => fieldText(path, (words) => words);

/** "contribution 1: quantity", inside a sentence. */
export const fieldInSentence = (path: string): string => inSentence(fieldText(path, inSentence));

function fieldText(path: string, form: (words: string) => string): string {
  const [list = "", place, field] = path.split(".");
  if (place === undefined || list === "says") return wordOf(list);
  if ((list !== "contributions" && list !== "evidence") || !/^\d+$/.test(place)) return wordOf(place);
  const n = Number(place) + 1;
  return field === undefined
    ? say(`lineOf.${list}`, { n })
    : say(`fieldOf.${list}`, { n, field: form(wordOf(field)) });
}

export const actionWords = (action: Action): string => say(`action.${action}`);

/**
 * Follows the actor's name: " logged the pledge". If the verb would need their gender: ": зобов’язання
 * внесено".
 */
export const deedWords = (action: Action): string => say("deed", { action: actionWords(action) });

/** "Swedish" for "sv", "not known" for "und"; the tag itself if it names no language. */
export function languageWords(tag: string): string {
  // Otherwise the platform calls it "root".
  if (tag === UNKNOWN_LANGUAGE) return say("unknownLanguage");
  try {
    return languages().of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Where nothing says that a language is meant: "language not known". */
export const languageInSentence = (tag: string): string =>
  tag === UNKNOWN_LANGUAGE ? say("unknownLanguageInSentence") : languageWords(tag);

const UNKNOWN_LANGUAGE = "und";

function languages(): Intl.DisplayNames {
  const locale = currentLocale();
  const found = named.get(locale) ?? new Intl.DisplayNames(locale, { type: "language" });
  named.set(locale, found);
  return found;
}

const named = new Map<string, Intl.DisplayNames>();

const figure = (value: number | null, { isShort = false }: NumberLength = {}): string =>
  value === null ? "" : (isShort ? shortNumberInWords : numberInWords)(value);

const wordOf = (field: string): string => say.ofCode("field", field);
