import type { Source } from "@/lib/domain/pledge/source";
import type { Trigger } from "@/lib/domain/pledge/trigger";
import { LOGGED, PREVIOUS, type LoggedEvent } from "../../log/history";
import { askPrisma } from "../../prisma";
import { selectSources } from "../../records/source";
import * as records from "../../records/trigger";
import { ask } from "../../sql/ask";
import { sql } from "../../sql/sql";

/** Dormant ones first, each group in the order recorded. */
export const findTriggers = (): Promise<Trigger[]> =>
  // DORMANT sorts after BLOCKING.
  askPrisma((db) =>
    records.selectTriggers(
      db,
      {},
      [{ waiting: "desc" }, { createdAt: "asc" }, { code: "asc" }],
      MOST_TRIGGERS,
    ),
  );

const MOST_TRIGGERS = 1_000;

export const findTrigger = (code: string): Promise<Trigger | null> =>
  askPrisma((db) => records.selectTrigger(db, code));

/** By id. */
export async function findDocuments(ids: readonly string[]): Promise<Map<string, Source>> {
  if (ids.length === 0) return new Map();
  const sources = await askPrisma((db) => selectSources(db, { id: { in: [...ids] } }, { id: "asc" }));
  return new Map(sources.map((source) => [source.id, source]));
}

/** A trigger's events, newest first; up to that log position, null for all. */
export function findTriggerEvents(
  code: string,
  { upTo, limit }: { upTo: number | null; limit: number },
): Promise<LoggedEvent[]> {
  return ask<LoggedEvent>(sql`
    SELECT ${LOGGED}
      FROM audit.event e
      ${PREVIOUS}
     WHERE e.entity_type = 'trigger' AND e.entity_id = ${code} AND e.seq <= ${upTo ?? Number.MAX_SAFE_INTEGER}
     ORDER BY e.entity_version DESC LIMIT ${limit}`);
}
