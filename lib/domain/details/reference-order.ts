// The order of references: by participant, priority and number.
import type { Pledge } from "../pledge/pledge";

type Part = string | number;

export const byReferenceOrder = (a: Pick<Pledge, "reference">, b: Pick<Pledge, "reference">): number =>
  byReferenceParts(referenceParts(a.reference), referenceParts(b.reference));

export function referenceParts(reference: string): [string, number, number] {
  const [participant = "", priority, number] = reference.split("-");
  return [participant, Number(priority), Number(number)];
}

export function byReferenceParts(a: readonly Part[], b: readonly Part[]): number {
  const [one, other] = [String(a[0]), String(b[0])];
  if (one !== other) return one < other ? -1 : 1;
  return Number(a[1]) - Number(b[1]) || Number(a[2]) - Number(b[2]);
}
