// A record's changes, newest first, from the log. Each event comes with the previous one of the same record, because a
// change is their difference.
import type { Role } from "@/lib/domain/people/actor";
import type { Json } from "@/lib/domain/base/canonical";
import type { Instant } from "@/lib/domain/base/day";
import type { Happened } from "@/lib/domain/notices/changes-shown";
import { ask } from "../sql/ask";
import { sql, type Sql } from "../sql/sql";

export interface LoggedEvent extends Happened {
  seq: number;
  leafHash: string;
  at: Instant;
  actorName: string;
  actorRole: Role;
  entityId: string;
  reason: string | null;
}

/**
 * Events older than `before`: of a pledge, its comments, deliveries, proposals and rulings, and the approvals serving
 * it. Includes the events by which an approval began or ceased to serve it.
 */
export async function findPledgeEvents(
  pledge: { id: string; reference: string },
  page: { before: number | null; limit: number },
): Promise<LoggedEvent[]> {
  const rows = await ask<LoggedEvent>(sql`
    SELECT ${EVENT}, ${recordOf(sql`e.payload`)} AS after,
           CASE WHEN e.entity_type = 'approval' OR page.previous < min(e.seq) OVER ()
                THEN (SELECT ${recordOf(sql`past.payload`)} FROM audit.event past WHERE past.seq = page.previous) END AS before
      FROM (
        SELECT e.seq, previous.seq AS previous
          FROM (
            SELECT 'pledge' AS type, ${pledge.id}::text AS id
            UNION ALL SELECT 'comment', id::text FROM comment WHERE pledge_id = ${pledge.id}::uuid
            UNION ALL SELECT 'ruling', id::text FROM ruling WHERE pledge_id = ${pledge.id}::uuid
            UNION ALL SELECT 'delivery', id::text FROM delivery WHERE pledge_id = ${pledge.id}::uuid
            UNION ALL SELECT 'proposal', id::text FROM proposal WHERE concerns @> ARRAY[${pledge.reference}::text]
            UNION ALL SELECT 'approval', approval_id::text FROM approval_pledge WHERE pledge_id = ${pledge.id}::uuid) subject
          JOIN audit.event e ON e.entity_type = subject.type AND e.entity_id = subject.id
          ${PREVIOUS}
         WHERE e.seq < ${page.before ?? Number.MAX_SAFE_INTEGER}
           AND (e.entity_type <> 'approval'
                OR e.payload::jsonb #> '{record,serves}' ? ${pledge.reference}::text
                OR previous.payload::jsonb #> '{record,serves}' ? ${pledge.reference}::text)
         ORDER BY e.seq DESC LIMIT ${page.limit}) page
      JOIN audit.event e USING (seq)
     ORDER BY e.seq DESC`);
  return withBefore(rows);
}

/**
 * If the previous event of the same record is in the list too, `before` is taken from that. The query returns
 * it for all others, and always for approvals, since some of their events are left out.
 */
function withBefore(newestFirst: readonly LoggedEvent[]): LoggedEvent[] {
  const left = new Map<string, Json>();
  return newestFirst
    .toReversed()
    .map((row) => {
      const record = `${row.entityType} ${row.entityId}`;
      const before = row.before ?? left.get(record) ?? null;
      left.set(record, row.after);
      return { ...row, before };
    })
    .toReversed();
}

/** The columns of an event e, except its record. */
const EVENT = sql`e.seq::int, e.leaf_hash AS "leafHash", audit.instant(e.at) AS at, e.actor_name AS "actorName", e.actor_role AS "actorRole", e.action,
           e.entity_type AS "entityType", e.entity_id AS "entityId", e.reason`;

/** A payload holds the record and a salt, which must stay secret. */
const recordOf = (payload: Sql): Sql => sql`${payload}::json->'record'`;

/** An event e, with `PREVIOUS`, as LoggedEvent. */
export const LOGGED = sql`${EVENT}, ${recordOf(sql`e.payload`)} AS after, ${recordOf(sql`previous.payload`)} AS before`;

/** The event before e of the same record, if any. */
export const PREVIOUS = sql`LEFT JOIN audit.event previous ON previous.entity_type = e.entity_type AND previous.entity_id = e.entity_id
           AND previous.entity_version = e.entity_version - 1`;
