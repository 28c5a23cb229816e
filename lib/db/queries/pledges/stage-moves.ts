// Stage moves of pledges by day, from the log. It is read once, then only from where reading stopped: the past doesn't
// change.
import type { StageMove } from "@/lib/domain/details/stage-counts";
import { ask } from "../../sql/ask";
import { raw, sql, type Sql } from "../../sql/sql";

interface Known {
  timeZone: string;
  /** Up to this event; its hash distinguishes it from another register's. */
  seq: number;
  hash: string;
  moves: readonly StageMove[];
}

let known: Known | null = null;

export async function findStageMoves(timeZone: string): Promise<readonly StageMove[]> {
  const from = known?.timeZone === timeZone ? known : { timeZone, seq: 0, hash: "", moves: [] };
  const [found] = await ask<{ seq: number; hash: string; continues: boolean; moves: StageMove[] | null }>(sql`
    SELECT h.seq::int AS seq, h.leaf_hash AS hash,
           (${from.seq}::int = 0 OR EXISTS (SELECT FROM audit.event WHERE seq = ${from.seq} AND leaf_hash = ${from.hash})
              AND NOT EXISTS (SELECT FROM audit.ahead WHERE overtaken_by > ${from.seq})) AS continues,
           (SELECT json_agg(m) FROM (${movesIn(timeZone, sql`e.seq > ${from.seq}`)}) m) AS moves
      FROM audit.head h`);
  if (!found) return [];
  if (!found.continues) {
    known = null;
    return findStageMoves(timeZone);
  }
  const moves = [...from.moves, ...(found.moves ?? [])];
  known = { timeZone, seq: found.seq, hash: found.hash, moves };
  return moves;
}

/** Up to a log position. */
export const findStageMovesUpTo = (seq: number, timeZone: string): Promise<StageMove[]> =>
  ask<StageMove>(movesIn(timeZone, sql`e.seq <= ${seq}`));

/** The stage before is that of the pledge's event before, so each payload is parsed once: parsing takes most of the time. */
const movesIn = (timeZone: string, which: Sql): Sql => sql`
  WITH told AS MATERIALIZED (
    SELECT coalesce(n.at, e.at) AS at, e.entity_id, e.entity_version, ${stageIn("e")} AS stage
      FROM audit.event e
      -- What a clock stamped ahead of the time counts from the moment at which it came back.
      LEFT JOIN audit.ahead a ON a.seq = e.seq
      LEFT JOIN audit.event n ON n.seq = a.overtaken_by
     WHERE e.entity_type = 'pledge' AND ${which} AND NOT e.action = ANY(${STAYING}::text[]))
  SELECT (at AT TIME ZONE ${timeZone})::date::text AS on, before AS from, stage AS to, count(*)::int AS count
    FROM (
      SELECT at, stage,
             CASE WHEN row_number() OVER pledge > 1 THEN lag(stage) OVER pledge
                  ELSE (SELECT ${stageIn("b")} FROM audit.event b
                         WHERE b.entity_type = 'pledge' AND b.entity_id = told.entity_id
                           AND b.entity_version = told.entity_version - 1) END AS before
        FROM told
      WINDOW pledge AS (PARTITION BY entity_id ORDER BY entity_version)) moves
   WHERE before IS DISTINCT FROM stage
   GROUP BY 1, 2, 3`;

/** Of a pledge as recorded by an event; null for a voided one. */
const stageIn = (event: "e" | "b"): Sql => sql`
  jsonb_path_query_first(${raw(`${event}.payload`)}::jsonb,
    '$.record ? (!exists(@.voided) || @.voided == null).stage') #>> '{}'`;

/** Actions that never change the stage. */
const STAYING = ["pledge.confirmed", "pledge.evidence-added", "pledge.evidence-retracted"];
