// Compares derived rows with what follows from the records, as `npm run check:register` does.
import type { Queryable } from "../connection";
import { checkIn } from "../derived/check";
import { discrepancy, firstProblem, type Discrepancy } from "./verdict";

export async function derivedFaults(q: Queryable): Promise<Discrepancy[]> {
  const { rows } = await q.query<{ founded: boolean }>("SELECT EXISTS (SELECT FROM register) AS founded");
  if (rows[0]?.founded !== true) return [];
  const { differing, counters, cells, leaves } = await checkIn(q);
  return [
    differing.map((line) => `what is unresolved, ${line}`),
    counters.map((line) => `what is counted, ${line}`),
    cells.map((cell) => `the numbers of ${cell} aren't gapless`),
    leaves.map((reference) => `the leaves of ${reference} aren't those of its condition`),
  ].flatMap((lines) => firstProblem(lines.map((line) => discrepancy("derived", line))));
}
