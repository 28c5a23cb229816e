import { ask } from "../../sql/ask";
import { sql } from "../../sql/sql";

/** By id. */
export async function findNamesOfPeople(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ask<{ id: string; name: string }>(sql`
    SELECT id::text, name FROM person WHERE id = ANY(${[...new Set(ids)]}::uuid[])`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
