import type { TriggerChange } from "@/lib/domain/unresolved/trigger-change";
import type { Queryable } from "../connection";
import { instantSql } from "../sql/instant-sql";

export async function selectChanges(
  q: Queryable,
  where: string,
  values: unknown[],
  rest = "",
): Promise<TriggerChange[]> {
  const { rows } = await q.query<TriggerChange>(
    `SELECT c.id, c.code, c.state, c.total, c.done, c.actor->>'name' AS "startedBy",
            ${instantSql("c.started_at")} AS "startedAt", ${instantSql("c.ended_at")} AS "endedAt"
       FROM trigger_change c WHERE ${where} ${rest}`,
    values,
  );
  return rows;
}
