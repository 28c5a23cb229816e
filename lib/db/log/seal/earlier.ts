import "server-only";
import type { Checkpoint } from "@/lib/domain/log/note";
import { ask } from "../../sql/ask";
import { sql } from "../../sql/sql";

/**
 * Sizes of a log's earlier checkpoints that others are likely to hold, ascending. These are the last hundred, the
 * last of each of the last 366 days with one, the last hundred packages', and each witness's last.
 */
export async function findEarlierSizes({ origin, size }: Checkpoint): Promise<number[]> {
  const found = await ask<{ size: number }>(sql`
    WITH earlier AS (SELECT id, size, sealed_at FROM audit.checkpoint WHERE origin = ${origin} AND size < ${size})
    SELECT size::float8 AS size FROM (
      (SELECT size FROM earlier ORDER BY id DESC LIMIT 100)
      UNION
      (SELECT max(size) FROM earlier GROUP BY (sealed_at AT TIME ZONE 'UTC')::date
        ORDER BY (sealed_at AT TIME ZONE 'UTC')::date DESC LIMIT 366)
      UNION
      (SELECT checkpoint FROM (SELECT checkpoint FROM export_job WHERE checkpoint IS NOT NULL ORDER BY number DESC LIMIT 100) given
        WHERE checkpoint IN (SELECT size FROM earlier))
      UNION
      (SELECT last.size FROM checkpoint_witness w CROSS JOIN LATERAL (
        SELECT e.size FROM audit.cosignature s JOIN earlier e ON e.id = s.checkpoint_id
         WHERE s.verifier_key = w.verifier_key ORDER BY s.checkpoint_id DESC LIMIT 1) last)
    ) sizes ORDER BY size`);
  return found.map((row) => row.size);
}
