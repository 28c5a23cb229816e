// The basis for deciding a proposal: its current subject, and changes since in the log.
import type { Subject } from "@/lib/domain/proposals/fulfilment";
import type { Person } from "@/lib/domain/people/person";
import type { Proposal } from "@/lib/domain/proposals/proposal";
import type { Stage } from "@/lib/domain/pledge/stages";
import { LOGGED, PREVIOUS, type LoggedEvent } from "../../log/history";
import { findApproval } from "./approvals";
import { ask, outside } from "../../sql/ask";
import { findPledge } from "./pledges";
import { sql } from "../../sql/sql";
import { askPrisma } from "../../prisma";
import { selectPerson } from "../../records/person";
import { fieldsChangedBy } from "../../log/changed-by";

/** The subject as it is now. */
export async function findSubject({ reference, subjectId, wish }: Proposal): Promise<Subject> {
  if (wish.do === "record-approval" || wish.do === "change-approval") {
    return { kind: "approval", approval: await findApproval(subjectId), wish };
  }
  const successor = wish.do === "stage" ? wish.successor : null;
  const [pledge, replacing] = await Promise.all([
    findPledge(reference ?? ""),
    successor === null ? null : findPledge(successor),
  ]);
  if (!pledge) throw new Error(`the pledge ${reference} of a proposal is gone`);
  return { kind: "pledge", pledge, successor: replacing, wish };
}

/** Of the pledge, its deliveries and the approvals it needs, or of the approval: newest first, up to the limit. */
export function findEventsSince(proposal: Proposal, limit: number): Promise<LoggedEvent[]> {
  const { id, subject, subjectId } = proposal;
  return ask<LoggedEvent>(sql`
    SELECT ${LOGGED}
      FROM (SELECT ${subject}::text AS type, ${subjectId}::text AS id
            UNION SELECT 'approval', approval_id::text FROM approval_pledge
                   WHERE ${subject} = 'pledge' AND pledge_id = ${subjectId}::uuid
            UNION SELECT 'delivery', id::text FROM delivery
                   WHERE ${subject} = 'pledge' AND pledge_id = ${subjectId}::uuid) concerned
      JOIN audit.event e ON e.entity_type = concerned.type AND e.entity_id = concerned.id
      ${PREVIOUS}
     WHERE e.seq > (SELECT made.seq FROM audit.event made
                     WHERE made.entity_type = 'proposal' AND made.entity_id = ${id} AND made.entity_version = 1)
     ORDER BY e.seq DESC LIMIT ${limit}`);
}

/** The change made by the approval: the event just before it. Null: it no longer changed anything. */
export async function findFulfilment({
  id,
  version,
  subject,
  subjectId,
}: Proposal): Promise<LoggedEvent | null> {
  const [row] = await ask<LoggedEvent>(sql`
    SELECT ${LOGGED}
      FROM audit.event approved
      JOIN audit.event e ON e.seq = approved.seq - 1 AND e.txid = approved.txid
      ${PREVIOUS}
     WHERE approved.entity_type = 'proposal' AND approved.entity_id = ${id} AND approved.entity_version = ${version}
       AND e.entity_type = ${subject} AND e.entity_id = ${subjectId}`);
  return row ?? null;
}

/** This person's changes to it since: `pledge.stage`, `approval.status`, … */
export const findChangesBy = (personId: string, proposal: Proposal): Promise<string[]> =>
  fieldsChangedBy(outside, personId, proposal);

/** The proposed new owner. */
export const findNamedPerson = (email: string): Promise<Person | null> =>
  askPrisma((db) => selectPerson(db, { email: email.toLowerCase() }));

/** The pledges that an approval is about, up to the limit. */
export const findPledgesOfApproval = (
  references: readonly string[],
  limit: number,
): Promise<{ reference: string; title: string; stage: Stage }[]> =>
  ask(sql`
    SELECT reference, title, stage FROM pledge WHERE reference = ANY(${references}::text[]) ORDER BY reference LIMIT ${limit}`);
