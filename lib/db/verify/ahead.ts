// Entries stamped later than one that follows them: listed so that reading as of a moment skips them, and
// checked against the timestamps.
import type { Queryable } from "../connection";
import { discrepancy, firstProblem, type Discrepancy } from "./verdict";

/** Rows of audit.ahead that contradict the timestamps, or are missing. */
export async function aheadFaults(q: Queryable): Promise<Discrepancy[]> {
  const { rows } = await q.query<{ seq: number; follows: number | null; listed: number | null }>(
    STAMPED_AHEAD,
  );
  return firstProblem(
    rows.map(({ seq, follows, listed }) =>
      discrepancy(
        "log",
        `audit.ahead, entry ${seq}: ${follows === null ? "no later entry carries an earlier moment" : `entry ${follows} is the first with an earlier moment, not ${listed ?? "none"}`}`,
        seq,
      ),
    ),
  );
}

const STAMPED_AHEAD = `
  WITH stamped AS (
    SELECT seq, at, min(at) OVER (ORDER BY seq DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS least FROM audit.event),
  follows AS (
    SELECT s.seq, (SELECT min(e.seq) FROM audit.event e WHERE e.seq > s.seq AND e.at < s.at) AS first
      FROM stamped s WHERE s.at > s.least)
  SELECT coalesce(f.seq, a.seq)::float8 AS seq, f.first::float8 AS follows, a.overtaken_by::float8 AS listed
    FROM follows f FULL JOIN audit.ahead a ON a.seq = f.seq
   WHERE f.first IS DISTINCT FROM a.overtaken_by ORDER BY 1`;
