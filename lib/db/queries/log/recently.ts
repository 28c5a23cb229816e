// How much was written and read since a moment. Both use an index on the moment.
import type { Instant } from "@/lib/domain/base/day";
import type { AccessTotal, WrittenTotal } from "@/lib/domain/log/recently";
import { ask } from "../../sql/ask";
import { sql } from "../../sql/sql";

export async function findWrittenSince(from: Instant): Promise<WrittenTotal> {
  const [row] = await ask<WrittenTotal>(sql`
    SELECT count(*)::int AS entries, count(DISTINCT actor_id)::int AS people
      FROM audit.event WHERE at >= ${from}::timestamptz`);
  return row ?? { entries: 0, people: 0 };
}

export async function findAccessSince(from: Instant): Promise<AccessTotal[]> {
  return ask<AccessTotal>(sql`
    SELECT kind, sum(count)::int AS count, audit.instant(max(at)) AS last
      FROM audit.access WHERE at >= ${from}::timestamptz GROUP BY kind`);
}
