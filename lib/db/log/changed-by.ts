// A person's changes since a proposal was made, to anything it rests on, from the log.
import type { Json } from "@/lib/domain/base/canonical";
import { changesBetween } from "@/lib/domain/proposals/history";
import type { Proposal } from "@/lib/domain/proposals/proposal";
import type { Queryable } from "../connection";

/** Fields such as `pledge.contributions` or `approval.status`. */
export async function fieldsChangedBy(
  q: Queryable,
  personId: string,
  { id, subject, subjectId }: Proposal,
): Promise<string[]> {
  const { rows } = await q.query<{ type: string; after: string; before: string | null }>(CHANGES, [
    personId,
    id,
    subject,
    subjectId,
  ]);
  const fields = rows.flatMap(({ type, after, before }) =>
    changesBetween(before === null ? null : recordIn(before), recordIn(after)).map(
      ({ field }) => `${type}.${field.split(".")[0] ?? field}`,
    ),
  );
  return [...new Set(fields)];
}

const recordIn = (payload: string): Json => (JSON.parse(payload) as { record: Json }).record;

const CHANGES = `
  WITH concerned (type, id) AS (
    SELECT $3::text, $4::text
    UNION SELECT 'approval', approval_id::text FROM approval_pledge WHERE $3 = 'pledge' AND pledge_id = $4::uuid
    UNION SELECT 'delivery', id::text FROM delivery WHERE $3 = 'pledge' AND pledge_id = $4::uuid)
  SELECT e.entity_type AS type, e.payload AS after, previous.payload AS before
    FROM concerned JOIN audit.event e ON e.entity_type = concerned.type AND e.entity_id = concerned.id
    LEFT JOIN audit.event previous ON previous.entity_type = e.entity_type AND previous.entity_id = e.entity_id
         AND previous.entity_version = e.entity_version - 1
   WHERE e.actor_id = $1
     AND e.seq > (SELECT made.seq FROM audit.event made
                   WHERE made.entity_type = 'proposal' AND made.entity_id = $2 AND made.entity_version = 1)`;
