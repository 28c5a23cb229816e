// A cell's amount: a quantity with its kind, or money. An amount without a number the register can hold stays in words.
import { countedAfter } from "../amounts/counted";
import { currencyNamed, pricedAfter } from "../amounts/currency";
import { decimalText, fixed } from "../amounts/digits";
import { endsOf } from "../amounts/find";
import {
  boundAfter,
  isArticleAt,
  statedNumberAt,
  wholeNumber,
  type StatedNumber,
} from "../amounts/stated-number";
import { sumFrom, type ReadAmount } from "../amounts/money";
import type { AmountBound } from "../amounts/qualifiers";
import { tokensOf, type TextToken } from "../amounts/tokens";
import { unitNamed } from "../amounts/units";
import { TEXT_LIMITS } from "../../pledge/pledge-fields";
import { LARGEST_QUANTITY, type NumberedKind, type Quantity, type Unit } from "../../pledge/quantity";
import { wordKey, quotedCell, read, unread, type CellRead, type ParseMessage } from "./cell";
import { isUnstated, UNDECIDED_WORDS } from "./unstated";

/** `unit` is the cell with the unit or currency; empty where there is none. Words are kept in one line. */
export function amountIn(written: string, unit: string): CellRead<ReadAmount> {
  const cell = written.replace(/\s+/g, " ");
  const ofCell = unitOrCurrencyIn(unit);
  if (!ofCell.ok) return ofCell;
  const { counted, currency } = ofCell.value;
  if (cell === "" || isUnstated(cell) || UNDECIDED.has(wordKey(cell)))
    return read({ quantity: { ...NOTHING, unit: counted }, money: null });
  // Longer than any real amount: a search would be slow and find nothing.
  if (cell.length > TEXT_LIMITS.asStated) return words(cell, counted);
  if (SEALED.has(wordKey(cell)))
    return read({ quantity: { ...NOTHING, kind: "SEALED", unit: counted }, money: null });
  if (/^(?:sealed|confidential|secret|vertraulich|confidentiel)\b/iu.test(cell) && /\d/.test(cell))
    return unread("sealed-number");
  const tokens = tokensOf(cell);
  const measured = numberAtStart(tokens);
  if (measured?.ok === false) return measured;
  const measure = measured?.value ?? null;
  const said = measure?.currency ?? null;
  const isOther =
    said === null && currency && PLAIN_NAMES.some(([name, its]) => name.test(cell) && !its.test(currency));
  if (isOther || (said !== null && (counted !== null || (currency ?? said) !== said)))
    return unread("two-units", { text: quotedCell(cell) });
  const price = measure?.currency ?? (currency === undefined ? measure?.currency : currency);
  if (price !== undefined || (currency !== undefined && measure === null))
    return moneyIn(cell, tokens, measure, price ?? null);
  return counting(cell, tokens, measure, counted);
}

export function unitOrCurrencyIn(
  cell: string,
): CellRead<{ counted: Unit | null; currency: string | null | undefined }> {
  if (cell === "") return read({ counted: null, currency: undefined });
  const counted = unitNamed(cell);
  if (counted) return read({ counted, currency: undefined });
  const currency = currencyNamed(cell);
  return currency === undefined
    ? unread("unknown-unit", { text: quotedCell(cell) })
    : read({ counted: null, currency });
}

export const currencyOfCell = (cell: string): CellRead<string> =>
  currencyNamed(cell) === undefined ? unread("unknown-currency", { text: quotedCell(cell) }) : read(cell);

/** Names and signs that several currencies share, and which. */
const PLAIN_NAMES: readonly (readonly [RegExp, RegExp])[] = [
  [/(?<!\p{L})\$/u, /^(?:(?:US|CA|AU|NZ|SG|HK|TW)D|MXN|ARS|CLP|COP|BRL)$/],
  [/dollar|долар/iu, /^(?:US|CA|AU|NZ|SG|HK|TW)D$/],
  [/(?<!\p{L})(?:kr|kr[oó]n\p{L}*|crowns?|couronnes?|крон\p{L}*)(?!\p{L})/iu, /^(?:SEK|NOK|DKK|CZK|ISK)$/],
  [/(?<!\p{L})(?:francs?|franken|франк\p{L}*)(?!\p{L})/iu, /^(?:CHF|XOF|XAF|XPF)$/],
  [/¥/u, /^(?:JPY|CNY)$/],
];

/** The amount at the start of the cell. */
export function numberAtStart(tokens: readonly TextToken[]): CellRead<StatedNumber> | null {
  for (let at = 0; at < Math.min(MOST_BEFORE, tokens.length); at += 1) {
    const measured = statedNumberAt(tokens, at, true);
    if (measured && (!measured.ok || measured.value.from === 0)) return measured;
  }
  return null;
}

/** The longest qualifier has this many words. */
const MOST_BEFORE = 8;

function moneyIn(
  cell: string,
  tokens: readonly TextToken[],
  measure: StatedNumber | null,
  currency: string | null,
): CellRead<ReadAmount> {
  // The column's currency is kept with words that don't name one.
  const named = measure === null ? tokens.flatMap((_, at) => pricedAfter(tokens, at)?.currency ?? []) : [];
  if (currency !== null && named.some((one) => one !== currency))
    return unread("two-units", { text: quotedCell(cell) });
  const isNamed =
    currency === null || measure?.currency === currency || named.length > 0 || /[\p{Sc}%]/u.test(cell);
  const stated = isNamed ? cell : `${cell} ${currency}`;
  if (measure === null)
    return /\d/.test(cell) ? unread("not-a-sum", { text: quotedCell(cell) }) : words(stated, null);
  if (currency === null) return unread("which-currency", { text: quotedCell(cell) });
  const asWords = words(stated, null, { code: "sum-as-words", params: { text: quotedCell(cell) } });
  // "2 milliards de", "11,5 milliards d’" above a column of currencies.
  const rest = tokens.slice(measure.to).filter(({ key }) => !/^(?:de|d'|\.)$/.test(key));
  const { low, high, bound } = measure;
  const isBoundedRange = high !== null && bound !== null && bound !== "ABOUT";
  if (rest.length > 0 || isBoundedRange || (high !== null && low > high)) return asWords;
  const kind = high === null ? kindOf(bound) : "RANGE";
  const ends = { low: decimalText(low), high: decimalText(high ?? low) };
  const money = sumFrom({ kind, ...ends, currency, asStated: cell });
  return money ? read({ quantity: NOTHING, money }) : unread("sum-too-large", { text: quotedCell(cell) });
}

function counting(
  cell: string,
  tokens: readonly TextToken[],
  measure: StatedNumber | null,
  unit: Unit | null,
): CellRead<ReadAmount> {
  if (/^[-–−]\s*\d/.test(cell)) return unread("negative-quantity", { text: quotedCell(cell) });
  if (measure === null) return words(cell, unit);
  const tail = tailOf(tokens, measure);
  const isOddlyLarge = measure.last.scale >= BILLION || measure.first.scale >= BILLION;
  const isBare = isArticleAt(tokens, measure) && tail?.unit == null;
  if (isOddlyLarge || tail === null || isBare)
    return words(cell, unit, { code: "kept-as-words", params: { text: quotedCell(cell) } });
  const named = tail.unit;
  if (named !== null && unit !== null && named !== unit)
    return unread("two-units", { text: quotedCell(cell) });
  return numbered(cell, { ...measure, bound: tail.bound }, unit ?? named);
}

/** After the number: its unit and bound, and nothing else. */
function tailOf(
  tokens: readonly TextToken[],
  { to, bound, low, number, last }: StatedNumber,
): { unit: Unit | null; bound: AmountBound | null } | null {
  const isEnd = (at: number): boolean =>
    at === tokens.length || (at === tokens.length - 1 && tokens[at]?.key === ".");
  if (isEnd(to)) return { unit: null, bound };
  const named = unitNamed(
    tokens
      .slice(to)
      .map(({ key }) => key)
      .join(" "),
  );
  if (named !== null) return { unit: named, bound };
  const counted = countedAfter(tokens, { to, low, number, last });
  if (!counted) return null;
  const after = boundAfter(tokens, counted.to);
  if (!isEnd(after?.at ?? counted.to)) return null;
  return after && bound !== null && after.bound !== bound
    ? null
    : { unit: counted.unit, bound: after?.bound ?? bound };
}

function numbered(cell: string, measure: StatedNumber, unit: Unit | null): CellRead<ReadAmount> {
  const { bound, first, last } = measure;
  const low = wholeIn(cell, measure.low);
  if (!low.ok) return low;
  const isWritten = first.isWritten || last.isWritten;
  const kept = isWritten || bound === "ABOUT" ? cell : null;
  if (measure.high === null) return bounded(kindOf(bound), low.value, low.value, unit, kept);
  const high = wholeIn(cell, measure.high);
  if (!high.ok) return high;
  if (low.value > high.value) return unread("min-above-max", { text: quotedCell(cell) });
  if (bound !== null && bound !== "ABOUT") return unread("two-bounds", { text: quotedCell(cell) });
  return bounded("RANGE", low.value, high.value, unit, kept);
}

const kindOf = (bound: AmountBound | null): NumberedKind =>
  bound === null ? "EXACT" : bound === "ABOUT" ? "APPROXIMATE" : bound;

function wholeIn(cell: string, value: bigint): CellRead<number> {
  const whole = wholeNumber(value);
  if (whole === null) return unread("not-whole", { text: quotedCell(cell) });
  return whole > LARGEST_QUANTITY ? unread("quantity-too-large", { max: LARGEST_QUANTITY }) : read(whole);
}

const NOTHING: Quantity = { kind: "NOT_STATED", min: null, max: null, unit: null, asStated: null };

const words = (cell: string, unit: Unit | null, note?: ParseMessage): CellRead<ReadAmount> =>
  read({ quantity: { ...NOTHING, kind: "QUALITATIVE", unit, asStated: cell }, money: null }, note);

const bounded = (
  kind: NumberedKind,
  low: number,
  high: number,
  unit: Unit | null,
  asStated: string | null,
): CellRead<ReadAmount> =>
  read({ quantity: { kind, ...endsOf(kind, low, high), unit, asStated }, money: null });

/** For money, billions exist; "2 bn" of a count more likely means two battalions. */
const BILLION = fixed(1e9);

const keys = (words: string): ReadonlySet<string> => new Set(words.split("|").map(wordKey));

/** Amounts that nobody has told, or decided. */
const UNDECIDED = keys(
  [
    UNDECIDED_WORDS,
    "undisclosed|not disclosed|not published|not announced|no figure|no figure given|no number|no number given|no amount|to be decided|to be determined|to be defined|to be confirmed|to be announced|to be agreed|not decided|not yet decided",
    "non communiqué|non défini|non chiffré|pas de chiffre|aucun chiffre|à déterminer|à définir|à confirmer",
    "не визначено|не оголошено|не повідомлено|не розголошується|уточнюється|буде уточнено|буде визначено",
  ].join("|"),
);
const SEALED = keys(
  "sealed|confidential|secret|classified|withheld|vertraulich|geheim|confidentiel|secret défense|таємно|конфіденційно|засекречено",
);
