// The known name closest to a mistyped one, by Damerau–Levenshtein distance (optimal string alignment).

/** Null: none is near. Case, hyphens and underscores don't count; the nearest wins. */
export function nearestName(typed: string, known: readonly string[]): string | null {
  if (typed.length > LONGEST) return null;
  const name = folded(typed);
  const near = known
    .map((one) => ({ one, distance: distanceTo(name, folded(one)) }))
    .filter(({ distance }) => distance !== null)
    .sort((a, b) => Number(a.distance) - Number(b.distance));
  return near[0]?.one ?? null;
}

/** A longer text isn't a mistyped name. */
const LONGEST = 40;

const folded = (name: string): string => name.toLowerCase().replaceAll(/[-_\s]/g, "");

/** Null: too far. A longer name that begins with the known one (`asOfDate`) is near as well. */
function distanceTo(name: string, known: string): number | null {
  const distance = edits(name, known);
  const most = known.length < 4 ? 0 : known.length < 7 ? 1 : 2;
  const goesOn = known.length >= 4 && name.startsWith(known);
  return distance <= most || goesOn ? distance : null;
}

/** Letters to insert, delete, replace, or swap with a neighbour. */
function edits(a: string, b: string): number {
  let [before, above]: number[][] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = at(above, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? at(before, j - 2) + 1 : Infinity;
      row.push(Math.min(at(row, j - 1) + 1, at(above, j) + 1, replaced, swapped));
    }
    [before, above] = [above, row];
  }
  return at(above, b.length);
}

const at = (row: readonly number[] | undefined, place: number): number => row?.[place] ?? Infinity;
