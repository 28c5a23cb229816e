// The rows of the calendar, one query for each kind of day: each finds its days by its own index.
import { NOBODY } from "@/lib/domain/base/listing";
import { OPEN_STAGES, rungOf } from "@/lib/domain/pledge/stages";
import { CALENDAR_KINDS, type CalendarFilter, type CalendarKind } from "@/lib/domain/unresolved/calendar";
import { all, anyOf, sql, type Sql } from "../../sql/sql";
import { ownedBy, promisedBy } from "../pledges/pledge-list";

export interface CalendarPart {
  kind: CalendarKind;
  rows: Sql;
}

export function calendarParts(filter: CalendarFilter): CalendarPart[] {
  const kinds = filter.what.length === 0 ? CALENDAR_KINDS : filter.what;
  return kinds.flatMap((kind) => [PARTS[kind](filter, kind)].flat().map((rows) => ({ kind, rows })));
}

const PARTS: Record<CalendarKind, (filter: CalendarFilter, kind: CalendarKind) => Sql | Sql[]> = {
  // Written as in its index.
  due: (filter, kind) => ofPledge(filter, { kind, day: sql`coalesce(p.due_on, 'infinity'::date)` }),
  "next-action": (filter, kind) =>
    ofPledge(filter, {
      kind,
      day: sql`p.next_action_due_on`,
      about: sql`p.next_action`,
      which: sql`p.next_action IS NOT NULL`,
    }),
  "window-start": (filter, kind) => [
    ofPledge(filter, { kind, day: sql`p.window_start` }),
    ofLine(filter, { kind, day: sql`c.available_from`, own: sql`p.window_start` }),
  ],
  "window-end": (filter, kind) => [
    ofPledge(filter, { kind, day: sql`p.window_end` }),
    ofLine(filter, { kind, day: sql`c.available_to`, own: sql`p.window_end` }),
  ],
  vote: (filter, kind) =>
    ofApproval(filter, { kind, day: sql`a.scheduled_for`, which: sql`a.status = 'SCHEDULED'` }),
  mandate: (filter, kind) =>
    ofApproval(filter, { kind, day: sql`a.valid_until`, which: sql`a.status = 'APPROVED'` }),
  question: ofQuestion,
  needed: ofRequirement,
  evidence: ofEvidence,
};

interface DayOf {
  kind: CalendarKind;
  day: Sql;
  about?: Sql;
  which?: Sql;
}

const ofPledge = (
  filter: CalendarFilter,
  { kind, day, about = sql`NULL::text`, which = sql`true` }: DayOf,
): Sql => sql`
  SELECT ${kind}::text AS what, ${day} AS "on", p.reference, p.participant, p.priority::int, p.title, ${about} AS about,
         NULL::text AS id, p.handling, p.version, p.updated_at AS changed
    FROM pledge p
   WHERE ${within(day, filter)} AND ${which} AND ${counting(filter)} AND ${promised(filter)}`;

/** A contribution's own window, if it isn't the pledge's. */
const ofLine = (filter: CalendarFilter, { kind, day, own }: DayOf & { own: Sql }): Sql => sql`
  SELECT ${kind}::text AS what, ${day} AS "on", p.reference, p.participant, p.priority::int, p.title, c.kind AS about,
         c.id::text AS id, p.handling, p.version, p.updated_at AS changed
    FROM contribution c CROSS JOIN LATERAL ${pledgeOf(sql`c.pledge_id`, filter)}
   WHERE ${within(day, filter)} AND c.removed_in IS NULL AND ${own} IS DISTINCT FROM ${day}`;

/** With the first counting pledge that it serves; an approval that serves none is listed alone. */
const ofApproval = (filter: CalendarFilter, { kind, day, which = sql`true` }: DayOf): Sql => sql`
  SELECT ${kind}::text AS what, ${day} AS "on", served.reference, a.participant, first.priority, first.title, a.body AS about,
         a.id::text AS id, CASE WHEN served.marked THEN 'COALITION' ELSE 'PUBLIC' END AS handling, a.version, a.updated_at AS changed
    FROM approval a CROSS JOIN LATERAL (
         SELECT min(p.reference COLLATE "C") FILTER (WHERE ${counting(filter)}) AS reference,
                bool_or(p.handling = 'COALITION') AS marked, count(*) AS n
           FROM approval_pledge link JOIN pledge p ON p.id = link.pledge_id
          WHERE link.approval_id = a.id AND link.removed_in IS NULL) served
    LEFT JOIN LATERAL (SELECT p.priority::int, p.title FROM pledge p WHERE p.reference = served.reference COLLATE "default" OFFSET 0) first ON true
   WHERE ${within(day, filter)} AND ${which} AND ${all([anyOf(sql`a.participant`, filter.participant)])}
     AND (served.reference IS NOT NULL OR ${concernsAll(filter)} AND served.n = 0)`;

function ofQuestion(filter: CalendarFilter, kind: CalendarKind): Sql {
  const which = all([
    within(sql`q.due_on`, filter),
    sql`q.state = 'OPEN'`,
    anyOf(sql`q.participant`, filter.participant),
    anyOf(sql`q.priority`, filter.priority, "smallint"),
    ownedBy(sql`p.owner`, filter.owner),
    filter.important && sql`p.reference IS NOT NULL AND ${counting(filter)}`,
  ]);
  return sql`
    SELECT ${kind}::text AS what, q.due_on AS "on", q.pledge AS reference, q.participant, q.priority::int, p.title, q.reference AS about,
           q.id::text AS id, coalesce(p.handling, 'PUBLIC') AS handling, q.version, q.updated_at AS changed
      FROM question q LEFT JOIN pledge p ON p.reference = q.pledge WHERE ${which}`;
}

/** By its date, or so many days after the ceasefire once that holds. */
function ofRequirement(filter: CalendarFilter, kind: CalendarKind): Sql {
  const day = sql`coalesce((r.needed_by->>'date')::date, met.since + (r.needed_by->>'day')::int)`;
  const which = all([
    within(day, filter),
    sql`r.closed_at IS NULL`,
    anyOf(sql`r.lead`, filter.participant),
    anyOf(sql`r.priority`, filter.priority, "smallint"),
    isForNobody(filter.owner) ? null : sql`false`,
    filter.important && sql`false`,
  ]);
  return sql`
    SELECT ${kind}::text AS what, ${day} AS "on", NULL::text AS reference, r.lead AS participant, r.priority::int, r.title,
           r.reference AS about, r.id::text AS id, 'PUBLIC' AS handling, r.version, r.updated_at AS changed
      FROM requirement r LEFT JOIN trigger met ON met.code = 'CEASEFIRE_IN_FORCE' AND met.state = 'MET'
     WHERE ${which}`;
}

function ofEvidence(filter: CalendarFilter, kind: CalendarKind): Sql {
  return sql`
  SELECT ${kind}::text AS what, e.valid_until AS "on", p.reference, p.participant, p.priority::int, p.title, s.publisher AS about,
         e.id::text AS id, p.handling, p.version, p.updated_at AS changed
    FROM evidence e CROSS JOIN LATERAL ${pledgeOf(sql`e.pledge_id`, filter)} JOIN source s ON s.id = e.source_id
   WHERE ${within(sql`e.valid_until`, filter)} AND e.retracted_at IS NULL AND e.supports`;
}

/**
 * OFFSET 0 makes PostgreSQL look up each line's pledge by index; otherwise it would read all pledges to join
 * them.
 */
const pledgeOf = (id: Sql, filter: CalendarFilter): Sql =>
  sql`(SELECT p.* FROM pledge p WHERE p.id = ${id} AND ${counting(filter)} AND ${promised(filter)} OFFSET 0) p`;

const within = (day: Sql, { from, to }: CalendarFilter): Sql =>
  all([from === null ? null : sql`${day} >= ${from}::date`, sql`${day} <= ${to}::date`]);

/** An open pledge that the filter doesn't leave out, of any participant. */
const counting = ({ priority, owner, important }: CalendarFilter): Sql =>
  all([
    sql`p.voided_at IS NULL`,
    anyOf(sql`p.stage`, OPEN_STAGES),
    anyOf(sql`p.priority`, priority, "smallint"),
    ownedBy(sql`p.owner`, owner),
    important &&
      sql`(p.stage = ANY(${BINDING}::text[]) OR p.reference = ANY(${important}::text[])
           OR EXISTS (SELECT FROM participant co WHERE co.code = p.participant AND co.role = 'CO_LEAD'))`,
  ]);

const promised = ({ participant }: CalendarFilter): Sql => all([promisedBy(participant)]);

/** Whether days that concern no pledge are included. */
const concernsAll = ({ priority, owner, important }: CalendarFilter): Sql =>
  priority.length === 0 && isForNobody(owner) && important === null ? sql`true` : sql`false`;

const isForNobody = (owner: readonly string[]): boolean => owner.length === 0 || owner.includes(NOBODY);

const BINDING = OPEN_STAGES.filter((stage) => rungOf(stage) >= rungOf("COMMITTED"));
