// Records for an export: the last event of each up to a log position, as stored.
import "server-only";
import type { EntityType } from "@/lib/domain/base/audit";
import type { Json } from "@/lib/domain/base/canonical";
import { ask } from "../sql/ask";
import { sql } from "../sql/sql";
import { recordInPayload } from "./snapshot";

export interface LyingEvent {
  seq: number;
  type: EntityType;
  id: string;
  leaf: string;
  payload: string;
}

/** In the order requested; some hundred at a time. */
export async function findLastEvents(
  type: EntityType,
  ids: readonly string[],
  upTo: number,
): Promise<LyingEvent[]> {
  return ask<LyingEvent>(sql`
    SELECT e.seq::float8 AS seq, e.entity_type AS type, e.entity_id AS id, e.leaf, e.payload
      FROM unnest(${ids}::text[]) WITH ORDINALITY AS asked (id, place)
      JOIN LATERAL (SELECT * FROM audit.event o WHERE o.entity_type = ${type} AND o.entity_id = asked.id AND o.seq <= ${upTo}
                     ORDER BY o.entity_version DESC LIMIT 1) e ON true
     ORDER BY asked.place`);
}

/** In log order. */
export async function findEventsAt(seqs: readonly number[]): Promise<LyingEvent[]> {
  return ask<LyingEvent>(sql`
    SELECT seq::float8 AS seq, entity_type AS type, entity_id AS id, leaf, payload
      FROM audit.event WHERE seq = ANY(${seqs}::bigint[]) ORDER BY seq`);
}

/** A record's first entry with its content; null: there is none. */
export async function findEntryOf(
  type: EntityType,
  id: string,
): Promise<{ seq: number; record: Readonly<Record<string, Json>> } | null> {
  const [row] = await ask<{ seq: number; payload: string }>(sql`
    SELECT seq::float8 AS seq, payload FROM audit.event
     WHERE entity_type = ${type} AND entity_id = ${id} AND entity_version = 1`);
  return row ? { seq: row.seq, record: recordInPayload(row.payload) as Record<string, Json> } : null;
}
