// A proposal with the names of those who took part.
import type { KnownProposal } from "@/lib/domain/proposal";
import { SHAPES } from "./records";
import type { Queryable } from "./select";

/** Proposals under a condition over the row r; `rest` is what follows it (ORDER BY, LIMIT). */
export async function selectProposals(
  q: Queryable,
  where: string,
  values: unknown[],
  rest = "",
): Promise<KnownProposal[]> {
  const { rows } = await q.query<{
    record: KnownProposal;
    name: string;
    email: string;
    decider: string | null;
  }>(
    `SELECT ${SHAPES.proposal.json} AS record, proposer.name, proposer.email, decider.name AS decider
       FROM proposal r JOIN person proposer ON proposer.id = r.proposer_id LEFT JOIN person decider ON decider.id = r.decider_id
      WHERE ${where} ${rest}`,
    values,
  );
  return rows.map(({ record, name, email, decider }) => ({
    ...record,
    proposedBy: { name, email },
    decidedBy: decider,
  }));
}
