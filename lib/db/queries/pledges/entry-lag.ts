// A pledge's lag: from the day it was stated, by today's record, to the day of its first event in the register's time
// zone.
import type { LagCount, LagRow, LagFilter } from "@/lib/domain/details/entry-lag";
import { COUNTED_TO } from "@/lib/domain/base/listing";
import { ask } from "../../sql/ask";
import { all, anyOf, sql, type Sql } from "../../sql/sql";

/** Pledges by cell and lag in days. */
export function countLags(filter: LagFilter, timeZone: string): Promise<LagCount[]> {
  return ask<LagCount>(sql`
    SELECT p.participant, p.priority, ${daysIn(timeZone)} AS days, count(*)::int AS count
      FROM ${LOGGED} WHERE ${within(filter, timeZone)} GROUP BY 1, 2, 3`);
}

/** A page, the longest first, then those without a day; one more than the limit, if another page follows. */
export function findLagRows(filter: LagFilter, timeZone: string): Promise<LagRow[]> {
  const days = daysIn(timeZone);
  return ask<LagRow>(sql`
    SELECT p.reference, p.title, p.participant, p.priority, p.voided_at IS NOT NULL AS voided,
           p.stated_on::text AS "statedOn", audit.instant(e.at) AS "loggedAt",
           json_build_object('name', e.actor_name, 'role', e.actor_role) AS by, ${days} AS days
      FROM ${LOGGED} WHERE ${all([matching(filter, timeZone), beyond(filter, days)])}
     ORDER BY coalesce(${days}, ${NO_DAYS}) DESC, p.reference COLLATE "C" LIMIT ${filter.limit + 1}`);
}

export async function countLagRows(filter: LagFilter, timeZone: string): Promise<number> {
  const [row] = await ask<{ n: number }>(sql`
    SELECT count(*)::int AS n
      FROM (SELECT FROM ${LOGGED} WHERE ${matching(filter, timeZone)} LIMIT ${COUNTED_TO + 1}) counted`);
  return row?.n ?? 0;
}

const LOGGED = sql`pledge p JOIN audit.event e
  ON e.entity_type = 'pledge' AND e.entity_id = p.id::text AND e.entity_version = 1`;

/** Below any difference of two dates. */
const NO_DAYS = -10_000_000;

const daysIn = (timeZone: string): Sql => sql`(timezone(${timeZone}::text, e.at)::date - p.stated_on)`;

const within = ({ from, to, participant, priority }: LagFilter, timeZone: string): Sql =>
  all([
    from === null ? null : sql`e.at >= timezone(${timeZone}::text, ${from}::date::timestamp)`,
    to === null ? null : sql`e.at < timezone(${timeZone}::text, (${to}::date + 1)::timestamp)`,
    anyOf(sql`p.participant`, participant),
    anyOf(sql`p.priority`, priority, "smallint"),
  ]);

const matching = (filter: LagFilter, timeZone: string): Sql =>
  all([
    within(filter, timeZone),
    filter.stated.length === 1
      ? filter.stated[0] === "yes"
        ? sql`p.stated_on IS NOT NULL`
        : sql`p.stated_on IS NULL`
      : null,
    filter.least === null ? null : sql`${daysIn(timeZone)} >= ${filter.least}::int`,
  ]);

function beyond({ after }: LagFilter, days: Sql): Sql | null {
  const [last, reference] = after ?? [];
  if (reference === undefined) return null;
  const seen = last === "" ? NO_DAYS : Number(last);
  const here = sql`coalesce(${days}, ${NO_DAYS})`;
  return sql`(${here} < ${seen} OR (${here} = ${seen} AND p.reference COLLATE "C" > ${reference}))`;
}
