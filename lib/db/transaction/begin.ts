import { dayOf, type Day, type Instant } from "@/lib/domain/day";
import type { Queryable } from "../records/select";
import { instantSql } from "../records/shape";

export interface Settings {
  readonly timeZone: string;
  readonly staleDays: number;
}

/** Begins a transaction and learns, in the same round trip, what time it is and what the register's settings are. */
export async function begin(
  client: Queryable,
  replayedAt: Instant | null,
): Promise<{ at: Instant; today: Day; settings: Settings }> {
  const answers = (await client.query(BEGIN)) as unknown as { rows: BeginRow[] }[];
  const row = answers[1]?.rows[0];
  if (!row) throw new Error("the database didn't say what time it is");
  const at = replayedAt ?? row.at;
  const settings = {
    timeZone: row.timeZone ?? BEFORE_FOUNDING.timeZone,
    staleDays: row.staleDays ?? BEFORE_FOUNDING.staleDays,
  };
  return { at, today: dayOf(at, settings.timeZone), settings };
}

interface BeginRow {
  at: Instant;
  timeZone: string | null;
  staleDays: number | null;
}

const BEGIN = `
  BEGIN ISOLATION LEVEL READ COMMITTED;
  SELECT ${instantSql("register_now()")} AS at, r.time_zone AS "timeZone", r.stale_days AS "staleDays"
    FROM (SELECT) AS one LEFT JOIN register r ON true`;

const BEFORE_FOUNDING: Settings = { timeZone: "UTC", staleDays: 30 };
