import type { Day } from "@/lib/domain/base/day";
import type { Approval, ApprovalFilter } from "@/lib/domain/pledge/approval";
import { COUNTED_TO } from "@/lib/domain/base/listing";
import { askPrisma } from "../../prisma";
import * as records from "../../records/approval";
import { selectRecords } from "../../statements/record-json";
import { ask, outside } from "../../sql/ask";
import { all, anyOf, sql, type Sql } from "../../sql/sql";

/** By the approval's id. */
export async function findBodies(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const where = { id: { in: [...ids] } };
  const rows = await askPrisma((db) => db.approval.findMany({ where, select: { id: true, body: true } }));
  return new Map(rows.map(({ id, body }) => [id, body]));
}

export const findApproval = (id: string): Promise<Approval | null> =>
  askPrisma((db) => records.selectApproval(db, id));

/** A page, by participant; one more than the limit, if another page follows. */
export function findApprovals(filter: ApprovalFilter, today: Day): Promise<Approval[]> {
  const [participant, id] = filter.after ?? [];
  const from = id === undefined ? null : sql`(r.participant, r.id) > (${participant}, ${id}::uuid)`;
  const which = all([matching(filter, today), from]);
  return selectRecords(
    outside,
    "approval",
    which.text,
    [...which.values],
    `ORDER BY r.participant, r.id LIMIT ${String(filter.limit + 1)}`,
  );
}

export async function countApprovals(filter: ApprovalFilter, today: Day): Promise<number> {
  const [row] = await ask<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM (SELECT FROM approval r WHERE ${matching(filter, today)} LIMIT ${COUNTED_TO + 1}) counted`);
  return row?.n ?? 0;
}

const matching = (filter: ApprovalFilter, today: Day): Sql =>
  all([
    anyOf(sql`r.participant`, filter.participant),
    anyOf(sql`r.kind`, filter.kind),
    anyOf(currentStatus(sql`r`, today), filter.status),
  ]);

/** An approval's effective status, from a row of that name: a mandate that is over has lapsed. */
export const currentStatus = (row: Sql, today: Day): Sql =>
  sql`CASE WHEN ${row}.status = 'APPROVED' AND ${row}.valid_until < ${today} THEN 'LAPSED' ELSE ${row}.status END`;
