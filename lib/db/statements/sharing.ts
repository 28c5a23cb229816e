// The approvals with limits that pledges share.
import type { Queryable } from "../connection";

/** Locks the approvals with limits that serve it: other changes that allocate from them wait. */
export const lockLimits = (q: Queryable, reference: string): Promise<unknown> =>
  q.query(
    `SELECT FROM approval WHERE limits IS NOT NULL AND id IN (
       SELECT link.approval_id FROM approval_pledge link JOIN pledge p ON p.id = link.pledge_id
        WHERE p.reference = $1 AND link.removed_in IS NULL) ORDER BY id FOR NO KEY UPDATE`,
    [reference],
  );
