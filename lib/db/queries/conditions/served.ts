// Pledges that approvals serve, with what decides how much of them may be allocated.
import type { ServedPledge } from "@/lib/domain/requirements/one-step";
import { approvalOf } from "../../records/approval";
import { pledgeFromRow } from "../../records/pledge";
import { ask } from "../../sql/ask";
import { raw, sql } from "../../sql/sql";
import { PLEDGE_WITH_LINES, SHARING, type JsonOf } from "../../statements/record-json";
import { approvalsOf } from "../pledges/around";

/** Those of these pledges that an approval serves, without their evidence. */
export async function findServed(references: readonly string[]): Promise<ServedPledge[]> {
  if (references.length === 0) return [];
  const rows = await ask<ServedRow>(sql`
    SELECT x.pledge, ${raw(approvalsOf("x"))} AS approvals, (${raw(SHARING)} x.id)) AS sharing
      FROM (SELECT r.id, ${raw(PLEDGE_WITH_LINES)} AS pledge FROM pledge r
             WHERE r.reference = ANY(${[...references]}::text[])
               AND EXISTS (SELECT FROM approval_pledge l WHERE l.pledge_id = r.id AND l.removed_in IS NULL)) x`);
  return rows.map(({ pledge, approvals, sharing }) => ({
    pledge: pledgeFromRow(pledge),
    approvals: approvals.map(approvalOf),
    sharing: sharing.map(pledgeFromRow),
  }));
}

interface ServedRow {
  pledge: JsonOf["pledge"];
  approvals: JsonOf["approval"][];
  sharing: JsonOf["pledge"][];
}
