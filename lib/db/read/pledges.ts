import type { NamedPledge, Pledge } from "@/lib/domain/pledge";
import { pool } from "../client";
import { prisma } from "../prisma";
import * as records from "../records/pledge";
import { selectRecords } from "./record-json";
import { ask } from "./ask";
import { sql } from "./sql";

export function findPledge(reference: string): Promise<Pledge | null> {
  return records.findPledge(prisma(), { reference });
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
  return selectRecords(
    pool(),
    "pledge",
    "r.id = ANY($1::uuid[])",
    [ids],
    "ORDER BY array_position($1::uuid[], r.id)",
  );
}
