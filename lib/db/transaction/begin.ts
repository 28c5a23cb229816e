import { dayOf, type Day, type Instant } from "@/lib/domain/day";
import type { Queryable } from "../records/select";
import { instantSql } from "../records/shape";

export interface Settings {
  readonly timeZone: string;
  readonly staleDays: number;
}

/**
 * Begins a transaction and learns, in the same round trip, what time it is and what the register's settings are. They hold
 * until its end: whoever changes them does so alone, when nobody else is changing anything.
 */
export async function begin(
  client: Queryable,
  replayedAt: Instant | null,
  alone: boolean,
): Promise<{ at: Instant; today: Day; settings: Settings }> {
  const answers = (await client.query(alone ? BEGIN_ALONE : BEGIN)) as unknown as { rows: BeginRow[] }[];
  const row = answers[2]?.rows[0];
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

const beginWith = (lock: string): string => `
  BEGIN ISOLATION LEVEL READ COMMITTED;
  SELECT ${lock}(hashtextextended('the settings', 0));
  SELECT ${instantSql("register_now()")} AS at, r.time_zone AS "timeZone", r.stale_days AS "staleDays"
    FROM (SELECT) AS one LEFT JOIN register r ON true`;
const BEGIN = beginWith("pg_advisory_xact_lock_shared");
const BEGIN_ALONE = beginWith("pg_advisory_xact_lock");

const BEFORE_FOUNDING: Settings = { timeZone: "UTC", staleDays: 30 };
