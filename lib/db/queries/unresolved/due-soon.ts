// What falls due on important pledges.
import { OPEN_STAGES, rungOf } from "@/lib/domain/pledge/stages";
import type { DueAsked, DueSoon } from "@/lib/domain/unresolved/what-matters";
import { ask } from "../../sql/ask";
import { all, anyOf, sql, type Sql } from "../../sql/sql";

const BINDING = OPEN_STAGES.filter((stage) => rungOf(stage) >= rungOf("COMMITTED"));

/** The first by day; late ones before. */
export async function findDueSoon({ until, critical, limit }: DueAsked): Promise<DueSoon[]> {
  const pledge = (more: Sql): Sql =>
    all([
      sql`p.voided_at IS NULL`,
      anyOf(sql`p.stage`, OPEN_STAGES),
      sql`(p.stage = ANY(${BINDING}::text[]) OR p.reference = ANY(${critical}::text[])
           OR EXISTS (SELECT FROM participant co WHERE co.code = p.participant AND co.role = 'CO_LEAD'))`,
      more,
    ]);
  const served = sql`(
    SELECT p.reference, p.participant, p.title FROM approval_pledge link JOIN pledge p ON p.id = link.pledge_id
     WHERE link.approval_id = a.id AND link.removed_in IS NULL AND ${pledge(sql`true`)}
     ORDER BY p.reference LIMIT 1)`;
  const rows = await ask<Omit<DueSoon, "kind">>(sql`
    (SELECT 'due' AS what, p.due_on::text AS "on", p.reference, p.participant, p.title, NULL::text AS about, NULL::text AS id
       FROM pledge p WHERE ${pledge(sql`coalesce(p.due_on, 'infinity'::date) <= ${until}::date`)}
      ORDER BY coalesce(p.due_on, 'infinity'::date), p.reference LIMIT ${limit})
    UNION ALL
    (SELECT 'next-action', p.next_action_due_on::text, p.reference, p.participant, p.title, p.next_action, NULL
       FROM pledge p WHERE ${pledge(sql`p.next_action IS NOT NULL AND p.next_action_due_on <= ${until}::date`)}
      ORDER BY p.next_action_due_on, p.reference LIMIT ${limit})
    UNION ALL
    (SELECT 'vote', a.scheduled_for::text, served.reference, served.participant, served.title, a.body, a.id::text
       FROM approval a CROSS JOIN LATERAL ${served} served
      WHERE a.status = 'SCHEDULED' AND a.scheduled_for <= ${until}::date
      ORDER BY a.scheduled_for, served.reference LIMIT ${limit})
    UNION ALL
    (SELECT 'mandate', a.valid_until::text, served.reference, served.participant, served.title, a.body, a.id::text
       FROM approval a CROSS JOIN LATERAL ${served} served
      WHERE a.status = 'APPROVED' AND a.valid_until <= ${until}::date
      ORDER BY a.valid_until, served.reference LIMIT ${limit})
    UNION ALL
    (SELECT 'question', q.due_on::text, p.reference, p.participant, p.title, q.reference, q.id::text
       FROM question q JOIN pledge p ON p.reference = q.pledge
      WHERE q.state = 'OPEN' AND q.due_on <= ${until}::date AND ${pledge(sql`true`)}
      ORDER BY q.due_on, p.reference LIMIT ${limit})`);
  return rows.map((row) => ({ kind: "due", ...row }));
}
