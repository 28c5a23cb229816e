import type { Day } from "@/lib/domain/base/day";
import { isId } from "@/lib/domain/base/id";
import { isActionable } from "@/lib/domain/pledge/condition";
import { truthIn } from "@/lib/domain/conditions/leaf-facts";
import { NO_STAGE_FACTS, type StageFacts } from "@/lib/domain/pledge/evidence-requirements";
import type { Around } from "@/lib/domain/details/pledge-details";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { STAGES } from "@/lib/domain/pledge/stages";
import type { Priority } from "@/lib/domain/base/priority";
import type { Prepared, Transaction } from "../../connection";
import { Prisma } from "../../generated/client";
import { oneOfColumn } from "../../records/codec";
import { pledgeFromRow, selectPledge, selectPledges } from "../../records/pledge";
import { selectAroundNamed } from "../../queries/pledges/around";
import { selectFacts } from "../../statements/condition-facts";
import { RECORDS, type JsonOf } from "../../statements/record-json";
import { lock, locked } from "../../sql/lock";
import { sentTogether } from "../../sql/sent-together";
import { lockLimits } from "../../statements/sharing";

interface Cell {
  participant: string;
  priority: Priority;
}

export const pledgesIn = (q: Transaction) => ({
  lock: async (reference: string): Promise<Pledge | null> => (await lockNamed(q, [reference]))[0] ?? null,
  lockOfEvidence: async (id: string): Promise<Pledge | null> =>
    isId(id) ? lockOne(q, Prisma.sql`id = (SELECT pledge_id FROM evidence WHERE id = ${id}::uuid)`) : null,
  /** Those that exist, locked in order of their ids. */
  lockMany: (references: readonly string[]): Promise<Pledge[]> => lockNamed(q, references),
  /** By reference, those that exist; not locked. */
  named: (references: readonly string[]): Promise<ReadonlyMap<string, Pledge>> => named(q, references),
  /** Pledges in force of this owner and these participants, up to the limit. */
  lockOwned: (email: string, participants: readonly string[], limit: number): Promise<Pledge[]> =>
    lockAll(
      q,
      Prisma.sql`owner = ${email} AND participant = ANY (${[...participants]}::text[]) AND voided_at IS NULL`,
      limit,
    ),
  /**
   * What the rules of stages need in addition to the locked pledge. Its limits are locked too, unless `known`
   * was read under their lock.
   */
  stageFacts: (pledge: Pledge, today: Day, known: Around | null = null): Promise<StageFacts> =>
    stageFactsIn(q, pledge, today, known),
  /** The pledges that make up a cell's position, its own and those promised jointly; not locked. */
  standing: async (participant: string, priority: Priority): Promise<Pick<Pledge, "stage" | "voided">[]> => {
    const { rows } = await q.query<{ stage: string }>(STANDING, [participant, priority]);
    return rows.map(({ stage }) => ({ stage: oneOfColumn(STAGES, stage), voided: null }));
  },
  /** The next reference of a cell; others in that cell wait, so that no number is skipped. */
  nextReference: async (participant: string, priority: Priority): Promise<string> => {
    const given = await q.db.referenceCounter.update({
      where: { participant_priority: { participant, priority } },
      data: { last: { increment: 1 } },
      select: { last: true },
    });
    return `${participant}-${priority}-${String(given.last).padStart(3, "0")}`;
  },
  /** The same for many cells in the order given; others in these cells wait. Returns the first number of each cell. */
  nextNumbers: async (cells: readonly (Cell & { pledges: number })[]): Promise<number[]> => {
    const { rows } = await q.query<{ first: number }>(NEXT_NUMBERS, [JSON.stringify(cells)]);
    if (rows.length !== cells.length) throw new Error("a participant isn't on record");
    return rows.map(({ first }) => first);
  },
  /** Locks cells, so that nobody else logs in them; in the same order as deriving. */
  lockCells: async (cells: readonly Cell[]): Promise<void> => {
    await q.query(
      `SELECT FROM reference_counter c JOIN unnest($1::text[], $2::smallint[]) AS w (participant, priority) USING (participant, priority)
        ORDER BY c.participant, c.priority FOR NO KEY UPDATE OF c`,
      [cells.map(({ participant }) => participant), cells.map(({ priority }) => priority)],
    );
  },
  /** References and titles logged or changed in these cells after a log entry, without voided pledges. */
  titlesSince: async (
    seq: number,
    cells: readonly Cell[],
  ): Promise<(Cell & { reference: string; title: string })[]> => {
    const { rows } = await q.query<Cell & { reference: string; title: string }>(TITLES_SINCE, [
      seq,
      cells.map(({ participant }) => participant),
      cells.map(({ priority }) => priority),
    ]);
    return rows;
  },
  /** Pledges that someone other than the author has worked on since they were logged, or the author by more than comments. */
  workedOn: async (ids: readonly string[], author: string): Promise<string[]> =>
    (await q.query<{ id: string }>(WORKED_ON, [ids, author])).rows.map(({ id }) => id),
  /** Who logged each of these pledges, by the pledge's id. */
  loggedBy: async (ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const { rows } = await q.query<{ id: string; person: string }>(LOGGED_BY, [ids]);
    return new Map(rows.map(({ id, person }) => [id, person]));
  },
});

async function stageFactsIn(
  q: Transaction,
  { reference, condition }: Pledge,
  today: Day,
  known: Around | null,
): Promise<StageFacts> {
  const [, around, facts] = await sentTogether([
    known ?? lockLimits(q, reference),
    known ?? selectAroundNamed(q, reference),
    selectFacts(q, [condition]),
  ]);
  const { approvals, sharing, deliveries } = around ?? NO_STAGE_FACTS;
  return { approvals, sharing, deliveries, actionable: isActionable(condition, truthIn(facts, today)) };
}

/** Sent together: the second statement reads what the first has locked. */
export async function lockNamed(q: Transaction, references: readonly string[]): Promise<Pledge[]> {
  const [named, values] = references.length === 1 ? [ONE_NAMED, references] : [MANY_NAMED, [references]];
  const [, { rows }] = await sentTogether([
    q.query(named.lock, [...values]),
    q.query<{ record: JsonOf["pledge"] }>(named.read, [...values]),
  ]);
  return rows.map(({ record }) => pledgeFromRow(record));
}

const lockAndRead = (what: string, which: string): { lock: Prepared; read: Prepared } => ({
  lock: {
    name: `lock-${what}`,
    text: `SELECT FROM pledge r WHERE r.reference ${which} ORDER BY r.id FOR NO KEY UPDATE`,
  },
  read: {
    name: `locked-${what}`,
    text: `SELECT ${RECORDS.pledge.json} AS record FROM pledge r WHERE r.reference ${which} ORDER BY r.id`,
  },
});
/**
 * PostgreSQL keeps the plan for a single one; for a list it makes a new plan each time, by the list's length.
 */
const ONE_NAMED = lockAndRead("pledge", "= $1");
const MANY_NAMED = lockAndRead("pledges", "= ANY ($1)");

const lockOne = (q: Transaction, where: Prisma.Sql): Promise<Pledge | null> =>
  locked(q.db, "pledge", where, (id) => selectPledge(q.db, { id }));

async function named(
  { db }: Transaction,
  references: readonly string[],
): Promise<ReadonlyMap<string, Pledge>> {
  const where = { reference: { in: [...references] } };
  const found = references.length === 0 ? [] : await selectPledges(db, where);
  return new Map(found.map((pledge) => [pledge.reference, pledge]));
}

async function lockAll(q: Transaction, where: Prisma.Sql, limit?: number): Promise<Pledge[]> {
  const ids = await lock(q.db, "pledge", where, limit);
  return selectPledges(q.db, { id: { in: ids } });
}

const STANDING = `
  SELECT DISTINCT stage FROM pledge
   WHERE (participant = $1 OR promisers <> '{}' AND promisers && ARRAY[$1]) AND priority = $2 AND voided_at IS NULL`;

/**
 * Reads the log once: while the tables grow, PostgreSQL takes one of them for small and would read it for
 * each row of the other.
 */
const TITLES_SINCE = `
  SELECT p.reference, p.participant, p.priority, p.title FROM pledge p
   WHERE p.id = ANY(ARRAY(SELECT DISTINCT e.entity_id::uuid FROM audit.event e WHERE e.seq > $1 AND e.entity_type = 'pledge'))
     AND (p.participant, p.priority) IN (SELECT * FROM unnest($2::text[], $3::smallint[])) AND p.voided_at IS NULL`;

const NEXT_NUMBERS = `
  WITH wanted AS (
    SELECT * FROM ROWS FROM (json_to_recordset($1) AS (participant text, priority smallint, pledges int)) WITH ORDINALITY AS w (participant, priority, pledges, place)),
  given AS (
    UPDATE reference_counter c SET last = c.last + w.pledges FROM wanted w
     WHERE c.participant = w.participant AND c.priority = w.priority RETURNING w.place, c.last - w.pledges + 1 AS first)
  SELECT first FROM given ORDER BY place`;

const LOGGED_BY = `
  SELECT entity_id AS id, actor_id AS person FROM audit.event
   WHERE entity_type = 'pledge' AND entity_id = ANY ($1::text[]) AND entity_version = 1`;

/** What was logged with a pledge, in the same transaction, has its time. */
const WORKED_ON = `
  SELECT p.id FROM pledge p
   WHERE p.id = ANY ($1::uuid[]) AND (p.version > 1
      OR EXISTS (SELECT FROM approval_pledge a WHERE a.pledge_id = p.id)
      OR EXISTS (SELECT FROM contribution o JOIN contribution c ON c.same_line = o.id AND c.removed_in IS NULL WHERE o.pledge_id = p.id)
      OR EXISTS (SELECT FROM contribution c WHERE c.removed_in IS NULL AND c.same_as->>'state' = 'CLAIMED'
                    AND split_part(c.same_as->>'pledge', '-', 1) = p.participant AND c.same_as->>'pledge' = p.reference)
      OR EXISTS (SELECT FROM offer o WHERE o.pledge_id = p.id)
      OR EXISTS (SELECT FROM delivery d WHERE d.pledge_id = p.id)
      OR EXISTS (SELECT FROM ruling r WHERE r.pledge_id = p.id)
      OR EXISTS (SELECT FROM comment c WHERE c.pledge_id = p.id AND c.created_at > p.created_at AND c.author_id::text <> $2)
      OR EXISTS (SELECT FROM proposal s WHERE s.subject_id = p.id AND (s.version > 1 OR s.created_at > p.created_at))
      OR EXISTS (SELECT FROM condition_leaf l WHERE l.kind = 'pledge' AND l.key = p.reference)
      OR EXISTS (SELECT FROM pledge o WHERE o.superseded_by = p.reference)
      OR EXISTS (SELECT FROM question q WHERE q.pledge = p.reference)
      OR EXISTS (SELECT FROM finding f WHERE f.about_kind = 'pledge' AND f.about_key = p.reference)
      OR p.reference IN (SELECT s.wish->>'successor' FROM proposal s WHERE s.status IN ('OPEN', 'RETURNED') AND s.wish ? 'successor')
      OR p.reference IN (SELECT e->>'pledge' FROM question q, jsonb_array_elements(q.entries) e WHERE e ? 'pledge'))`;
