import { firstOfMonth, type Day } from "@/lib/domain/base/day";
import { coverageOf, type Coverage, type ItemCount, type StageCount } from "@/lib/domain/unresolved/matrix";
import { ask } from "../../sql/ask";
import { findParticipants } from "../pledges/participants";
import { rememberedUntilChange } from "../remembered";
import { sql } from "../../sql/sql";

export function findCoverage(today: Day): Promise<Coverage> {
  return rememberedUntilChange(`coverage ${today}`, async () => {
    const [participants, stages, items] = await Promise.all([
      findParticipants(),
      countStages(),
      countItems(today),
    ]);
    return coverageOf(participants, today, stages, items);
  });
}

export function countStages(): Promise<StageCount[]> {
  return ask<StageCount>(sql`
    SELECT participant, priority, stage, part, pledges AS count FROM pledge_by_stage WHERE pledges > 0`);
}

function countItems(today: Day): Promise<ItemCount[]> {
  const month = firstOfMonth(today);
  return ask<ItemCount>(sql`
    SELECT participant, priority,
           coalesce(sum(items) FILTER (WHERE counted), 0)::int AS counted,
           coalesce(sum(items) FILTER (WHERE NOT counted), 0)::int AS dormant
      FROM (
        SELECT * FROM unresolved_by_cell_now WHERE span = 'MONTH' AND since < ${month}
        UNION ALL SELECT * FROM unresolved_by_cell_now WHERE span = 'DAY' AND since BETWEEN ${month} AND ${today}) c
     GROUP BY participant, priority`);
}
