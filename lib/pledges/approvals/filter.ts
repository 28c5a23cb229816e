import { z } from "zod";
import { APPROVAL_KINDS, APPROVAL_STATUSES, type ApprovalFilter } from "@/lib/domain/pledge/approval";
import type { CursorKey } from "@/lib/domain/base/cursor";
import { isId } from "@/lib/domain/base/id";
import type { Result } from "@/lib/domain/base/result";
import { parseListed } from "@/lib/schema/listed";
import { cursor, limit, listParameter, participantCodes } from "@/lib/schema/parameters";

/** By participant. */
export const APPROVAL_ORDER = "participant";

export const approvalParameters = z.strictObject({
  participant: participantCodes,
  kind: listParameter(APPROVAL_KINDS),
  status: listParameter(APPROVAL_STATUSES),
  cursor,
  limit,
});

export const parseApprovalFilter = (params: URLSearchParams): Result<ApprovalFilter> =>
  parseListed(approvalParameters, params, { order: APPROVAL_ORDER, isKey: isApprovalKey });

const isApprovalKey = ([participant = "", id = "", ...rest]: CursorKey): boolean =>
  rest.length === 0 && /^[A-Z]{2,4}$/.test(participant) && isId(id);
