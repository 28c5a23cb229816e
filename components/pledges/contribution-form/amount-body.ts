// A quantity as typed and as sent. Only the ends that the kind of quantity has are sent;
// what was typed for another kind stays in the draft.
import { ENDS, type QuantityKind } from "@/lib/domain/pledge/quantity";
import { typedNumber } from "@/lib/i18n/typed-number";

export interface DraftQuantity {
  kind: string;
  min: string;
  max: string;
  unit: string;
  asStated: string;
}

/** Empty or blank means not known: null. */
export const textOrNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

export function quantityBody({ kind, min, max, unit, asStated }: DraftQuantity) {
  const ends = ENDS[kind as QuantityKind] ?? "none";
  const low = ends === "none" || ends === "max" ? null : asNumber(min);
  const high = ends === "none" || ends === "min" ? null : ends === "equal" ? low : asNumber(max);
  return { kind, min: low, max: high, unit: textOrNull(unit), asStated: textOrNull(asStated) };
}

/** "6,000" and "6 000" are 6000. Text that is no number is sent as typed, and the register refuses it. */
export function asNumber(text: string): number | string | null {
  const plain = typedNumber(text);
  if (plain === "") return null;
  return /^\d+$/.test(plain) ? Number(plain) : plain;
}
