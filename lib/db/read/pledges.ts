import type { NamedPledge, Pledge } from "@/lib/domain/pledge";
import { pool } from "../client";
import { selectPledges } from "../records/select";
import { ask } from "./ask";
import { sql } from "./sql";

export async function findPledge(reference: string): Promise<Pledge | null> {
  const [pledge] = await selectPledges(pool(), "r.reference = $1", [reference]);
  return pledge ?? null;
}

export async function findPledgeId(reference: string): Promise<string | null> {
  const [row] = await ask<{ id: string }>(sql`SELECT id FROM pledge WHERE reference = ${reference}`);
  return row?.id ?? null;
}

/** What a participant has on a priority, voided pledges aside: enough of each to name it. */
export function findInCell(
  { participant, priority }: Pick<Pledge, "participant" | "priority">,
  limit: number,
): Promise<NamedPledge[]> {
  return ask<NamedPledge>(sql`
    SELECT reference, title, stage FROM pledge
     WHERE participant = ${participant} AND priority = ${priority} AND voided_at IS NULL ORDER BY number LIMIT ${limit}`);
}

/** Whole pledges, in the order of their ids as given. */
export function findPledgesInOrder(ids: readonly string[]): Promise<Pledge[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return selectPledges(pool(), "r.id = ANY($1::uuid[])", [ids], "ORDER BY array_position($1::uuid[], r.id)");
}

/** For each of these pledges that replaced an older one, the older one's reference. */
export async function findSuperseded(references: readonly string[]): Promise<Map<string, string>> {
  const rows = await ask<{ reference: string; older: string }>(sql`
    SELECT superseded_by AS reference, reference AS older
      FROM pledge WHERE superseded_by = ANY(${references}::text[]) ORDER BY participant, priority, number`);
  return new Map(rows.map(({ reference, older }) => [reference, older]));
}
