// Removes a change's leftovers, some rows at a time: items that ended or, if the change was cancelled, prepared ones. No
// reader sees a difference. Rows locked by writers are left for later.
import type { Queryable } from "../connection";
import { FOR_EVER } from "../sql/generation";

/** Returns whether there may be more. */
export async function tidyNext(client: Queryable): Promise<boolean> {
  const { rows } = await client.query<{ id: number; isDone: boolean }>(
    `SELECT id, state = 'DONE' AS "isDone" FROM trigger_change
      WHERE NOT tidied AND ended_at IS NOT NULL FOR NO KEY UPDATE SKIP LOCKED`,
  );
  const [change] = rows;
  if (!change) return false;
  for (const text of change.isDone ? AFTER_DONE : AFTER_GIVEN_UP) {
    const touched = await client.query<{ n: number }>(text, [change.id]);
    if ((touched.rows[0]?.n ?? 0) > 0) return true;
  }
  await client.query("UPDATE trigger_change SET tidied = true WHERE id = $1", [change.id]);
  return false;
}

const SOME = 2_000;

// By ctid, which stays while a row is locked, so that missing statistics can't cause a bad plan.
const some = (table: string, which: string): string =>
  `ctid = ANY (ARRAY (SELECT ctid FROM ${table} WHERE ${which} LIMIT ${SOME} FOR UPDATE SKIP LOCKED))`;
const counted = (change: string): string =>
  `WITH few AS (${change} RETURNING 1) SELECT count(*)::int AS n FROM few`;

const AFTER_DONE = [
  counted(`DELETE FROM unresolved_item WHERE ${some("unresolved_item", "to_world = $1")}`),
  folded("unresolved_by_code", ["code", "class", "since", "until"], ["items", "lacking"]),
  folded("unresolved_by_cell", ["span", "since", "participant", "priority", "counted"], ["items"]),
];

const AFTER_GIVEN_UP = [
  counted(`DELETE FROM unresolved_item WHERE ${some("unresolved_item", "from_world = $1")}`),
  counted(
    `UPDATE unresolved_item SET to_world = ${FOR_EVER} WHERE ${some("unresolved_item", "to_world = $1")}`,
  ),
  counted(`DELETE FROM unresolved_by_code WHERE ${some("unresolved_by_code", "from_world = $1")}`),
  counted(`DELETE FROM unresolved_by_cell WHERE ${some("unresolved_by_cell", "from_world = $1")}`),
];

/** Adds a generation's difference to the counter itself. In the order in which writers lock them. */
function folded(table: string, key: readonly string[], counts: readonly string[]): string {
  const keys = key.join(", ");
  const text = key.map((column) => `${column}::text`).join(` || ' ' || `);
  return `
  WITH gone AS (DELETE FROM ${table} WHERE ${some(table, "from_world = $1")} RETURNING *),
  put AS (
    INSERT INTO ${table} AS t (${keys}, ${counts.join(", ")})
    SELECT ${keys}, ${counts.join(", ")} FROM gone ORDER BY (${text}) COLLATE "C"
    ON CONFLICT (${keys}, from_world) DO UPDATE SET ${counts.map((one) => `${one} = t.${one} + excluded.${one}`).join(", ")})
  SELECT count(*)::int AS n FROM gone`;
}
