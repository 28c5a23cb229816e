// What is derived, against what follows from the records: as `npm run check:register` recomputes it.
import type { Queryable } from "../records/select";
import { checkIn } from "../unresolved/check";
import { finding, firstOf, type Finding } from "./verdict";

export async function derivedFaults(q: Queryable): Promise<Finding[]> {
  const { rows } = await q.query<{ founded: boolean }>("SELECT EXISTS (SELECT FROM register) AS founded");
  if (rows[0]?.founded !== true) return [];
  const { differing, counters, cells, leaves } = await checkIn(q);
  return [
    differing.map((line) => `unresolved_item, ${line}`),
    counters.map((line) => `the counters: ${line}`),
    cells.map((cell) => `reference_counter: numbers of ${cell} aren't gapless`),
    leaves.map((reference) => `condition_leaf: the leaves of ${reference} aren't those of its condition`),
  ].flatMap((lines) => firstOf(lines.map((line) => finding("derived", line))));
}
