// Values in columns of equal width, at most as many as a drawing has room for.
import { roundStep } from "./axis";

export interface ValueColumn<Row> {
  /** Smallest and largest value that belongs in it. */
  from: number;
  to: number;
  /** By value. */
  rows: Row[];
}

/** Values above zero; the columns begin at 1 and end with the largest value, empty ones among them. */
export function inColumns<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => number,
  most: number,
): ValueColumn<Row>[] {
  const counted = rows.filter((row) => valueOf(row) > 0).sort((a, b) => valueOf(a) - valueOf(b));
  const last = counted.at(-1);
  if (last === undefined) return [];
  const step = roundStep(valueOf(last) / most);
  return Array.from({ length: Math.ceil(valueOf(last) / step) }, (_, place) => {
    const [from, to] = [place * step + 1, (place + 1) * step];
    return { from, to, rows: counted.filter((row) => valueOf(row) >= from && valueOf(row) <= to) };
  });
}
