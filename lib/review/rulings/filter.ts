import { z } from "zod";
import { isKeyInTime, keyIn } from "@/lib/domain/base/cursor";
import type { RulingFilter } from "@/lib/domain/proposals/ruling";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { problemOf } from "@/lib/schema/fields";
import { cursor, limit, parseParameters, participantCodes, priorities } from "@/lib/schema/parameters";

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

export function parseRulingFilter(params: URLSearchParams): Result<RulingFilter> {
  const parsed = parseParameters(rulingParameters, params);
  if (!parsed.ok) return parsed;
  const { cursor: from, ...rest } = parsed.value;
  const after = from === null ? null : keyIn(from, RULING_ORDER, isKeyInTime);
  if (from !== null && after === null) return invalid({ path: "cursor", code: "bad-cursor" });
  return ok({ ...rest, after });
}
