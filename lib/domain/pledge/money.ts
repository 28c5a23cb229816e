// A sum as stated: a quantity with a currency for its unit and exact decimals for its ends. Never converted,
// never added to another currency. It always has a number: money stated without one is a quantity in words.
import { ENDS, type NumberedKind } from "./quantity";

/** As it has always been recorded, so that older events still give the same record. */
export interface ExactMoney {
  amount: string;
  /** ISO 4217. */
  currency: string;
  /** The words of the source; left out where none are kept. */
  asStated?: string;
}

export interface BoundedMoney extends MoneyEnds {
  kind: Exclude<NumberedKind, "EXACT">;
}

export type Money = ExactMoney | BoundedMoney;

/** The same for every kind. `min` is "0" for "up to"; `max` null: no upper end. */
export interface MoneyEnds {
  kind: NumberedKind;
  min: string;
  max: string | null;
  currency: string;
  asStated: string | null;
}

export const isExact = (money: Money): money is ExactMoney => "amount" in money;

export const moneyEnds = (money: Money): MoneyEnds =>
  isExact(money)
    ? {
        kind: "EXACT",
        min: money.amount,
        max: money.amount,
        currency: money.currency,
        asStated: money.asStated ?? null,
      }
    : money;

export function moneyFrom({ kind, min, max, currency, asStated }: MoneyEnds): Money {
  if (kind === "EXACT") return { amount: min, currency, ...(asStated === null ? {} : { asStated }) };
  const ends = { min: ENDS[kind] === "max" ? "0" : min, max: ENDS[kind] === "equal" ? min : max };
  return { kind, ...ends, currency, asStated };
}

/** Nothing above zero is stated. */
export const isZero = (money: Money): boolean => {
  const { max } = moneyEnds(money);
  return max !== null && !/[1-9]/.test(max);
};
