import { z } from "zod";
import { ACCESS_KINDS, type AccessFilter } from "@/lib/domain/log/access";
import { keyIn, type CursorKey } from "@/lib/domain/base/cursor";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { problemOf } from "@/lib/schema/fields";
import { cursor, dayParameter, limit, listParameter, parseParameters } from "@/lib/schema/parameters";

/** Newest first. */
export const ACCESS_ORDER = "-seq";

export const accessParameters = z.strictObject({
  kind: listParameter(ACCESS_KINDS),
  person: z
    .string()
    .max(254)
    .refine((text) => /^[^\s,@\p{Cc}\p{Cs}]+@[^\s,@\p{Cc}\p{Cs}]+$/u.test(text), problemOf("not-an-address"))
    .transform((address) => address.toLowerCase())
    .nullable()
    .default(null),
  address: z
    .string()
    .max(64)
    .refine((text) => /^([\da-f.:]+(\/64)?|unknown|several)$/i.test(text), problemOf("not-an-ip"))
    .transform((address) => address.toLowerCase())
    .nullable()
    .default(null),
  from: dayParameter,
  to: dayParameter,
  cursor,
  limit,
});

export function parseAccessFilter(params: URLSearchParams): Result<AccessFilter> {
  const parsed = parseParameters(accessParameters, params);
  if (!parsed.ok) return parsed;
  const { cursor: given, ...rest } = parsed.value;
  if (rest.from !== null && rest.to !== null && rest.to < rest.from)
    return invalid({ path: "to", code: "order" });
  const after = given === null ? null : keyIn(given, ACCESS_ORDER, isAccessKey);
  if (given !== null && after === null) return invalid({ path: "cursor", code: "bad-cursor" });
  return ok({ ...rest, after });
}

const isAccessKey = ([seq = "", ...rest]: CursorKey): boolean =>
  rest.length === 0 && /^[1-9]\d{0,14}$/.test(seq);
