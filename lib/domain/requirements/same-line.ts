// Whether a line may say that it is the same unit or sum as another.
import type { Contribution } from "../pledge/contribution";
import type { NamedLine } from "../pledge/same-as";
import { isSameMeasure, measuresOf } from "./quantity-range";

type Line = Pick<Contribution, "id" | "quantity" | "money">;

/** A line on record, of a pledge that wasn't voided. */
export interface KnownLine extends NamedLine {
  line: Pick<Contribution, "quantity" | "money" | "sameAs">;
}

/** A fault, by its code. `named` null: there is no such line. What has no measure yet, or a sealed one, may be the same as any. */
export function whyNotSame(line: Line, named: KnownLine | null): string | null {
  if (named?.contribution === line.id) return "same-itself";
  if (!named) return "unknown";
  const there = named.line.sameAs;
  if (there?.contribution === line.id && there.state !== "DECLINED") return "said-there";
  const [own, others] = [measuresOf(line), measuresOf(named.line)];
  const isComparable = own.some((one) => others.some((other) => isSameMeasure(one, other)));
  return own.length === 0 || others.length === 0 || isComparable ? null : "another-measure";
}
