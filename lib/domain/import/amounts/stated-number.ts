// Numbers with their bounds, ranges and units, at a place of a text. The context may still rule them out.
import { quotedCell, unread, type CellRead } from "../cells/cell";
import { pricedAfter, pricedBefore } from "./currency";
import { ONE, type Fixed } from "./digits";
import { numeralAt, type Numeral } from "./numeral";
import {
  BOUNDS_AFTER,
  BOUNDS_BEFORE,
  BOUNDS_IN_CELLS,
  JOINS,
  NEUTRAL,
  OPENINGS,
  type AmountBound,
} from "./qualifiers";
import { keysOf, phraseAt, phraseBefore, type Phrases, type TextToken } from "./tokens";

export interface StatedNumber {
  /** Its tokens, the end exclusive. */
  from: number;
  to: number;
  /** The first token of its first number. */
  number: number;
  low: Fixed;
  /** Only for a range. */
  high: Fixed | null;
  bound: AmountBound | null;
  /** Undefined: no money; null: no currency is stated. */
  currency: string | null | undefined;
  /** "between", "from" and the like, without a following range. */
  opens: string | null;
  first: Numeral;
  last: Numeral;
}

/** The stated number around the numeral at this token. `isCell`: the text contains nothing else. */
export function statedNumberAt(
  tokens: readonly TextToken[],
  number: number,
  isCell: boolean,
): CellRead<StatedNumber> | null {
  const first = endAt(tokens, number);
  if (!first?.ok) return first;
  const { numeral } = first.value;
  let { from, to, currency } = first.value;
  const opening = OPENINGS.find(({ opens }) => phraseBefore(tokens, from, opens) > 0);
  const openRange = opening ? rangeEnd(tokens, to, opening.joins) : null;
  const last = openRange ?? rangeEnd(tokens, to, JOINS);
  if (last && !last.ok) return last;
  let high: Numeral | null = null;
  let low = numeral.value;
  if (last) {
    if (last.value.currency !== undefined && currency !== undefined && last.value.currency !== currency)
      return unread("two-units", { text: said(tokens, from, last.value.to) });
    high = last.value.numeral;
    low = withScaleOf(numeral, high);
    to = last.value.to;
    currency = currency === undefined ? last.value.currency : currency;
  }
  const after = boundAfter(tokens, to);
  const opener = from - 1;
  if (openRange) from = opener;
  const before = boundBefore(tokens, from, isCell);
  if (before) from = before.at;
  const own = numeral.isLoose || high?.isLoose ? "ABOUT" : null;
  const bound = before?.bound ?? after?.bound ?? own;
  if (before && after && before.bound !== after.bound)
    return unread("two-bounds", { text: said(tokens, from, after.at) });
  const opens = opening && !openRange && !before ? (tokens[opener]?.key ?? null) : null;
  return {
    ok: true,
    value: {
      ...{ from, to: after?.at ?? to, number, low, high: high?.value ?? null, bound, currency, opens },
      first: numeral,
      last: high ?? numeral,
    },
  };
}

const said = (tokens: readonly TextToken[], from: number, to: number): string =>
  quotedCell(keysOf(tokens, from, to));

interface End {
  from: number;
  to: number;
  numeral: Numeral;
  currency: string | null | undefined;
}

/** One number, with a currency before or after it. */
function endAt(tokens: readonly TextToken[], at: number): CellRead<End> | null {
  const found = numeralAt(tokens, at);
  if (!found?.ok) return found;
  const numeral = repeated(tokens, found.value);
  if (isArticleAt(tokens, { number: at, last: numeral }))
    return { ok: true, value: { from: at, to: numeral.end, numeral, currency: undefined } };
  const before = pricedBefore(tokens, at);
  const after = pricedAfter(tokens, numeral.end);
  // "C$ 2 bn CAD": the more precise one.
  const currency = before?.currency ?? after?.currency ?? (before || after ? null : undefined);
  return {
    ok: true,
    value: { from: before?.at ?? at, to: after?.at ?? numeral.end, numeral, currency },
  };
}

/** "a", "une": a number only for units that are pledged whole. */
export const isArticleAt = (
  tokens: readonly TextToken[],
  { number, last }: Pick<StatedNumber, "number" | "last">,
): boolean => /^(?:an?|une?)$/.test(tokens[number]?.key ?? "") && last.end === number + 1;

/** "six (6)": repeated in digits. */
function repeated(tokens: readonly TextToken[], numeral: Numeral): Numeral {
  const [open, digits, close] = tokens.slice(numeral.end, numeral.end + 3);
  if (open?.text !== "(" || digits?.is !== "number" || close?.text !== ")") return numeral;
  const again = numeralAt([digits], 0);
  return again?.ok && again.value.value === numeral.value ? { ...numeral, end: numeral.end + 3 } : numeral;
}

function rangeEnd(tokens: readonly TextToken[], at: number, joins: Phrases): CellRead<End> | null {
  const joined = phraseAt(tokens, at, joins);
  if (joined === 0) return null;
  const next = at + joined;
  return endAt(tokens, pricedBefore(tokens, next + 1) ? next + 1 : next);
}

/** "two to three thousand": a multiplier at the end applies to both. */
function withScaleOf(low: Numeral, high: Numeral): Fixed {
  const isShared = low.scale === ONE && high.scale > ONE && low.value < high.lead;
  return isShared ? (low.value * high.scale) / ONE : low.value;
}

interface Bounded {
  bound: AmountBound;
  /** The token where its phrase begins, or ends. */
  at: number;
}

/** Skips a neutral word in between: "at least another 500". */
function boundBefore(tokens: readonly TextToken[], at: number, isCell: boolean): Bounded | null {
  const { phrases, of } = isCell ? BOUNDS_IN_CELLS : BOUNDS_BEFORE;
  for (const place of [at, at - phraseBefore(tokens, at, NEUTRAL)]) {
    const length = phraseBefore(tokens, place, phrases);
    const words = keysOf(tokens, place - length, place);
    const bound = length === 0 ? undefined : of.get(words);
    if (bound === "AT_LEAST" && words === "over" && GIVES.test(tokens[place - 2]?.key ?? "")) return null;
    if (bound) return { bound, at: place - length };
  }
  return null;
}

/** "hand over two systems". */
const GIVES = /^(?:hand|turn|t[ao]k|carry|carri|sign)/;

export function boundAfter(tokens: readonly TextToken[], at: number): Bounded | null {
  const length = phraseAt(tokens, at, BOUNDS_AFTER.phrases);
  const bound = length === 0 ? undefined : BOUNDS_AFTER.of.get(keysOf(tokens, at, at + length));
  return bound ? { bound, at: at + length } : null;
}

/** Null: not a whole number. */
export const wholeNumber = (value: Fixed): number | null => (value % ONE === 0n ? Number(value / ONE) : null);
