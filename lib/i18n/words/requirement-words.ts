// Needs and offers in words: amounts with their unit, figures that round nothing away.
import { decimalOf } from "@/lib/domain/base/amount";
import type { OfferHindrance } from "@/lib/domain/requirements/offer";
import type { Requirement, RequirementCode } from "@/lib/domain/requirements/requirement";
import type { RequirementCoverage } from "@/lib/domain/requirements/requirement-coverage";
import type { CoverageFigure } from "@/lib/domain/requirements/strength-figures";
import type { Amount, Measure, QuantityRange } from "@/lib/domain/requirements/quantity-range";
import { limitEnd, type Limit } from "@/lib/domain/pledge/measure";
import { UNITS } from "@/lib/domain/pledge/quantity";
import { quantityWords, sumWords } from "./domain-words";
import { numberInWords } from "../numbers";
import { translator } from "../translator";
import { dayInWords } from "../dates";

const say = translator("domain");

/** "15,000", "GBP 200 million": money in millions if that is exact. */
export function figureWords(amount: Amount, measure: Measure): string {
  if ("currency" in measure) return moneyFigure(decimalOf(amount), measure.currency);
  return numberInWords(Number(decimalOf(amount)));
}

/** "15,000 people", "GBP 200 million". */
export function amountWords(amount: Amount, measure: Measure): string {
  if ("currency" in measure) return figureWords(amount, measure);
  return `${figureWords(amount, measure)} ${unitWords(amount, measure)}`;
}

/** "people"; empty for money, whose figure includes the currency. */
export const unitWords = (amount: Amount, measure: Measure): string =>
  "unit" in measure ? say(`unit.${measure.unit}`, { n: Number(decimalOf(amount)) }) : "";

/** "100–200", "about 300", "up to 300", "at least about 500". */
export function spanWords({ low, high, about }: QuantityRange, measure: Measure): string {
  const approximately = (amount: string): string => (about ? say("about", { amount }) : amount);
  const from = figureWords(low, measure);
  if (high === null) return say("atLeast", { from: approximately(from) });
  if (low === 0n && high > 0n) return say("upTo", { amount: approximately(figureWords(high, measure)) });
  return approximately(low === high ? from : say("fromTo", { from, to: figureWords(high, measure) }));
}

/** "0", "100–200, and 1 sealed". Offers without a number appear as a "+?" next to it. */
export function figureLine(figure: CoverageFigure, measure: Measure): string {
  const numbers = spanWords(figure, measure);
  return figure.sealed === 0 ? numbers : say("andSealed", { numbers, n: figure.sealed });
}

export function neededByWords({ day, date }: Requirement["neededBy"]): string {
  if (day !== null) return say("neededBy.day", { day });
  return date === null ? say("neededBy.none") : say("neededBy.date", { date: dayInWords(date) });
}

export const hindranceWords = (one: OfferHindrance): string =>
  say(`hindrance.${one.what}`, {
    caveat: one.what === "caveat" ? say(`caveat.${one.caveat}`) : "",
    reason: one.what === "stated" ? one.reason : "",
  });

export function requirementItemWords(
  code: RequirementCode,
  { shortfall, measure, firm }: Pick<RequirementCoverage, "shortfall" | "measure" | "firm">,
): { what: string; resolvedBy: string } {
  const open = amountWords(shortfall, measure);
  const values = { shortfall: firm.sealed > 0 ? say("atMost", { amount: open }) : open };
  return {
    what: say(`requirementItem.${code}.what`, values),
    resolvedBy: say(`requirementItem.${code}.resolvedBy`),
  };
}

function moneyFigure(amount: string, currency: string): string {
  const [whole = "0", part = ""] = amount.split(".");
  if (part !== "" || whole.length < 7 || !/0{4}$/.test(whole)) return sumWords(amount, currency);
  const millions = Number(whole) / 1_000_000;
  return say("millions", { currency, n: numberInWords(millions, { maximumFractionDigits: 2 }) });
}

/** "400 people", "CAD 200,000,000": an exact decimal of a unit or a currency. */
export function measuredWords(amount: string, measure: string): string {
  const unit = UNITS.find((one) => one === measure);
  if (unit === undefined) return sumWords(amount, measure);
  const n = Number(amount);
  return quantityWords({ kind: "EXACT", min: n, max: n, unit, asStated: null });
}

/** What a mandate allows at most: "3,000 people, EUR 2,000,000,000". */
export const limitsWords = (limits: readonly Limit[]): string =>
  limits
    .map(limitEnd)
    .map(({ most, measure }) => measuredWords(most, measure))
    .join(", ");
