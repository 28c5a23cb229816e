// How much, as a cell says it: a quantity of a kind, or money. What has no number the register can hold stays words.
import type { Money } from "../contribution";
import { TEXT_LIMITS } from "../pledge-limits";
import { LARGEST_QUANTITY, type Quantity, type QuantityKind, type Unit } from "../quantity";
import { keyOf, quoted, read, unread, type CellRead, type Said } from "./cell";
import { currencyNamed, pricedIn } from "./currency";
import { decimalIn, leadingNumber, type Leading } from "./number";
import { unitNamed } from "./unit";

export interface Amount {
  quantity: Quantity;
  money: Money | null;
}

/** `unit` is the cell that says what is counted, or in which currency; empty where there is none. */
export function amountIn(cell: string, unit: string): CellRead<Amount> {
  const text = cell.replace(/\s+/g, " ");
  const ofCell = unitIn(unit);
  if (!ofCell.ok) return ofCell;
  const { counted, currency } = ofCell.value;
  if (text === "" || UNSTATED.has(keyOf(text)) || /^[-–—?./\s]+$/.test(text))
    return quantityOf("NOT_STATED", counted);
  // Longer than any amount is stated: looking through it for one would take long, and find none.
  if (text.length > TEXT_LIMITS.asStated) return words(cell, counted);
  if (SEALED.has(keyOf(text))) return quantityOf("SEALED", counted);
  if (/^(?:sealed|confidential|secret|vertraulich|confidentiel)\b/iu.test(text) && /\d/.test(text))
    return unread("sealed-number");
  const [bound, rest] = boundOf(text);
  const price = pricedIn(rest);
  if (price || (currency !== undefined && leadingNumber(rest))) {
    return moneyIn(cell, bound, price?.rest ?? rest, price ? price.currency : (currency ?? null));
  }
  return counting(cell, bound, rest, counted);
}

type Bound = "ABOUT" | "AT_LEAST" | "UP_TO" | null;

function unitIn(cell: string): CellRead<{ counted: Unit | null; currency: string | null | undefined }> {
  if (cell === "") return read({ counted: null, currency: undefined });
  const counted = unitNamed(cell);
  if (counted) return read({ counted, currency: undefined });
  const currency = currencyNamed(cell);
  return currency === undefined
    ? unread("unknown-unit", { text: quoted(cell) })
    : read({ counted: null, currency });
}

function boundOf(text: string): [Bound, string] {
  const between = /^(?:between|from|entre|de|zwischen|von|від)\s+(?=\d)/iu.exec(text);
  if (between) {
    const rest = text.slice(between[0].length);
    if (JOINED.test(leadingNumber(rest)?.rest ?? "")) return [null, rest];
  }
  for (const [bound, pattern] of BOUNDS) {
    const match = pattern.exec(text);
    if (match) return [bound, text.slice(match[0].length)];
  }
  const more = /^(.*\d[^+]*?)\s*(?:\+|or more|and more|ou plus|oder mehr|і більше|чи більше)(.*)$/iu.exec(
    text,
  );
  return more ? ["AT_LEAST", `${more[1] ?? ""}${more[2] ?? ""}`] : [null, text];
}

function moneyIn(cell: string, bound: Bound, text: string, currency: string | null): CellRead<Amount> {
  if (currency === null) return unread("which-currency", { text: quoted(cell) });
  const number = leadingNumber(text);
  if (!number) return /\d/.test(text) ? unread("not-a-sum", { text: quoted(cell) }) : words(cell, null);
  // "2 milliards de", "11,5 milliards d’".
  const rest = number.rest.replace(/^(?:de|d['’])$/iu, "");
  if (rest !== "" || bound === "UP_TO") return unread("sum-not-one", { text: quoted(cell) });
  const amount = decimalIn(number);
  if (!amount.ok) return amount;
  if (!/^\d{1,15}(\.\d{1,4})?$/.test(amount.value)) return unread("sum-too-large", { text: quoted(cell) });
  const kept = bound === null ? null : cell;
  const note: Said | undefined =
    bound === null ? undefined : { code: "sum-as-words", params: { text: quoted(cell) } };
  const quantity: Quantity = { kind: "NOT_STATED", min: null, max: null, unit: null, asStated: kept };
  return read({ quantity, money: { amount: amount.value, currency } }, note);
}

function counting(cell: string, bound: Bound, text: string, unit: Unit | null): CellRead<Amount> {
  if (/^[-–−]\s*\d/.test(text)) return unread("negative-quantity", { text: quoted(cell) });
  const number = leadingNumber(text);
  if (!number) return words(cell, unit);
  const range = rangeIn(number);
  const tail = range ? range.rest : number.rest;
  const named = tail === "" ? null : unitNamed(tail);
  const isOddlyLarge = number.shift >= BILLIONS || (range?.shift ?? 0) >= BILLIONS;
  if (isOddlyLarge || (tail !== "" && named === null))
    return words(cell, unit, { code: "kept-as-words", params: { text: quoted(cell) } });
  if (named !== null && unit !== null && named !== unit) return unread("two-units", { text: quoted(cell) });
  const counted = unit ?? named;
  const low = wholeIn(number);
  if (!low.ok) return low;
  if (range) {
    const high = wholeIn(range);
    if (!high.ok) return high;
    if (low.value > high.value) return unread("min-above-max", { text: quoted(cell) });
    if (bound !== null && bound !== "ABOUT") return unread("two-bounds", { text: quoted(cell) });
    return bounded("RANGE", low.value, high.value, counted, bound === null ? null : cell);
  }
  switch (bound) {
    case "ABOUT":
      return bounded("APPROXIMATE", low.value, low.value, counted, cell);
    case "AT_LEAST":
      return bounded("AT_LEAST", low.value, null, counted, null);
    case "UP_TO":
      return bounded("UP_TO", null, low.value, counted, null);
    case null:
      return bounded("EXACT", low.value, low.value, counted, null);
  }
}

/** The upper end that follows a number. One multiplier at the end is for both. */
function rangeIn(number: Leading): (Leading & { rest: string }) | null {
  const joined = JOINED.exec(number.rest);
  if (!joined) return null;
  const high = leadingNumber(number.rest.slice(joined[0].length));
  if (!high) return null;
  if (number.shift === 0) number.shift = high.shift;
  return high;
}

function wholeIn(number: Leading): CellRead<number> {
  const decimal = decimalIn(number);
  if (!decimal.ok) return decimal;
  if (!/^\d+$/.test(decimal.value)) return unread("not-whole", { text: quoted(number.digits) });
  const whole = Number(decimal.value);
  return whole > LARGEST_QUANTITY ? unread("quantity-too-large", { max: LARGEST_QUANTITY }) : read(whole);
}

const words = (cell: string, unit: Unit | null, note?: Said): CellRead<Amount> =>
  read({ quantity: { kind: "QUALITATIVE", min: null, max: null, unit, asStated: cell }, money: null }, note);

const quantityOf = (kind: QuantityKind, unit: Unit | null): CellRead<Amount> =>
  read({ quantity: { kind, min: null, max: null, unit, asStated: null }, money: null });

const bounded = (
  kind: QuantityKind,
  min: number | null,
  max: number | null,
  unit: Unit | null,
  asStated: string | null,
): CellRead<Amount> => read({ quantity: { kind, min, max, unit, asStated }, money: null });

/** Of money there are billions; "2 bn" of a count is more likely two battalions. */
const BILLIONS = 9;

const keys = (words: string): ReadonlySet<string> => new Set(words.split("|").map(keyOf));

const UNSTATED = keys(
  "not stated|unstated|not specified|unspecified|not given|not known|unknown|tbd|tbc|to be decided|to be confirmed|n/a|na|none given|no figure|non précisé|non communiqué|non spécifié|inconnu|nicht genannt|nicht angegeben|unbekannt|k. A.|keine angabe|не названо|не вказано|не зазначено|невідомо|no especificado|non specificato|nie podano|nenurodyta|neuvedeno|nespecificat|não especificado",
);
const SEALED = keys(
  "sealed|confidential|secret|classified|withheld|vertraulich|geheim|confidentiel|secret défense|таємно|конфіденційно|засекречено",
);

const BOUNDS: [Exclude<Bound, null>, RegExp][] = [
  [
    "AT_LEAST",
    /^(?:>=|=>|≥|>|at least|no fewer than|not less than|more than|over|upwards of|min(?:imum|\.)?|from|au moins|plus de|mindestens|mehr als|über|ab|щонайменше|не менше(?: ніж)?|понад|більше(?: ніж)?|від)(?!(?<=\p{L})\p{L})\s*(?=\p{Sc}|\p{L}{0,3}\s?\$?\d)/iu,
  ],
  [
    "UP_TO",
    /^(?:<=|=<|≤|<|up to|at most|no more than|not more than|fewer than|less than|under|max(?:imum|\.)?|jusqu['’]à|au plus|moins de|bis zu|höchstens|maximal|weniger als|unter|до|щонайбільше|не більше(?: ніж)?|менше(?: ніж)?)(?!(?<=\p{L})\p{L})\s*(?=\p{Sc}|\p{L}{0,3}\s?\$?\d)/iu,
  ],
  [
    "ABOUT",
    /^(?:~|≈|∼|c\.|ca\.?|circa|c(?=\s?\d)|about|approx\.?|approximately|around|roughly|nearly|almost|some|env\.?|environ|près de|quelque|etwa|rund|ungefähr|zirka|около|близько|бл\.|приблизно|майже|cca|ok\.|około|apie|aproximadamente|aprox\.?|omtrent|omkring|umbes|noin)(?!(?<=\p{L})\p{L})\s*(?=\p{Sc}|\p{L}{0,3}\s?\$?\d)/iu,
  ],
];
const JOINED = /^(?:[-–—‑−]|to|and|à|a|et|bis|und|до|і|та|\.\.\.?|…)\s*(?=\d)/iu;
