import type { Instant } from "@/lib/domain/base/day";
import type { Register } from "@/lib/domain/people/person";
import type { Queryable } from "../connection";
import { instantSql } from "../sql/instant-sql";

/** What an event of the register holds; a record written before a setting existed doesn't have it. */
export interface SettingsEvent {
  by: { id: string; name: string };
  at: Instant;
  record: Partial<Register>;
}

/** What the log says of the register itself, oldest first. */
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
