import { z } from "zod";
import { keyIn, type CursorKey } from "@/lib/domain/base/cursor";
import { isDay } from "@/lib/domain/base/day";
import { isId } from "@/lib/domain/base/id";
import type { SourceFilter } from "@/lib/domain/pledge/source";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { OWNERSHIPS } from "@/lib/domain/pledge/source";
import { cursor, limit, listParameter, parseParameters, words } from "@/lib/schema/parameters";

/** Newest first; those without a date last. */
export const SOURCE_ORDER = "-publishedOn";

export const sourceParameters = z.strictObject({
  q: words,
  ownership: listParameter(OWNERSHIPS),
  cursor,
  limit,
});

export function parseSourceFilter(params: URLSearchParams): Result<SourceFilter> {
  const parsed = parseParameters(sourceParameters, params);
  if (!parsed.ok) return parsed;
  const { cursor: from, ...rest } = parsed.value;
  const after = from === null ? null : keyIn(from, SOURCE_ORDER, isSourceKey);
  if (from !== null && after === null) return invalid({ path: "cursor", code: "bad-cursor" });
  return ok({ ...rest, after });
}

const isSourceKey = ([on = "", id = "", ...rest]: CursorKey): boolean =>
  rest.length === 0 && (on === "-infinity" || isDay(on)) && isId(id);
