import { moneyEnds, type Money } from "../../pledge/money";
import type { Quantity } from "../../pledge/quantity";

/** The same for the same amount, in whichever words; null: no number is stated. */
export function amountKey({
  quantity,
  money,
}: {
  quantity: Quantity | null;
  money: Money | null;
}): string | null {
  if (money) {
    const { kind, min, max, currency } = moneyEnds(money);
    return [kind, min, max, currency].join(" ");
  }
  if (!quantity || (quantity.min === null && quantity.max === null)) return null;
  return [quantity.kind, quantity.min, quantity.max, quantity.unit].join(" ");
}
