// A proposal with the names of those involved.
import type { KnownAccountProposal } from "@/lib/domain/proposals/account";
import type { KnownProposal } from "@/lib/domain/proposals/proposal";
import type { Queryable } from "../../connection";
import { accountProposalOf, proposalOf } from "../../records/proposal";
import { RECORDS, type JsonOf } from "../../statements/record-json";

export interface KnownProposalRow {
  record: JsonOf["proposal"];
  name: string;
  email: string;
  decider: string | null;
}

/** As JSON, from a row named r. */
export const KNOWN_PROPOSAL = {
  json: `json_build_object('record', ${RECORDS.proposal.json}, 'name', proposer.name, 'email', proposer.email, 'decider', decider.name)`,
  from: "proposal r JOIN person proposer ON proposer.id = r.proposer_id LEFT JOIN person decider ON decider.id = r.decider_id",
};

export const knownProposalOf = ({ record, name, email, decider }: KnownProposalRow): KnownProposal => ({
  ...proposalOf(record),
  proposedBy: { name, email },
  decidedBy: decider,
});

const knownAccountProposalOf = ({
  record,
  name,
  email,
  decider,
}: KnownProposalRow): KnownAccountProposal => ({
  ...accountProposalOf(record),
  proposedBy: { name, email },
  decidedBy: decider,
});

/** About pledges and approvals. `rest` follows the condition on row r (ORDER BY, LIMIT). */
export const selectProposals = async (
  q: Queryable,
  where: string,
  values: unknown[],
  rest = "",
): Promise<KnownProposal[]> =>
  (await selectRows(q, `r.subject <> 'account' AND ${where}`, values, rest)).map(knownProposalOf);

/** About accounts, too. */
export const selectAnyProposals = async (
  q: Queryable,
  where: string,
  values: unknown[],
  rest = "",
): Promise<(KnownProposal | KnownAccountProposal)[]> =>
  (await selectRows(q, where, values, rest)).map((row) =>
    row.record.subject === "account" ? knownAccountProposalOf(row) : knownProposalOf(row),
  );

async function selectRows(
  q: Queryable,
  where: string,
  values: unknown[],
  rest: string,
): Promise<KnownProposalRow[]> {
  const { rows } = await q.query<{ known: KnownProposalRow }>(
    `SELECT ${KNOWN_PROPOSAL.json} AS known FROM ${KNOWN_PROPOSAL.from} WHERE ${where} ${rest}`,
    values,
  );
  return rows.map(({ known }) => known);
}
