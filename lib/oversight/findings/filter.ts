import { z } from "zod";
import { keyIn, type CursorKey } from "@/lib/domain/base/cursor";
import { FINDING_STATES } from "@/lib/domain/oversight/finding";
import type { FindingFilter } from "@/lib/domain/oversight/finding";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { cursor, limit, listParameter, parseParameters, words } from "@/lib/schema/parameters";
import { recordInput } from "./schema";

/** Newest first. */
export const FINDING_ORDER = "-number";

export const findingParameters = z.strictObject({
  state: listParameter(FINDING_STATES),
  about: recordInput.nullable().default(null),
  q: words,
  cursor,
  limit,
});

/** Default: those that are not closed. */
export function parseFindingFilter(params: URLSearchParams): Result<FindingFilter> {
  const parsed = parseParameters(findingParameters, params);
  if (!parsed.ok) return parsed;
  const { cursor: from, state, ...rest } = parsed.value;
  const after = from === null ? null : keyIn(from, FINDING_ORDER, isFindingKey);
  if (from !== null && after === null) return invalid({ path: "cursor", code: "bad-cursor" });
  return ok({ ...rest, state: state.length > 0 ? state : ["OPEN", "ANSWERED"], after });
}

const isFindingKey = ([number = "", ...rest]: CursorKey): boolean =>
  rest.length === 0 && /^[1-9]\d{0,8}$/.test(number);
