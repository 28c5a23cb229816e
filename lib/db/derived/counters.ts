// The counters behind figures over the whole register.
import type { Queryable } from "../connection";
import type { CounterValues, CounterDelta } from "./counter-delta";

/** One statement per transaction, its rows in a fixed order, so that two transactions can't deadlock. */
export async function moveCounters(client: Queryable, delta: CounterDelta): Promise<void> {
  const { codes, cells, stages } = delta.counts();
  if (codes.length + cells.length + stages.length === 0) return;
  await client.query({ name: "move-counters", text: MOVE }, [
    JSON.stringify(codes),
    JSON.stringify(cells),
    JSON.stringify(stages),
  ]);
}

/** The stored counters, without zeros. */
export async function storedCounts(q: Queryable): Promise<CounterValues> {
  const codes = await q.query<CounterValues["codes"][number]>(
    `SELECT code, class, since::text, until::text, sum(items)::int AS items, sum(lacking)::int AS lacking, 0 AS from_world
       FROM unresolved_by_code_now GROUP BY code, class, since, until HAVING sum(items) <> 0 OR sum(lacking) <> 0`,
  );
  const cells = await q.query<CounterValues["cells"][number]>(
    `SELECT span, since::text, participant, priority, counted, sum(items)::int AS items, 0 AS from_world
       FROM unresolved_by_cell_now GROUP BY span, since, participant, priority, counted HAVING sum(items) <> 0`,
  );
  const stages = await q.query<CounterValues["stages"][number]>(
    "SELECT participant, priority, stage, part, pledges FROM pledge_by_stage WHERE pledges <> 0",
  );
  return { codes: codes.rows, cells: cells.rows, stages: stages.rows };
}

const MOVE = `
  WITH codes AS (
    INSERT INTO unresolved_by_code AS c SELECT * FROM json_populate_recordset(NULL::unresolved_by_code, $1)
    ON CONFLICT (code, class, since, until, from_world) DO UPDATE SET items = c.items + excluded.items, lacking = c.lacking + excluded.lacking),
  cells AS (
    INSERT INTO unresolved_by_cell AS c SELECT * FROM json_populate_recordset(NULL::unresolved_by_cell, $2)
    ON CONFLICT (span, since, participant, priority, counted, from_world) DO UPDATE SET items = c.items + excluded.items)
  INSERT INTO pledge_by_stage AS c SELECT * FROM json_populate_recordset(NULL::pledge_by_stage, $3)
  ON CONFLICT (participant, priority, stage, part) DO UPDATE SET pledges = c.pledges + excluded.pledges`;
