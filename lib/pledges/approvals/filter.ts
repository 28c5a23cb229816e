import { z } from "zod";
import { APPROVAL_KINDS, APPROVAL_STATUSES } from "@/lib/domain/pledge/approval";
import { keyIn, type CursorKey } from "@/lib/domain/base/cursor";
import { isId } from "@/lib/domain/base/id";
import type { ApprovalFilter } from "@/lib/domain/pledge/approval";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { cursor, limit, listParameter, parseParameters, participantCodes } from "@/lib/schema/parameters";

/** By participant. */
export const APPROVAL_ORDER = "participant";

export const approvalParameters = z.strictObject({
  participant: participantCodes,
  kind: listParameter(APPROVAL_KINDS),
  status: listParameter(APPROVAL_STATUSES),
  cursor,
  limit,
});

export function parseApprovalFilter(params: URLSearchParams): Result<ApprovalFilter> {
  const parsed = parseParameters(approvalParameters, params);
  if (!parsed.ok) return parsed;
  const { cursor: from, ...rest } = parsed.value;
  const after = from === null ? null : keyIn(from, APPROVAL_ORDER, isApprovalKey);
  if (from !== null && after === null) return invalid({ path: "cursor", code: "bad-cursor" });
  return ok({ ...rest, after });
}

const isApprovalKey = ([participant = "", id = "", ...rest]: CursorKey): boolean =>
  rest.length === 0 && /^[A-Z]{2,4}$/.test(participant) && isId(id);
