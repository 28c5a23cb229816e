import type { Instant } from "@/lib/domain/base/day";
import type { Register } from "@/lib/domain/people/register";
import type { Queryable } from "../connection";
import { instantSql } from "../sql/instant-sql";

/** The register as in one of its events; one from before a setting existed lacks it. */
export interface SettingsEvent {
  by: { id: string; name: string };
  at: Instant;
  record: Partial<Register>;
}

/** The register's own events, oldest first. */
export async function selectSettingsEvents(q: Queryable): Promise<SettingsEvent[]> {
  const { rows } = await q.query<{ id: string; name: string; at: Instant; payload: string }>(
    `SELECT actor_id AS id, actor_name AS name, ${instantSql("at")} AS at, payload
       FROM audit.event WHERE entity_type = 'register' ORDER BY entity_version`,
  );
  return rows.map(({ id, name, at, payload }) => ({
    by: { id, name },
    at,
    record: (JSON.parse(payload) as { record: Partial<Register> }).record,
  }));
}
