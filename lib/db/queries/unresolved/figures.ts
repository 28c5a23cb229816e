// The counts of the navigation.
import type { Day } from "@/lib/domain/base/day";
import type { RegisterFigures } from "@/lib/domain/unresolved/figures";
import { COUNTED_CLASSES } from "@/lib/domain/unresolved/reasons";
import { ask } from "../../sql/ask";
import { sql } from "../../sql/sql";
import { rememberedUntilChangeOf } from "../log/page-state";
import { findParticipants } from "../pledges/participants";

export async function countEverything(today: Day): Promise<RegisterFigures> {
  const [moving, sources, participants] = await Promise.all([
    countMoving(today),
    rememberedUntilChangeOf(["source"], "number of sources", countSources),
    findParticipants(),
  ]);
  return { ...moving, sources, participants: participants.length };
}

type Moving = Omit<RegisterFigures, "sources" | "participants">;

/** The counts that most changes affect. */
async function countMoving(today: Day): Promise<Moving> {
  const [row] = await ask<Moving>(sql`
    SELECT (SELECT coalesce(sum(items), 0)::int FROM unresolved_by_code_now
             WHERE since <= ${today} AND until > ${today} AND class = ANY(${COUNTED_CLASSES}::text[])) AS unresolved,
           (SELECT coalesce(sum(pledges), 0)::int FROM pledge_by_stage WHERE part = 'OWN') AS pledges,
           (SELECT count(*)::int FROM proposal WHERE status = 'OPEN' AND subject <> 'account') AS review,
           (SELECT count(*)::int FROM finding WHERE state <> 'CLOSED') AS findings,
           (SELECT count(*)::int FROM question WHERE state = 'OPEN') AS questions`);
  return row ?? { unresolved: 0, pledges: 0, review: 0, findings: 0, questions: 0 };
}

async function countSources(): Promise<number> {
  const [row] = await ask<{ sources: number }>(sql`SELECT count(*)::int AS sources FROM source`);
  return row?.sources ?? 0;
}
