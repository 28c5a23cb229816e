// What the matrix and the map show, in figures: each title is a claim made of them.

/** The fewest cells that together hold at least half of the unresolved items, out of all that have any. */
export interface ConcentrationFinding {
  cells: number;
  of: number;
  held: number;
  items: number;
}

/** Null where nothing is unresolved. */
export function concentrationFinding(values: readonly number[]): ConcentrationFinding | null {
  const sorted = values.filter((value) => value > 0).sort((a, b) => b - a);
  const items = sorted.reduce((sum, value) => sum + value, 0);
  if (items === 0) return null;
  let [cells, held] = [0, 0];
  while (held * 2 < items) held += sorted[cells++] ?? 0;
  return { cells, of: sorted.length, held, items };
}

/** Who has most unresolved on a priority: all of them, where several have as many. */
export interface MostFinding {
  names: string[];
  most: number;
  items: number;
}

/** `places`: those with a stated position. Null where nothing is unresolved. */
export function mostFinding(places: readonly { name: string; items: number }[]): MostFinding | null {
  const most = Math.max(0, ...places.map(({ items }) => items));
  if (most === 0) return null;
  return {
    names: places.filter(({ items }) => items === most).map(({ name }) => name),
    most,
    items: places.reduce((sum, { items }) => sum + items, 0),
  };
}
