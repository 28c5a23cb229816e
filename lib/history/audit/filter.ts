import { z } from "zod";
import { ACTIONS } from "@/lib/domain/base/audit";
import { isDay } from "@/lib/domain/base/day";
import { isSeq, recordNamed, type LogFilter } from "@/lib/domain/log/logged";
import { instantIn } from "@/lib/domain/base/moment";
import { isText, problemOf } from "@/lib/schema/fields";
import { listQuery, type FiltersOf } from "@/lib/schema/listed";
import { listParameter } from "@/lib/schema/parameters";

const LONGEST_NAME = 254;

const named = z
  .string()
  .max(LONGEST_NAME)
  .check(isText())
  .transform((text) => text.trim() || null);

/** A day, or an instant in UTC. */
const dayOrInstant = z
  .string()
  .max(30)
  .refine((text) => isDay(text) || instantIn(text) !== null, problemOf("not-a-day-or-instant"))
  .transform((text) => (isDay(text) ? text : instantIn(text)))
  .nullable()
  .default(null);

/** Newest first. */
export const logQuery = listQuery({
  filters: {
    actor: named.nullable().default(null),
    action: listParameter(ACTIONS),
    record: named
      .refine((text) => text === null || recordNamed(text) !== null, problemOf("not-a-record"))
      .nullable()
      .default(null),
    from: dayOrInstant,
    to: dayOrInstant,
  } satisfies FiltersOf<LogFilter>,
  order: "-seq",
  keyOf: ({ seq }: { seq: number }) => [String(seq)],
  isKey: ([seq = "", ...rest]) => rest.length === 0 && isSeq(seq),
});
