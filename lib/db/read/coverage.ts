import type { Day } from "@/lib/domain/day";
import { coverageOf, type Coverage } from "@/lib/domain/matrix";
import type { Stage } from "@/lib/domain/stages";
import { COUNTED_CLASSES } from "@/lib/domain/unresolved";
import { ask } from "./ask";
import { findParticipants } from "./participants";
import { rememberedUntilChange } from "./remembered";
import { sql } from "./sql";

/** The whole matrix as it stands on a day. */
export function findCoverage(today: Day): Promise<Coverage> {
  return rememberedUntilChange(`coverage ${today}`, async () => {
    const [participants, stages, items] = await Promise.all([
      findParticipants(),
      countStages(),
      countItems(today),
    ]);
    return coverageOf(participants, stages, items);
  });
}

/** How many pledges of a cell stand at a stage; voided ones aside. */
interface StageCount {
  participant: string;
  priority: number;
  stage: Stage;
  count: number;
}

function countStages(): Promise<StageCount[]> {
  return ask<StageCount>(sql`
    SELECT participant, priority, stage, count(*)::int AS count
      FROM pledge WHERE voided_at IS NULL GROUP BY participant, priority, stage`);
}

/** How many items a cell has, counted and dormant. */
interface ItemCount {
  participant: string;
  priority: number;
  counted: number;
  dormant: number;
}

function countItems(today: Day): Promise<ItemCount[]> {
  return ask<ItemCount>(sql`
    SELECT participant, priority,
           count(*) FILTER (WHERE class = ANY(${COUNTED_CLASSES}::text[]))::int AS counted,
           count(*) FILTER (WHERE class = 'DORMANT')::int AS dormant
      FROM unresolved_item WHERE since <= ${today} GROUP BY participant, priority`);
}
