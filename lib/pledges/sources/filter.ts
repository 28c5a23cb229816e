import { z } from "zod";
import type { CursorKey } from "@/lib/domain/base/cursor";
import { isDay } from "@/lib/domain/base/day";
import { isId } from "@/lib/domain/base/id";
import { type SourceFilter, OWNERSHIPS } from "@/lib/domain/pledge/source";
import type { Result } from "@/lib/domain/base/result";
import { parseListed } from "@/lib/schema/listed";
import { cursor, limit, listParameter, words } from "@/lib/schema/parameters";

/** Newest first; those without a date last. */
export const SOURCE_ORDER = "-publishedOn";

export const sourceParameters = z.strictObject({
  q: words,
  ownership: listParameter(OWNERSHIPS),
  cursor,
  limit,
});

export const parseSourceFilter = (params: URLSearchParams): Result<SourceFilter> =>
  parseListed(sourceParameters, params, { order: SOURCE_ORDER, isKey: isSourceKey });

const isSourceKey = ([on = "", id = "", ...rest]: CursorKey): boolean =>
  rest.length === 0 && (on === "-infinity" || isDay(on)) && isId(id);
