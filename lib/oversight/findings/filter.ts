import { z } from "zod";
import type { CursorKey } from "@/lib/domain/base/cursor";
import { FINDING_STATES, type FindingFilter } from "@/lib/domain/oversight/finding";
import { ok, type Result } from "@/lib/domain/base/result";
import { parseListed } from "@/lib/schema/listed";
import { cursor, limit, listParameter, words } from "@/lib/schema/parameters";
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
  const parsed = parseListed(findingParameters, params, { order: FINDING_ORDER, isKey: isFindingKey });
  if (!parsed.ok || parsed.value.state.length > 0) return parsed;
  return ok({ ...parsed.value, state: ["OPEN", "ANSWERED"] });
}

const isFindingKey = ([number = "", ...rest]: CursorKey): boolean =>
  rest.length === 0 && /^[1-9]\d{0,8}$/.test(number);
