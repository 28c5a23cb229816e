import type { NamedPledge, Pledge } from "@/lib/domain/pledge/pledge";
import { askPool } from "../../client";
import { ask } from "../../sql/ask";
import { RECORDS, type JsonOf } from "../../statements/record-json";
import { sql } from "../../sql/sql";

export async function findPledge(reference: string): Promise<Pledge | null> {
  const [pledge] = await selectPledges("pledge", "r.reference = $1", reference);
  return pledge ?? null;
}

export async function findPledgeId(reference: string): Promise<string | null> {
  const [row] = await ask<{ id: string }>(sql`SELECT id FROM pledge WHERE reference = ${reference}`);
  return row?.id ?? null;
}

/** A participant's own pledges on a priority, without voided ones: the fields needed to name each. */
export function findInCell(
  { participant, priority }: Pick<Pledge, "participant" | "priority">,
  limit: number,
): Promise<NamedPledge[]> {
  return ask<NamedPledge>(sql`
    SELECT reference, title, stage FROM pledge
     WHERE participant = ${participant} AND priority = ${priority} AND voided_at IS NULL ORDER BY number LIMIT ${limit}`);
}

/** Whole pledges, in the order of the ids given. */
export function findPledgesInOrder(ids: readonly string[]): Promise<Pledge[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return selectPledges("pledges", "r.id = ANY($1::uuid[]) ORDER BY array_position($1::uuid[], r.id)", ids);
}

/** Prepared by name: planning takes longer than reading. */
async function selectPledges(name: string, which: string, value: unknown): Promise<Pledge[]> {
  const { json, read } = RECORDS.pledge;
  const question = `SELECT ${json} AS record FROM pledge r WHERE ${which}`;
  const rows = await askPool<{ record: JsonOf["pledge"] }>(question, [value], { name });
  return rows.map(({ record }) => read(record));
}
