import { z } from "zod";
import { ACTIONS } from "@/lib/domain/base/audit";
import { keyIn, type CursorKey } from "@/lib/domain/base/cursor";
import { isDay } from "@/lib/domain/base/day";
import { isSeq, recordNamed, type LogFilter } from "@/lib/domain/log/logged";
import { instantIn } from "@/lib/domain/base/moment";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { problemOf } from "@/lib/schema/fields";
import { cursor, limit, listParameter, parseParameters } from "@/lib/schema/parameters";

/** Newest first. */
export const LOG_ORDER = "-seq";

const LONGEST_NAME = 254;

const named = z
  .string()
  .max(LONGEST_NAME)
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), problemOf("unprintable"))
  .transform((text) => text.trim() || null);

/** A day, or an instant in UTC. */
const dayOrInstant = z
  .string()
  .max(30)
  .refine((text) => isDay(text) || instantIn(text) !== null, problemOf("not-a-day-or-instant"))
  .transform((text) => (isDay(text) ? text : instantIn(text)))
  .nullable()
  .default(null);

export const logParameters = z.strictObject({
  actor: named.nullable().default(null),
  action: listParameter(ACTIONS),
  record: named
    .refine((text) => text === null || recordNamed(text) !== null, problemOf("not-a-record"))
    .nullable()
    .default(null),
  from: dayOrInstant,
  to: dayOrInstant,
  cursor,
  limit,
});

export function parseLogFilter(params: URLSearchParams): Result<LogFilter> {
  const parsed = parseParameters(logParameters, params);
  if (!parsed.ok) return parsed;
  const { cursor: given, ...rest } = parsed.value;
  const after = given === null ? null : keyIn(given, LOG_ORDER, isLogKey);
  if (given !== null && after === null) return invalid({ path: "cursor", code: "bad-cursor" });
  return ok({ ...rest, after });
}

const isLogKey = ([seq = "", ...rest]: CursorKey): boolean => rest.length === 0 && isSeq(seq);
