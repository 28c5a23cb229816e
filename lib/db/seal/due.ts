import "server-only";
import { askPool } from "../client";

/** How much of the log no checkpoint covers, and since when the first of it waits; and whether it has keys already. */
export async function findUnsealed(): Promise<{ entries: number; waitingMs: number; hasKeys: boolean }> {
  const [row] = await askPool<{ entries: number; waitingMs: number; hasKeys: boolean }>(
    `SELECT (h.seq - coalesce(c.size, 0))::float8 AS entries,
            coalesce(extract(epoch FROM now() - first.recorded_at) * 1000, 0)::float8 AS "waitingMs",
            EXISTS (SELECT FROM audit.sealing_key) AS "hasKeys"
       FROM audit.head h
       LEFT JOIN LATERAL (SELECT size FROM audit.checkpoint ORDER BY id DESC LIMIT 1) c ON true
       LEFT JOIN audit.event first ON first.seq = coalesce(c.size, 0) + 1`,
  );
  return row ?? { entries: 0, waitingMs: 0, hasKeys: true };
}
