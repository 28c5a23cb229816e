// Amounts in words only, "several hundred soldiers", "several billion euros": they are never made more exact.
import type { Quantity, Unit } from "../../pledge/quantity";
import { nounAfter } from "./counted";
import { pricedAfter } from "./currency";
import { isNumeral } from "./numeral";
import { phraseAt, phrases, type TextToken } from "./tokens";

const VAGUE = phrases(
  [
    "several thousand|several hundred|several dozen|several|a few thousand|a few hundred|a few dozen|a few|a number of|a couple of|many thousands of|hundreds of thousands of|tens of thousands of|hundreds of|thousands of|dozens of|many hundreds of|some hundreds of",
    "plusieurs milliers|plusieurs centaines|plusieurs dizaines|quelques milliers|quelques centaines|quelques dizaines|des dizaines de milliers|des centaines de milliers|des milliers|des centaines|des dizaines|plusieurs|quelques",
    "кілька тисяч|кілька сотень|кілька десятків|кілька|кількох|декілька тисяч|декілька сотень|декілька десятків|декілька|декількох|десятки тисяч|сотні тисяч|тисячі|сотні|десятки",
    "mehrere tausend|mehrere hundert",
  ].join("|"),
);
const SCALES = phrases(
  "million|millions|billion|billions|milliard|milliards|мільйони|мільйонів|мільярди|мільярдів|млн|млрд",
);

/** `tokens`: those of `text`. */
export function vagueAmounts(
  text: string,
  tokens: readonly TextToken[],
): { start: number; end: number; value: Quantity }[] {
  const found: { start: number; end: number; value: Quantity }[] = [];
  for (let at = 0; at < tokens.length && found.length < MOST; at += 1) {
    const length = isNumeral(tokens[at - 1]) ? 0 : phraseAt(tokens, at, VAGUE);
    const of = length === 0 ? null : meantBy(tokens, at + length);
    const [start, end] = [tokens[at]?.start, tokens[(of?.to ?? 0) - 1]?.end];
    if (!of || start === undefined || end === undefined) continue;
    const said = of.unit === null ? end : tokens[at + length - 1]?.end;
    const asStated = text.slice(start, said).replace(/ of$/, "");
    found.push({ start, end, value: { kind: "QUALITATIVE", min: null, max: null, unit: of.unit, asStated } });
    at = of.to - 1;
  }
  return found;
}

const MOST = 2_000;

/** The unit; for money everything stays in words. */
function meantBy(tokens: readonly TextToken[], at: number): { unit: Unit | null; to: number } | null {
  const from = at + (tokens[at]?.key === "de" ? 1 : 0);
  const scale = phraseAt(tokens, from, SCALES);
  const priced = scale > 0 ? pricedAfter(tokens, from + scale) : null;
  return priced
    ? { unit: null, to: priced.at }
    : nounAfter(tokens, at, { joins: true, count: null, isArticle: false });
}
