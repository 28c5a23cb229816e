// Amounts as intervals: whole units or exact decimals of a currency, stored as whole ten-thousandths, so nothing is
// rounded. Different measures are never added.
import { scaled } from "../base/amount";
import type { Contribution } from "../pledge/contribution";
import { moneyEnds, type Money } from "../pledge/money";
import { intervalOf, type Quantity, type Unit } from "../pledge/quantity";

/** Ten-thousandths of the unit or currency. */
export type Amount = bigint;

export type Measure = { unit: Unit } | { currency: string };

/** `high` null: no upper end. `about`: one of its ends is approximate, or a sum with such a part. */
export interface QuantityRange {
  low: Amount;
  high: Amount | null;
  about: boolean;
}

export const NO_QUANTITY: QuantityRange = { low: 0n, high: 0n, about: false };

export const plus = (a: QuantityRange, b: QuantityRange): QuantityRange => ({
  low: a.low + b.low,
  high: a.high === null || b.high === null ? null : a.high + b.high,
  about: a.about || b.about,
});

/** The part offered: at most the given part, at most what there is. A smaller part of "about n" is exact. */
export const rangePart = (span: QuantityRange, part: Amount): QuantityRange => ({
  low: least(span.low, part),
  high: span.high === null ? part : least(span.high, part),
  about: span.about && part >= span.low,
});

const least = (a: Amount, b: Amount): Amount => (a < b ? a : b);

/** The largest of several by either end, for one thing stated several times. Null for an empty list. */
export function largestOf(spans: readonly QuantityRange[]): QuantityRange | null {
  if (spans.length === 0) return null;
  const low = spans.reduce((most, span) => (span.low > most ? span.low : most), 0n);
  const high = spans.reduce<Amount | null>(
    (most, span) => (most === null || span.high === null ? null : span.high > most ? span.high : most),
    0n,
  );
  return { low, high, about: spans.some((one) => one.about && (one.low === low || one.high === high)) };
}

/** What a part adds to the amount already counted of the same thing; `before`: the parts before it. */
export const rangeBeyond = (counted: Amount, part: QuantityRange, before: QuantityRange): QuantityRange => {
  const { low, high } = plus(before, part);
  const left = (end: Amount): Amount => (end > counted ? end - counted : 0n);
  return {
    low: left(low),
    high: high === null || part.high === null ? part.high : least(part.high, left(high)),
    about: part.about,
  };
};

export const isSameMeasure = (a: Measure, b: Measure): boolean =>
  "unit" in a ? "unit" in b && a.unit === b.unit : "currency" in b && a.currency === b.currency;

/** Offers with different keys can't be added up. */
export const measureKey = ({ quantity, money }: { quantity: Quantity | null; money: Money | null }): string =>
  money?.currency ?? quantity?.unit ?? "";

/** By unit, by currency, or both. */
export function measuresOf({ quantity, money }: Pick<Contribution, "quantity" | "money">): Measure[] {
  return [
    ...(quantity.unit === null ? [] : [{ unit: quantity.unit }]),
    ...(money === null ? [] : [{ currency: money.currency }]),
  ];
}

export function spanOfQuantity(quantity: Quantity): QuantityRange | null {
  const interval = intervalOf(quantity);
  return (
    interval && {
      low: scaled(String(interval.low)),
      high: interval.high === null ? null : scaled(String(interval.high)),
      about: quantity.kind === "APPROXIMATE",
    }
  );
}

export function spanOfMoney(money: Money): QuantityRange {
  const { kind, min, max } = moneyEnds(money);
  return { low: scaled(min), high: max === null ? null : scaled(max), about: kind === "APPROXIMATE" };
}
