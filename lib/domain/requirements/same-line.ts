// Whether a line may say that it is the same unit or sum as another.
import type { Contribution } from "../pledge/contribution";
import type { NamedLine } from "../pledge/same-as";
import { isSameMeasure, measuresOf, spanOfMoney, spanOfQuantity } from "./quantity-range";

type Line = Pick<Contribution, "id" | "quantity" | "money">;

/** A line on record, of a pledge that wasn't voided. */
export interface KnownLine extends NamedLine {
  line: Pick<Contribution, "quantity" | "money" | "sameAs">;
}

/** The code of a fault. `named` null: no such line. Without a measure, or sealed, it may equal any. */
export function whyNotSame(line: Line, named: KnownLine | null): string | null {
  if (named?.contribution === line.id) return "same-itself";
  if (!named) return "unknown";
  const there = named.line.sameAs;
  if (there?.contribution === line.id && there.state !== "DECLINED") return "said-there";
  const [own, others] = [measuresOf(line), measuresOf(named.line)];
  const isComparable = own.some((one) => others.some((other) => isSameMeasure(one, other)));
  return own.length === 0 || others.length === 0 || isComparable ? null : "another-measure";
}

/** Both state the same number above 0, in the same unit or currency. A sealed number is none, for any reader. */
export const sameAmount = (one: Line, other: Line): boolean =>
  spansOf(one).some(({ measure, span }) =>
    spansOf(other).some(
      (there) =>
        isSameMeasure(measure, there.measure) && span.low === there.span.low && span.high === there.span.high,
    ),
  );

function spansOf({ quantity, money }: Omit<Line, "id">) {
  const isOpen = quantity.kind !== "SEALED" && quantity.unit !== null;
  const counted = isOpen ? spanOfQuantity(quantity) : null;
  return [
    ...(counted && quantity.unit !== null ? [{ measure: { unit: quantity.unit }, span: counted }] : []),
    ...(money ? [{ measure: { currency: money.currency }, span: spanOfMoney(money) }] : []),
  ].filter(({ span }) => span.low > 0n);
}
