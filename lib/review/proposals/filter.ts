import { isKeyInTime } from "@/lib/domain/base/cursor";
import { PROPOSAL_STATUSES, type ProposalFilter } from "@/lib/domain/proposals/proposal";
import { ok } from "@/lib/domain/base/result";
import { listQuery, orUsual, type FiltersOf } from "@/lib/schema/listed";
import { listParameter, participantCodes, priorities } from "@/lib/schema/parameters";

/** Longest waiting first; by default those that wait for a decision. */
export const proposalQuery = listQuery({
  filters: {
    status: listParameter(PROPOSAL_STATUSES),
    participant: participantCodes,
    priority: priorities,
    subject: listParameter(["pledge", "approval", "account"] as const),
  } satisfies FiltersOf<ProposalFilter>,
  order: "createdAt",
  keyOf: ({ createdAt, id }: { createdAt: string; id: string }) => [createdAt, id],
  isKey: isKeyInTime,
  complete: (filter) => ok({ ...filter, status: orUsual(filter.status, ["OPEN"]) }),
});
