// What was set aside for a contribution: always in the unit or currency of the commitment, so that the two can be
// compared.
import { compareAmounts } from "../base/amount";
import type { Contribution, Money } from "./contribution";
import { intervalOf, type Quantity } from "./quantity";

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
  compareAmounts(allocated.amount, committed.amount) < 0;
