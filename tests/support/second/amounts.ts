// Amounts, once more: as intervals of ten-thousandths, read from the words of each kind.
import type { Money } from "@/lib/domain/pledge/money";
import type { Quantity } from "@/lib/domain/pledge/quantity";

export interface Interval {
  /** The unit or currency. */
  of: string;
  low: bigint;
  high: bigint | null;
  about: boolean;
}

/** Null: no number is told. */
export function intervalIn(amount: Quantity | Money | null | undefined): Interval | null {
  if (!amount) return null;
  if ("amount" in amount) {
    const value = tenThousandths(amount.amount);
    return { of: amount.currency, low: value, high: value, about: false };
  }
  const of = "currency" in amount ? amount.currency : (amount.unit ?? "");
  const [min, max] = [amount.min, amount.max].map((end) =>
    end === null ? null : tenThousandths(String(end)),
  );
  switch (amount.kind) {
    case "EXACT":
    case "RANGE":
      return { of, low: min ?? 0n, high: max ?? null, about: false };
    case "APPROXIMATE":
      return { of, low: min ?? 0n, high: max ?? null, about: true };
    case "AT_LEAST":
      return { of, low: min ?? 0n, high: null, about: false };
    case "UP_TO":
      return { of, low: 0n, high: max ?? null, about: false };
    default:
      return null;
  }
}

export function tenThousandths(text: string): bigint {
  const [whole = "", part = ""] = text.split(".");
  return BigInt(`${whole}${part.padEnd(4, "0").slice(0, 4)}`);
}
