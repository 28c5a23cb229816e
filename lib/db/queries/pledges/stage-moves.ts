// Stage moves of pledges by day, from the log. It is read once, then only from where reading stopped: the past doesn't
// change.
import type { StageMove } from "@/lib/domain/details/stage-counts";
import { ask } from "../../sql/ask";
import { sql, type Sql } from "../../sql/sql";

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

const movesIn = (timeZone: string, which: Sql): Sql => sql`
  SELECT (at AT TIME ZONE ${timeZone})::date::text AS on, before AS from, after AS to, count(*)::int AS count
    FROM (
      SELECT coalesce(n.at, e.at) AS at,
             CASE WHEN b.payload::jsonb #>> '{record,voided}' IS NULL THEN b.payload::jsonb #>> '{record,stage}' END AS before,
             CASE WHEN e.payload::jsonb #>> '{record,voided}' IS NULL THEN e.payload::jsonb #>> '{record,stage}' END AS after
        FROM audit.event e
        LEFT JOIN audit.event b ON b.entity_type = e.entity_type AND b.entity_id = e.entity_id
             AND b.entity_version = e.entity_version - 1
        -- What a clock stamped ahead of the time counts from the moment at which it came back.
        LEFT JOIN audit.ahead a ON a.seq = e.seq
        LEFT JOIN audit.event n ON n.seq = a.overtaken_by
       WHERE e.entity_type = 'pledge' AND ${which} AND NOT e.action = ANY(${STAYING}::text[])) told
   WHERE before IS DISTINCT FROM after
   GROUP BY 1, 2, 3`;

/** Actions that never change the stage. */
const STAYING = ["pledge.confirmed", "pledge.evidence-added", "pledge.evidence-retracted"];
