// A record's changes, newest first, from the log. Each event comes with the previous one of the same record, because a
// change is their difference.
import type { Role } from "@/lib/domain/people/actor";
import type { Action, EntityType } from "@/lib/domain/base/audit";
import type { Json } from "@/lib/domain/base/canonical";
import type { Instant } from "@/lib/domain/base/day";
import { ask } from "../sql/ask";
import { sql } from "../sql/sql";

export interface LoggedEvent {
  seq: number;
  leafHash: string;
  at: Instant;
  actorName: string;
  actorRole: Role;
  action: Action;
  entityType: EntityType;
  entityId: string;
  reason: string | null;
  /** The record after the event, and after the previous one; null: there was none. */
  after: Json;
  before: Json;
}

/**
 * Events older than `before`: of a pledge, its comments, deliveries, proposals and rulings, and the approvals serving
 * it. Includes the events by which an approval began or ceased to serve it.
 */
export async function findPledgeEvents(
  pledge: { id: string; reference: string },
  page: { before: number | null; limit: number },
): Promise<LoggedEvent[]> {
  const rows = await ask<LoggedRow>(sql`
    SELECT ${LOGGED}
      FROM (
        SELECT 'pledge' AS type, ${pledge.id}::text AS id
        UNION ALL SELECT 'comment', id::text FROM comment WHERE pledge_id = ${pledge.id}::uuid
        UNION ALL SELECT 'ruling', id::text FROM ruling WHERE pledge_id = ${pledge.id}::uuid
        UNION ALL SELECT 'delivery', id::text FROM delivery WHERE pledge_id = ${pledge.id}::uuid
        UNION ALL SELECT 'proposal', id::text FROM proposal WHERE concerns @> ARRAY[${pledge.reference}::text]
        UNION ALL SELECT 'approval', approval_id::text FROM approval_pledge WHERE pledge_id = ${pledge.id}::uuid) told
      JOIN audit.event e ON e.entity_type = told.type AND e.entity_id = told.id
      LEFT JOIN audit.event previous ON previous.entity_type = e.entity_type AND previous.entity_id = e.entity_id
           AND previous.entity_version = e.entity_version - 1
     WHERE e.seq < ${page.before ?? Number.MAX_SAFE_INTEGER}
       AND (e.entity_type <> 'approval'
            OR e.payload::jsonb #> '{record,serves}' ? ${pledge.reference}::text
            OR previous.payload::jsonb #> '{record,serves}' ? ${pledge.reference}::text)
     ORDER BY e.seq DESC LIMIT ${page.limit}`);
  return eventsOf(rows);
}

export type LoggedRow = Omit<LoggedEvent, "after" | "before"> & { payload: string; previous: string | null };

/** Columns of an event e and of `previous`, the one before it of the same record. */
export const LOGGED = sql`e.seq::int, e.leaf_hash AS "leafHash", audit.instant(e.at) AS at, e.actor_name AS "actorName", e.actor_role AS "actorRole", e.action,
           e.entity_type AS "entityType", e.entity_id AS "entityId", e.reason, e.payload, previous.payload AS previous`;

export const eventOf = (row: LoggedRow): LoggedEvent => read(row, recordIn);

/** What one event left, the next one of the same record found: it is read once. */
export function eventsOf(rows: readonly LoggedRow[]): LoggedEvent[] {
  const records = new Map<string, Json>();
  const recordOf = (payload: string): Json => {
    const record = records.get(payload) ?? recordIn(payload);
    records.set(payload, record);
    return record;
  };
  return rows.map((row) => read(row, recordOf));
}

const read = (
  { payload, previous, ...event }: LoggedRow,
  recordOf: (payload: string) => Json,
): LoggedEvent => ({
  ...event,
  after: recordOf(payload),
  before: previous === null ? null : recordOf(previous),
});

/** A payload holds the record and a salt, which must stay secret. */
function recordIn(payload: string): Json {
  const { record } = JSON.parse(payload) as { record: Json };
  return record;
}
