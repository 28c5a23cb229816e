import type { ItemMonth } from "@/lib/domain/unresolved/ages";
import type { Day } from "@/lib/domain/base/day";
import { COUNTED_CLASSES } from "@/lib/domain/unresolved/reasons";
import { ask } from "../../sql/ask";
import { sql } from "../../sql/sql";

/** Counted items by class and the month they came up. */
export const countItemMonths = (today: Day): Promise<ItemMonth[]> =>
  ask<ItemMonth>(sql`
    SELECT c.class, date_trunc('month', c.since)::date::text AS month, sum(c.items)::int AS count
      FROM unresolved_by_code_now c
     WHERE c.since <= ${today} AND c.until > ${today} AND c.class = ANY(${COUNTED_CLASSES}::text[])
     GROUP BY 1, 2 HAVING sum(c.items) > 0`);
