import { z } from "zod";
import { ACCESS_KINDS, type AccessFilter } from "@/lib/domain/log/access";
import type { CursorKey } from "@/lib/domain/base/cursor";
import type { Result } from "@/lib/domain/base/result";
import { problemOf } from "@/lib/schema/fields";
import { daysInOrder, parseListed } from "@/lib/schema/listed";
import { cursor, dayParameter, limit, listParameter } from "@/lib/schema/parameters";

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

export const parseAccessFilter = (params: URLSearchParams): Result<AccessFilter> =>
  daysInOrder(parseListed(accessParameters, params, { order: ACCESS_ORDER, isKey: isAccessKey }));

const isAccessKey = ([seq = "", ...rest]: CursorKey): boolean =>
  rest.length === 0 && /^[1-9]\d{0,14}$/.test(seq);
