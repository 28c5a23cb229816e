// An amount stated next to a contribution's own: set aside or delivered. In another unit or currency it couldn't be
// compared, and nothing is ever converted.
import type { Contribution } from "./contribution";
import { moneyEnds, type Money } from "./money";
import { intervalOf, NUMBERED_KINDS, type Quantity } from "./quantity";
import { compareAmounts } from "../base/amount";
import type { FieldError } from "../base/refusal";

export interface StatedAmount {
  quantity: Pick<Quantity, "kind" | "unit">;
  money: Pick<Money, "currency"> | null;
}

export interface Measured {
  quantity: Pick<Quantity, "kind" | "unit"> | null;
  money: Pick<Money, "currency"> | null;
}

/** Faults, with paths relative to the amount. No fault may reveal a sealed number. */
export function whyNotMeasured(line: StatedAmount, { quantity, money }: Measured): FieldError[] {
  const given = quantity !== null || money !== null;
  const mayBeBare = line.quantity.kind === "NOT_APPLICABLE" || line.quantity.kind === "SEALED";
  return [
    ...(given || mayBeBare ? [] : [wrong("quantity.min", "quantity-or-money")]),
    ...(quantity === null ? [] : whyNotQuantity(line.quantity, quantity)),
    ...(money === null || isSame(line.money?.currency, money.currency)
      ? []
      : [wrong("money.currency", "another-currency")]),
  ];
}

function whyNotQuantity(own: StatedAmount["quantity"], stated: StatedAmount["quantity"]): FieldError[] {
  if (own.kind === "SEALED") return [wrong("quantity.kind", "number-is-sealed")];
  return [
    ...((NUMBERED_KINDS as readonly string[]).includes(stated.kind)
      ? []
      : [wrong("quantity.kind", "needs-number")]),
    ...(isSame(own.unit, stated.unit) ? [] : [wrong("quantity.unit", "another-unit")]),
  ];
}

/** Where the contribution names none, nothing can differ. */
const isSame = (own: string | null | undefined, other: string | null): boolean =>
  own === null || own === undefined || own === other;

const wrong = (path: string, code: string): FieldError => ({ path, code });

/** The amount set aside, where one is stated; otherwise the amount promised. */
export const allocatedOrPromised = ({
  quantity,
  money,
  allocated,
}: Pick<Contribution, "quantity" | "money" | "allocated">): Pick<Contribution, "quantity" | "money"> => ({
  quantity: allocated?.quantity ?? quantity,
  money: allocated?.money ?? money,
});

/** Less is set aside than committed, comparing lower ends. Where either side has no number, nothing is short. */
export function isShort({
  quantity,
  money,
  allocated,
}: Pick<Contribution, "quantity" | "money" | "allocated">): boolean {
  if (!allocated) return false;
  return lessOf(quantity, allocated.quantity) || lessMoney(money, allocated.money);
}

function lessOf(committed: Quantity, allocated: Quantity | null): boolean {
  const [wanted, given] = [intervalOf(committed), allocated && intervalOf(allocated)];
  return wanted !== null && given !== null && committed.unit === allocated?.unit && given.low < wanted.low;
}

const lessMoney = (committed: Money | null, allocated: Money | null): boolean =>
  committed !== null &&
  committed.currency === allocated?.currency &&
  compareAmounts(moneyEnds(allocated).min, moneyEnds(committed).min) < 0;

/** An upper limit: "up to" a number of one unit or currency, exactly one of the two. */
export interface Limit {
  quantity: Quantity | null;
  money: Money | null;
}

export const MOST_LIMITS = 20;

/** The unit or currency of a limit, and the most it allows. */
export function limitEnd({ quantity, money }: Limit): { measure: string; most: string } {
  if (money !== null) {
    const { currency, max } = moneyEnds(money);
    return { measure: currency, most: max ?? "0" };
  }
  return { measure: quantity?.unit ?? "", most: String(quantity?.max ?? 0) };
}
