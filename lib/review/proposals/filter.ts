import { z } from "zod";
import { isKeyInTime, keyIn } from "@/lib/domain/base/cursor";
import type { ProposalFilter } from "@/lib/domain/proposals/proposal";
import { PROPOSAL_STATUSES } from "@/lib/domain/proposals/proposal";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import {
  cursor,
  limit,
  listParameter,
  parseParameters,
  participantCodes,
  priorities,
} from "@/lib/schema/parameters";

/** Longest waiting first. */
export const PROPOSAL_ORDER = "createdAt";

export const proposalParameters = z.strictObject({
  status: listParameter(PROPOSAL_STATUSES),
  participant: participantCodes,
  priority: priorities,
  subject: listParameter(["pledge", "approval"] as const),
  cursor,
  limit,
});

/** Default: those that wait for a decision. */
export function parseProposalFilter(params: URLSearchParams): Result<ProposalFilter> {
  const parsed = parseParameters(proposalParameters, params);
  if (!parsed.ok) return parsed;
  const { cursor: from, status, ...rest } = parsed.value;
  const after = from === null ? null : keyIn(from, PROPOSAL_ORDER, isKeyInTime);
  if (from !== null && after === null) return invalid({ path: "cursor", code: "bad-cursor" });
  return ok({ ...rest, status: status.length > 0 ? status : ["OPEN"], after });
}
