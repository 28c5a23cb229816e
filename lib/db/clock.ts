import "server-only";
import type { Instant } from "@/lib/domain/day";
import { askPool } from "./client";
import { instantSql } from "./records/shape";

/** The register's time, and the zone of its days. */
export async function findClock(): Promise<{ at: Instant; timeZone: string }> {
  const [row] = await askPool<{ at: Instant; timeZone: string | null }>(
    `SELECT ${instantSql("register_now()")} AS at, (SELECT time_zone FROM register) AS "timeZone"`,
  );
  if (!row) throw new Error("the database didn't say what time it is");
  return { at: row.at, timeZone: row.timeZone ?? "UTC" };
}
