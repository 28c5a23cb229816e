// Amounts: numbers with units or currencies, amounts in words, withheld numbers, and things without a number.
import type { NamedThings } from "../import/amounts/counted";
import { amountsStated, type OwnMoney } from "../import/amounts/find";
import { tokensOf, type TextToken } from "../import/amounts/tokens";
import { unitNamed } from "../import/amounts/units";
import { vagueAmounts } from "../import/amounts/vague";
import type { Quantity } from "../pledge/quantity";
import { LANGUAGE_RULES } from "./rules";
import { TakenSpans, type TextSpan, matchesIn } from "../base/sentences";
import { spansOf, type Suggestion } from "./suggestion";

/** `taken`: spans already matched as something else, such as days. */
export function amountsIn(
  text: string,
  taken: readonly TextSpan[],
  own: OwnMoney = {},
  things?: NamedThings,
): Suggestion[] {
  const places = new TakenSpans(text, taken);
  const tokens = tokensOf(text);
  const found: Suggestion[] = [];
  for (const one of [
    ...amountsStated(text, tokens, own, things),
    ...inWords(text, tokens),
    ...sealedIn(text),
    ...unnumbered(text),
  ]) {
    if (places.has(one)) continue;
    places.add(one);
    found.push(one);
  }
  return found;
}

const inWords = (text: string, tokens: readonly TextToken[]): Suggestion[] =>
  vagueAmounts(text, tokens).map((one) => ({ ...one, type: "quantity" }));

const SIZE = String.raw`(?:size|number|numbers|figure|figures|strength|scale)`;
const SEALED = new RegExp(
  String.raw`\b(?:keeps?|kept|keeping) (?:the|its|their|this) ${SIZE}[^.,;]{0,40}? (?:to itself|to themselves|secret|confidential|sealed)` +
    String.raw`|\b(?:will not|would not|did not|does not|declined to|refused to) (?:give|name|disclose|say|state|publish|reveal) (?:the |its |a |any )?${SIZE}\b`,
  "giu",
);

const sealedIn = (text: string): Suggestion[] =>
  [SEALED, ...LANGUAGE_RULES.map(({ sealed }) => sealed)]
    .flatMap((pattern) => spansOf(text, pattern))
    .map(({ start, end }) => ({
      start,
      end,
      type: "quantity",
      value: { kind: "SEALED", min: null, max: null, unit: "PERSON", asStated: null },
    }));

/** "Gripen aircraft": the thing without a number. The name is inside a sentence and isn't a nationality. */
const MODEL = /(?<=[\p{Ll},;] )\p{Lu}[\p{L}\d-]{1,40}(?: \p{Lu}?[\d-]{1,10}\w{0,10})? (\p{Ll}{1,40})/gu;

function unnumbered(text: string): Suggestion[] {
  return [MODEL, ...LANGUAGE_RULES.map(({ model }) => model)]
    .flatMap((pattern) => matchesIn(text, pattern))
    .flatMap(({ index, 0: words, 1: noun = "" }) => {
      const unit = unitNamed(noun);
      const isThing = unit !== null && ["AIRCRAFT", "SHIP", "SYSTEM", "ROUND"].includes(unit);
      if (!isThing || ADJECTIVE.test(words)) return [];
      const value: Quantity = { kind: "NOT_STATED", min: null, max: null, unit, asStated: null };
      return [{ start: index, end: index + words.length, type: "quantity" as const, value }];
    });
}

const ADJECTIVE =
  /^(?:\p{Lu}\p{L}*(?:ish|ian|ean|ese)|French|Dutch|Greek|Czech|German|Croat|Slovak|American|Western|Soviet) /u;
