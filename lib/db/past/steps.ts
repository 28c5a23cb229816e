import type { ResolutionStep } from "@/lib/domain/history/resolution";
import { SNAPSHOT_TYPES } from "@/lib/domain/history/snapshot";
import { ask } from "../sql/ask";
import { sql } from "../sql/sql";
import type { LogPosition } from "./position";
import { recordInPayload } from "./snapshot";

/** The events between two positions, in order; null: too many to search. */
export async function findSteps(from: LogPosition, to: LogPosition): Promise<ResolutionStep[] | null> {
  const rows = await ask<Row>(sql`
    SELECT seq::int, audit.instant(at) AS at, action, actor_name AS "actorName", actor_role AS "actorRole", reason,
           entity_type AS type, entity_id AS id, payload
      FROM audit.event
     WHERE seq > ${from.seq} AND seq <= ${to.seq} AND entity_type = ANY(${SNAPSHOT_TYPES}::text[])
     ORDER BY seq LIMIT ${MOST_STEPS + 1}`);
  if (rows.length > MOST_STEPS) return null;
  return rows.map(({ actorName, actorRole, payload, ...event }) => ({
    ...event,
    actor: { name: actorName, role: actorRole },
    record: recordInPayload(payload),
  }));
}

const MOST_STEPS = 10_000;

interface Row extends Omit<ResolutionStep, "actor" | "record"> {
  actorName: string;
  actorRole: ResolutionStep["actor"]["role"];
  payload: string;
}
