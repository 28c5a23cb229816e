// Which records have changed since a process last read. Null if that position isn't in this log, or too many
// entries ago to be worth it.
import type { EntityType } from "@/lib/domain/base/audit";
import { ask } from "../../sql/ask";
import { sql } from "../../sql/sql";

/** An entry of the log, by number and hash. */
export interface ReadUpTo {
  position: number;
  leafHash: string;
}

export interface ChangedRecord {
  type: string;
  id: string;
}

interface ChangedUpTo extends ReadUpTo {
  /** Each once; null: more than `few` entries since then, or a position of another log. */
  changed: ChangedRecord[] | null;
}

/** `from` null: nothing was read yet. */
export async function findChangedSince(
  from: ReadUpTo | null,
  types: readonly EntityType[],
  few: number,
): Promise<ChangedUpTo> {
  const { position, leafHash } = from ?? { position: -1, leafHash: "" };
  const [row] = await ask<ChangedUpTo>(sql`
    SELECT h.seq::float8 AS position, h.leaf_hash AS "leafHash",
           CASE WHEN EXISTS (SELECT FROM audit.event e
                              WHERE e.seq = ${position}::bigint AND e.leaf_hash = ${leafHash} AND h.seq <= e.seq + ${few}::int)
           THEN (SELECT coalesce(json_agg(DISTINCT jsonb_build_object('type', e.entity_type, 'id', e.entity_id)), '[]')
                   FROM audit.event e
                  WHERE e.seq > ${position}::bigint AND e.entity_type = ANY(${[...types]}::text[]))
           END AS changed
      FROM audit.head h`);
  return row ?? { position: 0, leafHash: "", changed: null };
}
