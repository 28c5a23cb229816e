// Shades that split cells into near-equal classes: a ramp by fixed steps would paint most of them in one colour.

export interface Shade {
  /** Smallest and largest value of the class. */
  from: number;
  to: number;
  cells: number;
}

const CLASSES = 5;

/**
 * At most five classes of the values above zero, as equal as whole numbers allow: equal values are in one class. Of all ways to
 * cut, the one with the least sum of squares is taken, and of equal ones the one whose last class is largest.
 */
export function shadesOf(values: readonly number[]): Shade[] {
  const counts = new Map<number, number>();
  for (const value of values) if (value > 0) counts.set(value, (counts.get(value) ?? 0) + 1);
  const steps = [...counts].sort(([a], [b]) => a - b);
  const classes = Math.min(CLASSES, steps.length);
  const cells = cellsBetween(steps);
  let best: (Cut | null)[] = [{ cost: 0, ends: [] }, ...steps.map(() => null)];
  for (let made = 0; made < classes; made += 1) best = withOneMore(best, cells);
  const ends = best.at(-1)?.ends ?? [];
  return ends.map((end, place) => {
    const begin = ends[place - 1] ?? 0;
    return { from: steps[begin]?.[0] ?? 0, to: steps[end - 1]?.[0] ?? 0, cells: cells(begin, end) };
  });
}

/** 0 for nothing, else the number of its class from 1; above all classes, the last. */
export function shadeOf(shades: readonly Shade[], value: number): number {
  if (value <= 0) return 0;
  const place = shades.findIndex(({ to }) => value <= to);
  return place < 0 ? shades.length : place + 1;
}

interface Cut {
  cost: number;
  /** After how many steps each class ends. */
  ends: readonly number[];
}

type CellsBetween = (begin: number, end: number) => number;

/** By running sums: every way to cut asks for them. */
function cellsBetween(steps: readonly (readonly [value: number, cells: number])[]): CellsBetween {
  const before = [0];
  for (const [, cells] of steps) before.push((before.at(-1) ?? 0) + cells);
  return (begin, end) => (before[end] ?? 0) - (before[begin] ?? 0);
}

/** For each number of steps the best way to cut them with one class more. */
const withOneMore = (best: readonly (Cut | null)[], cells: CellsBetween): (Cut | null)[] =>
  best.map((_, end) => {
    let [least, last]: [number, Cut | null] = [Infinity, null];
    for (let begin = 0; begin < end; begin += 1) {
      const before = best[begin];
      const cost = before ? before.cost + cells(begin, end) ** 2 : Infinity;
      if (before && cost < least) [least, last] = [cost, before];
    }
    return last && { cost: least, ends: [...last.ends, end] };
  });
