import { dayOf, type Day, type Instant } from "@/lib/domain/day";
import type { Queryable } from "../records/select";
import { AHEAD, WORLD, type World } from "../unresolved/world";
import { instantSql } from "../records/shape";

export interface Settings {
  readonly timeZone: string;
  readonly staleDays: number;
}

/**
 * Begins a transaction and learns, in the same round trip, what time it is, what the register's settings are, and which
 * world it is. They hold until its end: whoever changes them does so alone, when nobody else is changing anything.
 */
export async function begin(
  client: Queryable,
  replayedAt: Instant | null,
  alone: boolean,
): Promise<{ at: Instant; today: Day; settings: Settings; world: World }> {
  const answers = (await client.query(alone ? BEGIN_ALONE : BEGIN)) as unknown as { rows: BeginRow[] }[];
  const row = answers.at(-1)?.rows[0];
  if (!row) throw new Error("the database didn't say what time it is");
  const at = replayedAt ?? row.at;
  const settings = {
    timeZone: row.timeZone ?? BEFORE_FOUNDING.timeZone,
    staleDays: row.staleDays ?? BEFORE_FOUNDING.staleDays,
  };
  const world = { number: row.world, ahead: row.ahead };
  return { at, today: dayOf(at, settings.timeZone), settings, world };
}

interface BeginRow {
  at: Instant;
  timeZone: string | null;
  staleDays: number | null;
  world: number;
  ahead: World["ahead"];
}

const LOCK = "(hashtextextended('the settings', 0));";
const beginWith = (lock: string): string => `
  BEGIN ISOLATION LEVEL READ COMMITTED;
  ${lock}
  SELECT ${instantSql("register_now()")} AS at, r.time_zone AS "timeZone", r.stale_days AS "staleDays",
         ${WORLD} AS world, ${AHEAD} AS ahead
    FROM (SELECT) AS one LEFT JOIN register r ON true`;
const BEGIN = beginWith(`SELECT pg_advisory_xact_lock_shared${LOCK}`);
// Whoever waits for all others to end keeps all others waiting meanwhile: so not for long, and rather once more.
const BEGIN_ALONE = beginWith(`
  SET LOCAL lock_timeout = '700ms';
  SELECT pg_advisory_xact_lock${LOCK}
  SET LOCAL lock_timeout TO DEFAULT;`);

const BEFORE_FOUNDING: Settings = { timeZone: "UTC", staleDays: 30 };
