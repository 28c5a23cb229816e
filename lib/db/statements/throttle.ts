import { askPrisma } from "../prisma";
import { sql } from "../read/sql";

export type Counts = readonly { key: string; free: number; firstSeconds: number; longestSeconds: number }[];

/**
 * One more failure in each count, or in those alone that aren't blocked; answers in how many. A count that saw none for a day
 * begins again. Counted and blocked in one statement: attempts made at once can't outrun it.
 */
export function countFailures(buckets: Counts, which: "all" | "open"): Promise<number> {
  const given = sql`unnest(${buckets.map(({ key }) => key)}::text[], ${buckets.map(({ free }) => free)}::int[],
    ${buckets.map(({ firstSeconds }) => firstSeconds)}::int[], ${buckets.map(({ longestSeconds }) => longestSeconds)}::int[])
    AS b (key, free, first, longest)`;
  return askPrisma(
    (db) => db.$executeRaw`
      INSERT INTO throttle AS t (bucket, failures, since, blocked_until)
      SELECT key, 1, now(), CASE WHEN free <= 1 THEN now() + first * interval '1 second' END FROM ${given} ORDER BY key
      ON CONFLICT (bucket) DO UPDATE SET
        failures = CASE WHEN t.since < now() - interval '1 day' THEN 1 ELSE t.failures + 1 END,
        since = now(),
        blocked_until = CASE WHEN t.since >= now() - interval '1 day' THEN (
          SELECT now() + least(longest, first * 2 ^ least(t.failures + 1 - free, 20)) * interval '1 second'
            FROM ${given} WHERE key = t.bucket AND t.failures + 1 >= free) END
        WHERE ${which === "all" ? sql`true` : sql`coalesce(t.blocked_until <= now(), true)`}`,
  );
}
