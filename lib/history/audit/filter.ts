import { z } from "zod";
import { ACTIONS } from "@/lib/domain/base/audit";
import type { CursorKey } from "@/lib/domain/base/cursor";
import { isDay } from "@/lib/domain/base/day";
import { isSeq, recordNamed, type LogFilter } from "@/lib/domain/log/logged";
import { instantIn } from "@/lib/domain/base/moment";
import type { Result } from "@/lib/domain/base/result";
import { problemOf } from "@/lib/schema/fields";
import { parseListed } from "@/lib/schema/listed";
import { cursor, limit, listParameter } from "@/lib/schema/parameters";

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

export const parseLogFilter = (params: URLSearchParams): Result<LogFilter> =>
  parseListed(logParameters, params, { order: LOG_ORDER, isKey: isLogKey });

const isLogKey = ([seq = "", ...rest]: CursorKey): boolean => rest.length === 0 && isSeq(seq);
