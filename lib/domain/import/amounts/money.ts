// A sum as the register takes it.
import { moneyFrom, type Money } from "../../pledge/money";
import type { NumberedKind, Quantity } from "../../pledge/quantity";

export interface ReadAmount {
  quantity: Quantity;
  money: Money | null;
}

interface ReadSum {
  kind: NumberedKind;
  /** Exact decimals; the same for a kind with one number. */
  low: string;
  high: string;
  currency: string;
  asStated: string;
}

/** Null: more digits than the register takes. The words of an exact sum add nothing, so they aren't kept. */
export function sumFrom({ kind, low, high, currency, asStated }: ReadSum): Money | null {
  if (![low, high].every((end) => /^\d{1,15}(\.\d{1,4})?$/.test(end))) return null;
  const max = kind === "AT_LEAST" ? null : high;
  return moneyFrom({ kind, min: low, max, currency, asStated: kind === "EXACT" ? null : asStated });
}
