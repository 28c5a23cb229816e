import { COUNTED_TO } from "@/lib/domain/base/listing";
import {
  nameProposed,
  type AccountProposalRow,
  type AnyProposalRow,
  type KnownAccountProposal,
} from "@/lib/domain/proposals/account";
import type { ProposalFilter, KnownProposal, Proposal, ProposalRow } from "@/lib/domain/proposals/proposal";
import { findNamesOfPeople } from "../workspace/people-names";
import { selectAnyProposals, selectProposals } from "./known-proposals";
import { ask, outside } from "../../sql/ask";
import { all, anyOf, sql, type Sql } from "../../sql/sql";

export async function findProposalRow(id: string): Promise<ProposalRow | null> {
  const [row] = await titled(await selectProposals(outside, "r.id = $1", [id]));
  return row ?? null;
}

/**
 * A person's proposals that were sent back or wait, oldest first. One sent back also appears for the pledge's current
 * owner.
 */
export async function findOwnProposals(
  { id, email }: { id: string; email: string },
  status: "OPEN" | "RETURNED",
  limit: number,
): Promise<ProposalRow[]> {
  const owned =
    "EXISTS (SELECT FROM pledge p WHERE p.reference = ANY (r.concerns) AND p.owner = $3 AND p.voided_at IS NULL)";
  const whose = status === "OPEN" ? "r.proposer_id = $1" : `(r.proposer_id = $1 OR ${owned})`;
  return titled(
    await selectProposals(
      outside,
      `r.status = $2 AND ${whose} AND $3::text IS NOT NULL`,
      [id, status, email],
      `ORDER BY r.created_at, r.id LIMIT ${String(limit)}`,
    ),
  );
}

/** A page, oldest first; one more than the limit, if another page follows. */
export async function findProposals(filter: ProposalFilter): Promise<ProposalRow[]> {
  const [at, id] = filter.after ?? [];
  const from = id === undefined ? null : sql`(r.created_at, r.id) > (${at}::timestamptz, ${id}::uuid)`;
  const which = all([matching(filter), from]);
  return titled(
    await selectProposals(
      outside,
      which.text,
      [...which.values],
      `ORDER BY r.created_at, r.id LIMIT ${String(filter.limit + 1)}`,
    ),
  );
}

export async function countProposals(
  filter: ProposalFilter,
  scope: ProposalScope = "records",
): Promise<number> {
  const [row] = await ask<{ n: number }>(sql`
    SELECT count(*)::int AS n
      FROM (SELECT FROM proposal r WHERE ${matchingIn(scope, filter)} LIMIT ${COUNTED_TO + 1}) counted`);
  return row?.n ?? 0;
}

/** A page of the proposals in this scope, oldest first; one more than the limit, if another page follows. */
export async function findAnyProposals(
  filter: ProposalFilter,
  scope: ProposalScope,
): Promise<AnyProposalRow[]> {
  const [at, id] = filter.after ?? [];
  const from = id === undefined ? null : sql`(r.created_at, r.id) > (${at}::timestamptz, ${id}::uuid)`;
  const which = all([matchingIn(scope, filter), from]);
  const rest = `ORDER BY r.created_at, r.id LIMIT ${String(filter.limit + 1)}`;
  return named(await selectAnyProposals(outside, which.text, [...which.values], rest));
}

export async function findAccountProposal(id: string): Promise<AccountProposalRow | null> {
  const [row] = await named(await selectAnyProposals(outside, "r.subject = 'account' AND r.id = $1", [id]));
  return row?.subject === "account" ? row : null;
}

/** The open or returned one for an account. */
export async function findPendingFor(accountId: string): Promise<AccountProposalRow | null> {
  const where = "r.subject = 'account' AND r.subject_id = $1 AND r.status IN ('OPEN', 'RETURNED')";
  const [row] = await named(await selectAnyProposals(outside, where, [accountId]));
  return row?.subject === "account" ? row : null;
}

export async function countOpenForAccounts(): Promise<number> {
  const [row] = await ask<{ n: number }>(
    sql`SELECT count(*)::int AS n FROM proposal WHERE subject = 'account' AND status = 'OPEN'`,
  );
  return row?.n ?? 0;
}

/** Those that wait, then the latest of the others. */
export async function findAccountProposals(limit: number): Promise<AccountProposalRow[]> {
  const rest = `ORDER BY (r.status = 'OPEN') DESC, r.updated_at DESC, r.id LIMIT ${String(limit)}`;
  const rows = await named(await selectAnyProposals(outside, "r.subject = 'account'", [], rest));
  return rows.filter((row) => row.subject === "account");
}

/** With the title of its subject: for an account the name of its holder. */
async function named(
  proposals: readonly (KnownProposal | KnownAccountProposal)[],
): Promise<AnyProposalRow[]> {
  const onAccounts = proposals.filter((one) => one.subject === "account");
  const [names, rows] = await Promise.all([
    findNamesOfPeople(onAccounts.map(({ subjectId }) => subjectId)),
    titled(proposals.filter((one) => one.subject !== "account")),
  ]);
  const titles = new Map(rows.map((row) => [row.id, row]));
  return proposals.flatMap((one): AnyProposalRow[] => {
    if (one.subject !== "account") return [titles.get(one.id) ?? []].flat();
    return [{ ...one, title: names.get(one.subjectId) ?? nameProposed(one.wish) ?? "" }];
  });
}

export interface Neighbours {
  previous: string | null;
  next: string | null;
  /** The oldest of the others. */
  first: string | null;
}

/** Ids of the neighbours of a proposal in a view, whether it is itself in the view or not. */
export async function findNeighbours(
  filter: ProposalFilter,
  { id, createdAt }: Pick<Proposal, "id" | "createdAt">,
): Promise<Neighbours> {
  const own = sql`(${createdAt}::timestamptz, ${id}::uuid)`;
  const [row] = await ask<Neighbours>(sql`
    SELECT (SELECT r.id FROM proposal r WHERE ${matching(filter)} AND (r.created_at, r.id) < ${own}
             ORDER BY r.created_at DESC, r.id DESC LIMIT 1) AS previous,
           (SELECT r.id FROM proposal r WHERE ${matching(filter)} AND (r.created_at, r.id) > ${own}
             ORDER BY r.created_at, r.id LIMIT 1) AS next,
           (SELECT r.id FROM proposal r WHERE ${matching(filter)} AND r.id <> ${id}::uuid
             ORDER BY r.created_at, r.id LIMIT 1) AS first`);
  return row ?? { previous: null, next: null, first: null };
}

/** Whose proposals: about records, about accounts, or both. */
export type ProposalScope = "records" | "accounts" | "all";

const scoped = (scope: ProposalScope): Sql | null =>
  scope === "all" ? null : scope === "records" ? sql`r.subject <> 'account'` : sql`r.subject = 'account'`;

/** About pledges and approvals. */
const matching = (filter: ProposalFilter): Sql => matchingIn("records", filter);

const matchingIn = (scope: ProposalScope, filter: ProposalFilter): Sql =>
  all([
    scoped(scope),
    anyOf(sql`r.status`, filter.status),
    anyOf(sql`r.participant`, filter.participant),
    anyOf(sql`r.priority`, filter.priority, "smallint"),
    anyOf(sql`r.subject`, filter.subject),
  ]);

/** With its subject: the title of the pledge, or the body of the approval. */
async function titled(proposals: KnownProposal[]): Promise<ProposalRow[]> {
  if (proposals.length === 0) return [];
  const rows = await ask<{ id: string; title: string }>(sql`
    SELECT id, title FROM pledge WHERE id = ANY(${proposals.map(({ subjectId }) => subjectId)}::uuid[])
    UNION ALL SELECT id, body FROM approval WHERE id = ANY(${proposals.map(({ subjectId }) => subjectId)}::uuid[])`);
  const titles = new Map(rows.map(({ id, title }) => [id, title]));
  return proposals.map((proposal) => {
    const proposedTitle = proposal.wish.do === "record-approval" ? proposal.wish.approval.body : "";
    return { ...proposal, title: titles.get(proposal.subjectId) ?? proposedTitle };
  });
}
