import { z } from "zod";
import { LAG_GROUPINGS, type LagRow, type LagFilter } from "@/lib/domain/details/entry-lag";
import { daysInOrder, listQuery, type FiltersOf } from "@/lib/schema/listed";
import {
  dayParameter,
  listParameter,
  oneOfParameter,
  participantCodes,
  priorities,
} from "@/lib/schema/parameters";

const days = z
  .string()
  .regex(/^-?\d{1,5}$/)
  .transform(Number)
  .nullable()
  .default(null);

/** Longest first; those without a stated day last. */
export const lagQuery = listQuery({
  filters: {
    group: oneOfParameter(LAG_GROUPINGS, "desk"),
    /** The days on which they were logged, both included. */
    from: dayParameter,
    to: dayParameter,
    participant: participantCodes,
    priority: priorities,
    /** For rows only: whether the day they were stated is on record, and the minimum lag. */
    stated: listParameter(["yes", "no"] as const),
    least: days,
  } satisfies FiltersOf<LagFilter>,
  order: "-days",
  keyOf: ({ reference, days }: LagRow) => [days === null ? "" : String(days), reference],
  isKey: ([days = "", reference = "", ...rest]) =>
    rest.length === 0 && /^(-?\d{1,9})?$/.test(days) && /^[A-Z]{2,4}-[1-5]-\d{3,6}$/.test(reference),
  complete: daysInOrder,
});
