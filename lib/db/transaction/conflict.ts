// For a stale client: who has changed which fields since its version, from the log.
import type { EntityType } from "@/lib/domain/base/audit";
import type { Json } from "@/lib/domain/base/canonical";
import type { Instant } from "@/lib/domain/base/day";
import { changesBetween } from "@/lib/domain/proposals/history";
import type { Conflict } from "@/lib/domain/base/refusal";
import type { RecordOf } from "../records/record-of";
import { STORES } from "../records/stores";
import type { Queryable } from "../connection";
import { instantSql } from "../sql/instant-sql";

export async function conflictWith<E extends EntityType>(
  q: Queryable,
  entity: E,
  current: RecordOf[E],
  version: number,
): Promise<Conflict> {
  const { rows } = await q.query<{ version: number; actor: string; at: Instant; payload: string }>(
    `SELECT entity_version AS version, actor_name AS actor, ${instantSql("at")} AS at, payload
       FROM audit.event WHERE entity_type = $1 AND entity_id = $2 AND entity_version IN ($3, $4) ORDER BY entity_version`,
    [entity, STORES[entity].idOf(current), version, current.version],
  );
  const last = rows.at(-1);
  const before = rows.find((row) => row.version === version);
  const changes = before && last ? changesBetween(recordIn(before.payload), recordIn(last.payload)) : [];
  return {
    current: current.version,
    changedBy: last?.actor ?? "",
    changedAt: last?.at ?? "",
    fields: [...new Set(changes.map(({ field }) => field.split(".")[0] ?? field))],
  };
}

const recordIn = (payload: string): Json => (JSON.parse(payload) as { record: Json }).record;
