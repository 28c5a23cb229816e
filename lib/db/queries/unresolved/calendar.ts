// The calendar, read only as far as a page goes. The same of a past moment is in domain/history/calendar/snapshot-calendar.ts.
import { COUNTED_TO } from "@/lib/domain/base/listing";
import type {
  CalendarQuery,
  CalendarDay,
  CalendarEntry,
  CalendarFilter,
  CalendarKind,
} from "@/lib/domain/unresolved/calendar";
import { streamed } from "../../bulk/stream";
import { ask } from "../../sql/ask";
import { instantSql } from "../../sql/instant-sql";
import { raw, sql, type Sql } from "../../sql/sql";
import { calendarParts } from "./calendar-parts";

/** In order; one more than the limit, if another page follows. */
export function findCalendar({ after, limit, ...filter }: CalendarQuery): Promise<CalendarEntry[]> {
  const [on = null, reference = "", what = "", id = ""] = after ?? [];
  const first = sql`ORDER BY ${ORDER} LIMIT ${limit + 1}`;
  const further = (kind: CalendarKind): Sql =>
    on === null
      ? sql`true`
      : sql`("on", coalesce(reference, '') COLLATE "C", ${kind}::text COLLATE "C", coalesce(id, '') COLLATE "C")
            > (${on}::date, ${reference}::text, ${what}::text, ${id}::text)`;
  const parts = calendarParts({ ...filter, from: on ?? filter.from }).map(
    ({ kind, rows }) => sql`(SELECT * FROM (${rows}) one WHERE ${further(kind)} ${first})`,
  );
  return entriesOf(sql`SELECT ${ENTRY} FROM (${together(parts)}) entry ${first}`);
}

/** Counting stops one after COUNTED_TO. */
export async function countCalendar(filter: CalendarFilter): Promise<number> {
  const parts = calendarParts(filter).map(
    ({ rows }) => sql`(SELECT FROM (${rows}) one LIMIT ${COUNTED_TO + 1})`,
  );
  const [row] = await ask<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM (SELECT FROM (${together(parts)}) entry LIMIT ${COUNTED_TO + 1}) counted`);
  return row?.n ?? 0;
}

/** All of them, in order. */
export const streamCalendar = (filter: CalendarFilter): Promise<AsyncIterable<CalendarEntry[]>> =>
  streamed<CalendarEntry, CalendarEntry>(
    sql`SELECT ${ENTRY} FROM (${together(calendarParts(filter).map(({ rows }) => rows))}) entry ORDER BY ${ORDER}`,
    (entry) => entry,
  );

/** Each day that has entries, with the first of them. */
export async function findCalendarDays(filter: CalendarFilter, most: number): Promise<CalendarDay[]> {
  const parts = calendarParts(filter).map(({ rows }) => rows);
  const rows = await ask<CalendarEntry & { total: number }>(sql`
    SELECT ${ENTRY}, total
      FROM (SELECT *, row_number() OVER (PARTITION BY "on" ORDER BY ${ORDER})::int AS place,
                   count(*) OVER (PARTITION BY "on")::int AS total
              FROM (${together(parts)}) entry) ranked
     WHERE place <= ${most} ORDER BY ${ORDER}`);
  const days = new Map<string, CalendarDay>();
  for (const { total, ...entry } of rows) {
    const { on } = entry;
    const day = days.get(on) ?? { on, entries: [], total };
    day.entries.push(entry);
    days.set(on, day);
  }
  return [...days.values()];
}

const ENTRY = sql`what, "on"::text AS "on", reference, participant, priority, title, about, id, handling, version,
  ${raw(instantSql("changed"))} AS "updatedAt"`;
const ORDER = sql`"on", coalesce(reference, '') COLLATE "C", what COLLATE "C", coalesce(id, '') COLLATE "C"`;

const entriesOf = (question: Sql): Promise<CalendarEntry[]> => ask<CalendarEntry>(question);
const together = (parts: readonly Sql[]): Sql =>
  parts.reduce((before, part) => sql`${before} UNION ALL ${part}`);
