// What was set aside for a contribution, beside what was committed: never in another unit or currency, so that one can be
// held against the other.
import { compareAmounts } from "../base/amount";
import type { Contribution, Money } from "./contribution";
import { intervalOf, type Quantity } from "./quantity";

/** Less is set aside than is committed, both by their lower ends; what has no number on either side says nothing. */
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
  compareAmounts(allocated.amount, committed.amount) < 0;
