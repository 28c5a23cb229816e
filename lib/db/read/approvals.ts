import type { Approval } from "@/lib/domain/approval";
import { COUNTED_TO, type ApprovalFilter } from "@/lib/domain/listing";
import type { Pledge } from "@/lib/domain/pledge";
import { pool } from "../client";
import { selectRecord, selectRecords } from "../records/select";
import { ask } from "./ask";
import { all, anyOf, sql, type Sql } from "./sql";

/** The approvals that serve each of these pledges, by its reference, oldest first. */
export async function findApprovalsServing(
  pledges: readonly Pick<Pledge, "id" | "reference">[],
): Promise<Map<string, Approval[]>> {
  const serving = await selectRecords(
    pool(),
    "approval",
    "r.id = ANY(ARRAY(SELECT approval_id FROM approval_pledge WHERE pledge_id = ANY($1::uuid[]) AND removed_in IS NULL))",
    [pledges.map(({ id }) => id)],
    "ORDER BY r.created_at, r.id",
  );
  const served = (reference: string): Approval[] =>
    serving.filter(({ serves }) => serves.includes(reference));
  return new Map(pledges.map(({ reference }) => [reference, served(reference)]));
}

/** The body that decides on each of these approvals, by its id. */
export async function findBodies(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ask<{ id: string; body: string }>(
    sql`SELECT id, body FROM approval WHERE id = ANY(${ids}::uuid[])`,
  );
  return new Map(rows.map(({ id, body }) => [id, body]));
}

export const findApproval = (id: string): Promise<Approval | null> =>
  selectRecord(pool(), "approval", "r.id = $1", [id]);

/** A page, by participant; one more than the limit says that another follows. */
export function findApprovals(filter: ApprovalFilter): Promise<Approval[]> {
  const [participant, id] = filter.after ?? [];
  const from = id === undefined ? null : sql`(r.participant, r.id) > (${participant}, ${id}::uuid)`;
  const which = all([asked(filter), from]);
  return selectRecords(
    pool(),
    "approval",
    which.text,
    [...which.values],
    `ORDER BY r.participant, r.id LIMIT ${String(filter.limit + 1)}`,
  );
}

export async function countApprovals(filter: ApprovalFilter): Promise<number> {
  const [row] = await ask<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM (SELECT FROM approval r WHERE ${asked(filter)} LIMIT ${COUNTED_TO + 1}) counted`);
  return row?.n ?? 0;
}

const asked = (filter: ApprovalFilter): Sql =>
  all([
    anyOf(sql`r.participant`, filter.participant),
    anyOf(sql`r.kind`, filter.kind),
    anyOf(sql`r.status`, filter.status),
  ]);
