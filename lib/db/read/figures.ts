// How much there is of everything a rail names. Counted in one question.
import type { Day } from "@/lib/domain/day";
import { COUNTED_CLASSES } from "@/lib/domain/unresolved";
import { ask } from "./ask";
import { sql } from "./sql";

export interface Figures {
  unresolved: number;
  /** Of these, on pledges that this person owns. */
  own: number;
  pledges: number;
  participants: number;
  sources: number;
}

export async function countEverything(email: string, today: Day): Promise<Figures> {
  const [row] = await ask<Figures>(sql`
    SELECT i.unresolved, i.own,
           (SELECT count(*)::int FROM pledge WHERE voided_at IS NULL) AS pledges,
           (SELECT count(*)::int FROM participant) AS participants,
           (SELECT count(*)::int FROM source) AS sources
      FROM (SELECT count(*)::int AS unresolved, count(*) FILTER (WHERE owner = ${email})::int AS own
              FROM unresolved_item
             WHERE since <= ${today} AND class = ANY(${COUNTED_CLASSES}::text[])) i`);
  return row ?? { unresolved: 0, own: 0, pledges: 0, participants: 0, sources: 0 };
}
