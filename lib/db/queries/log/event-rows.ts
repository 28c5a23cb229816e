// The records that a name in the log refers to, by type and id.
import { ENTITY_TYPES } from "@/lib/domain/base/audit";
import type { NamedRecord } from "@/lib/domain/log/logged";
import { sql, type Sql } from "../../sql/sql";

export function eventRowOf(named: Exclude<NamedRecord, { is: "type" }>): Sql {
  switch (named.is) {
    case "pledge":
      return aboutPledge(named.reference);
    case "account":
      return sql`SELECT 'person' AS type, p.id::text AS id FROM person p WHERE p.email = ${named.email}`;
    case "record":
      return sql`
        SELECT type, ${named.name}::text AS id FROM unnest(${ENTITY_TYPES}::text[]) AS known (type)
        UNION ALL SELECT 'requirement', r.id::text FROM requirement r WHERE r.reference = ${named.name}
        UNION ALL SELECT 'finding', f.id::text FROM finding f WHERE f.reference = ${named.name}
        UNION ALL SELECT 'question', a.id::text FROM question a WHERE a.reference = ${named.name}`;
  }
}

/** The pledge, with its comments, rulings, deliveries, proposals, approvals and offers. */
const aboutPledge = (reference: string): Sql => sql`
  WITH pledge_asked AS (SELECT p.id FROM pledge p WHERE p.reference = ${reference})
  SELECT 'pledge' AS type, id::text AS id FROM pledge_asked
  UNION ALL SELECT 'comment', c.id::text FROM comment c JOIN pledge_asked a ON a.id = c.pledge_id
  UNION ALL SELECT 'ruling', r.id::text FROM ruling r JOIN pledge_asked a ON a.id = r.pledge_id
  UNION ALL SELECT 'delivery', d.id::text FROM delivery d JOIN pledge_asked a ON a.id = d.pledge_id
  UNION ALL SELECT 'offer', o.id::text FROM offer o JOIN pledge_asked a ON a.id = o.pledge_id
  UNION ALL SELECT 'finding', f.id::text FROM finding f WHERE f.about_kind = 'pledge' AND f.about_key = ${reference}::text
  UNION ALL SELECT 'question', u.id::text FROM question u WHERE u.pledge = ${reference}::text
  UNION ALL SELECT 'approval', s.approval_id::text FROM approval_pledge s JOIN pledge_asked a ON a.id = s.pledge_id
  UNION ALL SELECT 'proposal', q.id::text FROM proposal q WHERE q.concerns @> ARRAY[${reference}::text]`;
