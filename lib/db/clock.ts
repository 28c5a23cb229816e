import "server-only";
import type { Instant } from "@/lib/domain/base/day";
import { type AheadEntries, type Clocks, TOLERATED_MS } from "@/lib/domain/log/log-clock";
import { askPool, REQUEST_TIMEOUT } from "./client";
import { instantSql } from "./sql/instant-sql";
import { steadyMs } from "./log/steady-clock";

/** The register's time, and the time zone of its days. */
export async function findClock(): Promise<{ at: Instant; timeZone: string }> {
  const [row] = await askPool<{ at: Instant; timeZone: string | null }>(
    `SELECT ${instantSql("register_now()")} AS at, (SELECT time_zone FROM register) AS "timeZone"`,
  );
  if (!row) throw new Error("the database didn't say what time it is");
  return { at: row.at, timeZone: row.timeZone ?? "UTC" };
}

/**
 * The database's clock compared with this process's, and the first entry stamped ahead of the true time. The
 * latest timestamp is compared first, by its index: usually none is ahead, and then min(seq) would scan the
 * whole log.
 */
export async function findClocks(): Promise<Clocks> {
  const before = steadyMs();
  const [row] = await askPool<{ databaseMs: number; aheadFrom: number | null }>(
    `WITH tolerated AS MATERIALIZED (
       SELECT to_timestamp($1::float8 / 1000) + coalesce((SELECT offset_ms FROM register), 0) * interval '1 millisecond'
              AS until)
     SELECT (extract(epoch FROM audit.clock()) * 1000)::float8 AS "databaseMs",
            CASE WHEN (SELECT max(e.at) FROM audit.event e) > t.until
                 THEN (SELECT min(e.seq)::float8 FROM audit.event e WHERE e.at > t.until)
            END AS "aheadFrom"
       FROM tolerated t`,
    [before + TOLERATED_MS],
    REQUEST_TIMEOUT,
  );
  if (!row) throw new Error("the database didn't say what time it is");
  const after = steadyMs();
  const { databaseMs, aheadFrom } = row;
  // The database read its clock between `before` and `after`: only a value outside differs.
  const databaseAheadMs = databaseMs - Math.min(Math.max(databaseMs, before), after);
  return { databaseAheadMs, movedMs: Date.now() - after, aheadFrom };
}

/**
 * Positions at which the log's timestamps go back, latest first: the entries that were ahead, and by how
 * much.
 */
export async function findAheadEntries(): Promise<AheadEntries[]> {
  return askPool<AheadEntries>(
    `SELECT min(a.seq)::float8 AS first, max(a.seq)::float8 AS last, a.overtaken_by::float8 AS "overtakenBy",
            (extract(epoch FROM max(e.recorded_at) - max(n.recorded_at)) * 1000)::float8 AS "aheadMs"
       FROM audit.ahead a JOIN audit.event e ON e.seq = a.seq JOIN audit.event n ON n.seq = a.overtaken_by
      GROUP BY a.overtaken_by ORDER BY a.overtaken_by DESC LIMIT 20`,
  );
}
