import { z } from "zod";
import { isKeyInTime } from "@/lib/domain/base/cursor";
import { type ProposalFilter, PROPOSAL_STATUSES } from "@/lib/domain/proposals/proposal";
import { ok, type Result } from "@/lib/domain/base/result";
import { parseListed } from "@/lib/schema/listed";
import { cursor, limit, listParameter, participantCodes, priorities } from "@/lib/schema/parameters";

/** Longest waiting first. */
export const PROPOSAL_ORDER = "createdAt";

export const proposalParameters = z.strictObject({
  status: listParameter(PROPOSAL_STATUSES),
  participant: participantCodes,
  priority: priorities,
  subject: listParameter(["pledge", "approval", "account"] as const),
  cursor,
  limit,
});

/** Default: those that wait for a decision. */
export function parseProposalFilter(params: URLSearchParams): Result<ProposalFilter> {
  const parsed = parseListed(proposalParameters, params, { order: PROPOSAL_ORDER, isKey: isKeyInTime });
  if (!parsed.ok || parsed.value.status.length > 0) return parsed;
  return ok({ ...parsed.value, status: ["OPEN"] });
}
