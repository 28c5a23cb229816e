// Selects entries of the log. The cost depends on the page, not on the log's length. It is read from the end of the log,
// of a record, or of each action separately. Otherwise a rare action would be searched for among all others.
import { ACTIONS, type Action, type EntityType } from "@/lib/domain/base/audit";
import type { Instant } from "@/lib/domain/base/day";
import { actorNamed, recordNamed, type LogFilter } from "@/lib/domain/log/logged";
import { eventRowOf } from "./event-rows";
import { all, anyOf, sql, type Sql } from "../../sql/sql";

/** Days are already converted to instants. */
export type LogQuestion = Omit<LogFilter, "from" | "to"> & { from: Instant | null; to: Instant | null };

/** The numbers of the newest matching entries, before the one given. */
export function numbersAsked(question: LogQuestion, limit: number, before?: string): Sql {
  const named = question.record === null ? null : recordNamed(question.record);
  const actions = actionsOf(question, named?.is === "type" ? named.type : null);
  const narrowed = all([within(question, before, DOWN), byActor(question.actor)]);
  if (named !== null && named.is !== "type")
    return sql`
      SELECT e.seq FROM (${eventRowOf(named)}) subject JOIN audit.event e ON e.entity_type = subject.type AND e.entity_id = subject.id
       WHERE ${all([narrowed, anyOf(sql`e.action`, question.action)])} ORDER BY -e.seq LIMIT ${limit}`;
  if (actions === null)
    return sql`
      SELECT e.seq FROM audit.event e WHERE ${within(question, before, UP)} ORDER BY e.seq DESC LIMIT ${limit}`;
  return sql`
    SELECT found.seq FROM unnest(${actions}::text[]) AS wanted (action) CROSS JOIN LATERAL (
      SELECT e.seq FROM audit.event e WHERE e.action = wanted.action AND ${narrowed} ORDER BY -e.seq LIMIT ${limit}) found
     ORDER BY found.seq DESC LIMIT ${limit}`;
}

/** Null: no filter, so the log is read in its own order. */
function actionsOf({ action, actor }: LogQuestion, type: EntityType | null): readonly Action[] | null {
  if (action.length === 0 && type === null) return actor === null ? null : ACTIONS;
  const actions = action.length === 0 ? ACTIONS : action;
  return type === null ? actions : actions.filter((one) => one.startsWith(`${type}.`));
}

function byActor(actor: string | null): Sql | null {
  if (actor === null) return null;
  const { is, text } = actorNamed(actor);
  if (is === "name") return sql`lower(e.actor_name) = lower(${text})`;
  return is === "id"
    ? sql`e.actor_id = ${text}`
    : sql`e.actor_id = (SELECT p.id::text FROM person p WHERE p.email = ${text})`;
}

/** Numbers of entries: ascending as in the primary key, or negated as in the indexes by action, actor and name. */
const UP = { of: (seq: Sql): Sql => seq, least: sql`>=`, most: sql`<=`, below: sql`<` };
const DOWN = { of: (seq: Sql): Sql => sql`-(${seq})`, least: sql`<=`, most: sql`>=`, below: sql`>` };

function within(
  { from, to }: LogQuestion,
  before: string | undefined,
  { of, least, most, below }: typeof UP,
): Sql {
  const seq = of(sql`e.seq`);
  return all([
    from === null ? null : sql`${seq} ${least} ${of(firstFrom(from))}`,
    to === null ? null : sql`${seq} ${most} ${of(lastTo(to))}`,
    before === undefined ? null : sql`${seq} ${below} ${of(sql`${before}::bigint`)}`,
  ]);
}

/** Instants rise with the log, except for entries that a wrong clock stamped ahead of later ones. */
const IS_PLACE = sql`NOT EXISTS (SELECT FROM audit.ahead a WHERE a.seq = s.seq)`;
const firstFrom = (at: Instant): Sql =>
  sql`(SELECT s.seq FROM audit.event s WHERE s.at >= ${at}::timestamptz AND ${IS_PLACE} ORDER BY s.at, s.seq LIMIT 1)`;
const lastTo = (at: Instant): Sql =>
  sql`(SELECT s.seq FROM audit.event s WHERE s.at <= ${at}::timestamptz AND ${IS_PLACE} ORDER BY s.at DESC, s.seq DESC LIMIT 1)`;
