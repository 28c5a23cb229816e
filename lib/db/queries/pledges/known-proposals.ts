// A proposal with the names of those involved.
import type { KnownProposal } from "@/lib/domain/proposals/proposal";
import type { Queryable } from "../../connection";
import { proposalOf } from "../../records/proposal";
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

/** `rest` follows the condition on row r (ORDER BY, LIMIT). */
export async function selectProposals(
  q: Queryable,
  where: string,
  values: unknown[],
  rest = "",
): Promise<KnownProposal[]> {
  const { rows } = await q.query<{ known: KnownProposalRow }>(
    `SELECT ${KNOWN_PROPOSAL.json} AS known FROM ${KNOWN_PROPOSAL.from} WHERE ${where} ${rest}`,
    values,
  );
  return rows.map(({ known }) => knownProposalOf(known));
}
