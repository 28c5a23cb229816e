import { dayOf, type Day, type Instant } from "@/lib/domain/base/day";
import type { Queryable } from "../connection";
import type { WriteMoment } from "./moment";
import { PREPARED_GENERATION, CURRENT_GENERATION, type Generation } from "./generation";
import { instantSql } from "./instant-sql";

export interface WriteSettings {
  readonly timeZone: string;
  readonly staleDays: number;
}

/**
 * Begins a transaction and reads the time, the settings and the generation in one round trip. They hold until its
 * end: changing them requires that nobody else is changing anything.
 */
export async function begin(
  client: Queryable,
  replayedAt: Instant | null,
  alone: boolean,
): Promise<{ at: Instant; moment: WriteMoment; today: Day; settings: WriteSettings; world: Generation }> {
  // For several statements pg returns a list, which its types don't say.
  const answers = [await client.query<BeginRow>(alone ? BEGIN_ALONE : BEGIN)].flat();
  const row = answers.at(-1)?.rows[0];
  if (!row) throw new Error("the database didn't say what time it is");
  const at = replayedAt ?? row.at;
  const settings = {
    timeZone: row.timeZone ?? BEFORE_FOUNDING.timeZone,
    staleDays: row.staleDays ?? BEFORE_FOUNDING.staleDays,
  };
  const world = { number: row.world, ahead: row.ahead };
  const moment = { now: row.now, at: new Date(row.at) };
  return { at, moment, today: dayOf(at, settings.timeZone), settings, world };
}

interface BeginRow {
  at: Instant;
  now: Date;
  timeZone: string | null;
  staleDays: number | null;
  world: number;
  ahead: Generation["ahead"];
}

const LOCK = "(hashtextextended('the settings', 0));";
const beginWith = (lock: string): string => `
  ${lock}
  SELECT ${instantSql("register_now()")} AS at, now() AS now, r.time_zone AS "timeZone", r.stale_days AS "staleDays",
         ${CURRENT_GENERATION} AS world, ${PREPARED_GENERATION} AS ahead
    FROM (SELECT) AS one LEFT JOIN register r ON true`;
const BEGIN = beginWith(`SELECT pg_advisory_xact_lock_shared${LOCK}`);
// While it waits for the lock, everyone else queues behind it: so it gives up soon and is retried.
const BEGIN_ALONE = beginWith(`
  SET LOCAL lock_timeout = '700ms';
  SELECT pg_advisory_xact_lock${LOCK}
  SET LOCAL lock_timeout TO DEFAULT;`);

const BEFORE_FOUNDING: WriteSettings = { timeZone: "UTC", staleDays: 30 };
