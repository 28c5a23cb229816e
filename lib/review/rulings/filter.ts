import { z } from "zod";
import { isKeyInTime } from "@/lib/domain/base/cursor";
import type { RulingFilter } from "@/lib/domain/proposals/ruling";
import type { Result } from "@/lib/domain/base/result";
import { problemOf } from "@/lib/schema/fields";
import { parseListed } from "@/lib/schema/listed";
import { cursor, limit, participantCodes, priorities } from "@/lib/schema/parameters";

/** Newest first. */
export const RULING_ORDER = "-createdAt";

export const rulingParameters = z.strictObject({
  pledge: z
    .string()
    .max(20)
    .refine((text) => /^[A-Z]{2,4}-[1-5]-\d{3,6}$/.test(text), problemOf("not-a-reference"))
    .nullable()
    .default(null),
  participant: participantCodes,
  priority: priorities,
  cursor,
  limit,
});

export const parseRulingFilter = (params: URLSearchParams): Result<RulingFilter> =>
  parseListed(rulingParameters, params, { order: RULING_ORDER, isKey: isKeyInTime });
