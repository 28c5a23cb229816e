// What is allocated of pledges that share an approval with limits.
import type { Allocating } from "@/lib/domain/pledge/mandate";
import type { Queryable } from "../connection";
import { pledgeFromRow } from "../records/pledge";
import { SHARING, type JsonOf } from "./record-json";

/** The other pledges of the approvals with limits that serve this one. */
export async function selectSharing(q: Queryable, reference: string): Promise<Allocating[]> {
  const { rows } = await q.query<{ sharing: JsonOf["pledge"][] }>(
    `SELECT (${SHARING} x.id)) AS sharing FROM pledge x WHERE x.reference = $1`,
    [reference],
  );
  return (rows[0]?.sharing ?? []).map(pledgeFromRow);
}

/** Locks the approvals with limits that serve it: others who would allocate from them wait. */
export const lockLimits = (q: Queryable, reference: string): Promise<unknown> =>
  q.query(
    `SELECT FROM approval WHERE limits IS NOT NULL AND id IN (
       SELECT link.approval_id FROM approval_pledge link JOIN pledge p ON p.id = link.pledge_id
        WHERE p.reference = $1 AND link.removed_in IS NULL) ORDER BY id FOR NO KEY UPDATE`,
    [reference],
  );
