// Finds amounts in running text. An amount counts only if all of it can be read: the number, its bounds, and its unit.
// Anything ambiguous is left alone.
import { type NumberedKind, type Quantity, type Unit, LARGEST_QUANTITY } from "../../pledge/quantity";
import { decimalText, ONE } from "./digits";
import { isYearText, mayBegin, mayEnd } from "./around";
import { countedAfter, thingAfter, type NamedThings } from "./counted";
import { boundAfter, isArticleAt, statedNumberAt, wholeNumber, type StatedNumber } from "./stated-number";
import { sumFrom } from "./money";
import type { Money } from "../../pledge/money";
import { isNumeral } from "./numeral";
import type { AmountBound } from "./qualifiers";
import { keysOf, phraseAt, phrases, type TextToken } from "./tokens";

export type Found = { start: number; end: number } & (
  | { type: "quantity"; value: Quantity }
  | { type: "money"; value: Money }
);

/** A text with more numbers is a table: use the import. */
const MOST_NUMBERS = 2_000;

/** `tokens`: those of `text`. */
export function amountsStated(
  text: string,
  tokens: readonly TextToken[],
  own: OwnMoney = NO_MONEY,
  things: NamedThings | null = null,
): Found[] {
  const found: Found[] = [];
  let numbers = 0;
  let behind = 0;
  let opened: { to: number; isFound: boolean } | null = null;
  for (let at = 0; at < tokens.length && numbers < MOST_NUMBERS; at += 1) {
    if (at < behind || countsNothing(tokens, at)) continue;
    const measured = statedNumberAt(tokens, at, false);
    if (!measured) {
      // "several thousand", "тисяч шість": a phrase without a leading number is no amount.
      if (isNumeral(tokens[at])) behind = endOfRun(tokens, at + 1);
      continue;
    }
    if (!measured.ok || !isArticleAt(tokens, measured.value)) numbers += 1;
    const measure = measured.ok ? raisedTo(tokens, measured.value) : null;
    // "from 300 soldiers to 500 soldiers" states neither.
    const isUpperEnd: boolean = opened !== null && measure !== null && endsRange(tokens, opened.to, measure);
    if (isUpperEnd && opened?.isFound) found.pop();
    const one: { found: Found; to: number } | null =
      measure && !isUpperEnd ? amountOf(text, tokens, withOwn(tokens, measure, own), things) : null;
    if (one) found.push(one.found);
    opened =
      measure && measure.opens !== null
        ? { to: countedAfter(tokens, measure)?.to ?? measure.to, isFound: one !== null }
        : null;
    behind = one?.to ?? endOfFailed(tokens, at, measure);
  }
  return found;
}

/** "збільшити допомогу до 700 млн": to that, not up to it. */
function raisedTo(tokens: readonly TextToken[], measure: StatedNumber): StatedNumber {
  const { from, bound } = measure;
  const raises =
    bound === "UP_TO" &&
    tokens[from]?.key === "до" &&
    RAISES.test(keysOf(tokens, Math.max(0, from - BEFORE_RAISED), from));
  return raises ? { ...measure, from: from + 1, bound: null } : measure;
}
const BEFORE_RAISED = 7;
const RAISES =
  /(?:^| )(?:збільш|підвищ|наростит|нарощ|довед|доводит|довест|підніс|піднім|підня|розшир|скорот|зменш|зрост)\p{L}*(?: |$)/u;

/** The currencies that a participant calls "dollars" or "crowns", where the participant is known. */
export type OwnMoney = Readonly<{ dollar?: string; crown?: string; yen?: string; franc?: string }>;
const NO_MONEY: OwnMoney = {};

function withOwn(tokens: readonly TextToken[], measure: StatedNumber, own: OwnMoney): StatedNumber {
  if (measure.currency !== null) return measure;
  const words = keysOf(tokens, Math.max(0, measure.from - 1), measure.to);
  const [name] = OWN.find(([, pattern]) => pattern.test(words)) ?? [];
  const currency = name === undefined ? undefined : own[name];
  return currency === undefined ? measure : { ...measure, currency };
}

const OWN: readonly (readonly [keyof OwnMoney, RegExp])[] = [
  ["dollar", /\$|dollar|долар/u],
  ["crown", /(?:^| )(?:kr|kron|crown|couronne|крон)/u],
  ["yen", /¥/u],
  ["franc", /(?:^| )(?:francs|франків)(?: |$)/u],
];

/** Whether this ends an open range, after its unit. */
const endsRange = (tokens: readonly TextToken[], to: number, { from, number }: StatedNumber): boolean =>
  phraseAt(tokens, to, JOINS_COUNTED) > 0 && (from === to || (from === to + 1 && from <= number));

const JOINS_COUNTED = phrases("to|and|à|et|до|і|та|й|bis|und");

/** "a" before a word that no article counts. */
function countsNothing(tokens: readonly TextToken[], at: number): boolean {
  if (!/^an?$/.test(tokens[at]?.key ?? "")) return false;
  return !tokens.slice(at + 1, at + FAR).some(({ key }) => COUNTED_BY_ARTICLES.has(key));
}

const FAR = 8;
const COUNTED_BY_ARTICLES = new Set(
  "destroyer submarine minehunter minesweeper tug tugboat tanker warship cutter ferry barge fighter gunship battery system radar launcher company battalion battlegroup group brigade aircraft plane jet helicopter ship vessel frigate corvette hundred thousand million billion trillion dozen quarter".split(
    " ",
  ),
);

/** A year ends no run: "in 2026 3,000 soldiers". */
const endOfFailed = (tokens: readonly TextToken[], at: number, measure: StatedNumber | null): number =>
  isYearText(tokens[at]?.text ?? "") ? at + 1 : endOfRun(tokens, measure?.last.end ?? at + 1);

function endOfRun(tokens: readonly TextToken[], at: number): number {
  let end = at;
  while (isNumeral(tokens[end]) && !tokens[end]?.first) end += 1;
  return end;
}

function amountOf(
  text: string,
  tokens: readonly TextToken[],
  measure: StatedNumber,
  things: NamedThings | null,
): { found: Found; to: number } | null {
  if (!mayBegin(tokens, measure)) return null;
  const { currency } = measure;
  if (currency === null) return null;
  const counted =
    currency === undefined ? (countedAfter(tokens, measure) ?? thingAfter(tokens, measure, things)) : null;
  if (currency === undefined && !counted) return null;
  const inner = counted?.to ?? measure.to;
  const after = boundBehind(tokens, inner);
  const to = after?.at ?? inner;
  if (!mayEnd(tokens, to)) return null;
  if (after && measure.bound !== null && after.bound !== measure.bound) return null;
  const kind = kindOf(measure, after?.bound ?? measure.bound);
  const place = spanOf(tokens, measure.from, to);
  const asStated = text.slice(place.start, place.end);
  const value = kind && (counted ? quantityOf(measure, kind, counted.unit) : null);
  if (kind === null) return null;
  if (counted) return value && { found: { ...place, type: "quantity", value: { ...value, asStated } }, to };
  const money = currency === undefined ? null : moneyOf(measure, { kind, currency, asStated });
  return money && { found: { ...place, type: "money", value: money }, to };
}

/** Also after a comma, if nothing follows that it could belong to: "200 soldiers, at most". */
function boundBehind(tokens: readonly TextToken[], at: number): { bound: AmountBound; at: number } | null {
  const close =
    boundAfter(tokens, at) ?? (AGREES.test(tokens[at]?.key ?? "") ? boundAfter(tokens, at + 1) : null);
  const found = close ?? (tokens[at]?.key === "," ? boundAfter(tokens, at + 1) : null);
  const next = found ? tokens[found.at] : undefined;
  return found && (next === undefined || next.first || next.is === "mark" || close !== null) ? found : null;
}

/** "2 500 soldats alliés au plus". */
const AGREES = /^\p{L}+(?:és|ées|ens|ois|ais|iers|ques)$/u;

const spanOf = (tokens: readonly TextToken[], from: number, to: number): { start: number; end: number } => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[to - 1]?.end ?? 0,
});

/** A range with a bound, other than "about", can't be stored as a number. */
function kindOf({ high }: Pick<StatedNumber, "high">, bound: AmountBound | null): NumberedKind | null {
  if (high !== null) return bound === null || bound === "ABOUT" ? "RANGE" : null;
  return bound === null ? "EXACT" : bound === "ABOUT" ? "APPROXIMATE" : bound;
}

/** Ends this far apart aren't a range. */
const WIDEST = 100n;

const isWide = ({ low, high }: StatedNumber): boolean =>
  high !== null && (low >= high || low * WIDEST <= high);

function quantityOf(
  measure: StatedNumber,
  kind: NumberedKind,
  unit: Unit,
): Omit<Quantity, "asStated"> | null {
  const low = wholeNumber(measure.low);
  const high = measure.high === null ? low : wholeNumber(measure.high);
  if (low === null || high === null || low < 1 || isWide(measure) || high >= LEAST_ODD) return null;
  return { kind, ...endsOf(kind, low, high), unit };
}

/** There aren't billions of soldiers or shells; the register can't hold that many either. */
const LEAST_ODD = Math.min(1_000_000_000, LARGEST_QUANTITY);

function moneyOf(
  measure: StatedNumber,
  stated: { kind: NumberedKind; currency: string; asStated: string },
): Money | null {
  if (measure.low < ONE / 100n || isWide(measure)) return null;
  const low = decimalText(measure.low);
  return sumFrom({ ...stated, low, high: measure.high === null ? low : decimalText(measure.high) });
}

/** As an interval: "up to" begins at zero. */
export const endsOf = (
  kind: NumberedKind,
  low: number,
  high: number,
): { min: number; max: number | null } => ({
  min: kind === "UP_TO" ? 0 : low,
  max: kind === "AT_LEAST" ? null : high,
});
