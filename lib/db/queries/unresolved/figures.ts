// The counts of the navigation, in one query.
import type { Day } from "@/lib/domain/base/day";
import type { RegisterFigures } from "@/lib/domain/unresolved/figures";
import { COUNTED_CLASSES } from "@/lib/domain/unresolved/unresolved";
import { ask } from "../../sql/ask";
import { sql } from "../../sql/sql";

export async function countEverything(today: Day): Promise<RegisterFigures> {
  const [row] = await ask<RegisterFigures>(sql`
    SELECT (SELECT coalesce(sum(items), 0)::int FROM unresolved_by_code_now
             WHERE since <= ${today} AND until > ${today} AND class = ANY(${COUNTED_CLASSES}::text[])) AS unresolved,
           (SELECT coalesce(sum(pledges), 0)::int FROM pledge_by_stage WHERE part = 'OWN') AS pledges,
           (SELECT count(*)::int FROM participant) AS participants,
           (SELECT count(*)::int FROM source) AS sources,
           (SELECT count(*)::int FROM proposal WHERE status = 'OPEN' AND subject <> 'account') AS review,
           (SELECT count(*)::int FROM finding WHERE state <> 'CLOSED') AS findings,
           (SELECT count(*)::int FROM question WHERE state = 'OPEN') AS questions`);
  return (
    row ?? {
      unresolved: 0,
      pledges: 0,
      participants: 0,
      sources: 0,
      review: 0,
      findings: 0,
      questions: 0,
    }
  );
}
