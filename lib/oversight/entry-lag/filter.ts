import { z } from "zod";
import type { CursorKey } from "@/lib/domain/base/cursor";
import { LAG_GROUPINGS, type LagFilter } from "@/lib/domain/details/entry-lag";
import type { Result } from "@/lib/domain/base/result";
import { daysInOrder, parseListed } from "@/lib/schema/listed";
import {
  cursor,
  dayParameter,
  limit,
  listParameter,
  oneOfParameter,
  participantCodes,
  priorities,
} from "@/lib/schema/parameters";

/** Longest first; those without a stated day last. */
export const LAG_ORDER = "-days";

const days = z
  .string()
  .regex(/^-?\d{1,5}$/)
  .transform(Number)
  .nullable()
  .default(null);

export const lagParameters = z.strictObject({
  group: oneOfParameter(LAG_GROUPINGS, "desk"),
  /** The days on which they were logged, both included. */
  from: dayParameter,
  to: dayParameter,
  participant: participantCodes,
  priority: priorities,
  /** For rows only: whether the day they were stated is on record, and the minimum lag. */
  stated: listParameter(["yes", "no"] as const),
  least: days,
  cursor,
  limit,
});

export const parseLagFilter = (params: URLSearchParams): Result<LagFilter> =>
  daysInOrder(parseListed(lagParameters, params, { order: LAG_ORDER, isKey: isLagKey }));

/** Days, or none; and the reference of the pledge. */
const isLagKey = ([days = "", reference = "", ...rest]: CursorKey): boolean =>
  rest.length === 0 && /^(-?\d{1,9})?$/.test(days) && /^[A-Z]{2,4}-[1-5]-\d{3,6}$/.test(reference);
