// The stored unresolved items, written in the transaction that changes their causes, by the functions used everywhere
// else; also called by newer-rules.ts, when the rules themselves have changed. Future items are stored too: an item counts
// from `since` on. Lock order: pledges by id, then cells, then counters, then (when appending) the log's head.
import { leavesOf } from "@/lib/domain/pledge/condition";
import { circlesAmong } from "@/lib/domain/conditions/circles";
import { waitingOf } from "@/lib/domain/conditions/deadlock";
import { latestOf } from "@/lib/domain/conditions/successors";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { RuleSettings } from "@/lib/domain/people/register";
import { followedIn, selectGraph } from "../statements/condition-facts";
import type { Queryable, Transaction } from "../connection";
import { sentTogether } from "../sql/sent-together";
import type { TouchedPosition, LeafName, UnitOfWork } from "./unit-of-work";
import { itemsAlone, itemsIn, itemsOfCells, selectInContext, selectLeavings } from "./items";
import type { StoredItemRow } from "./item-row";
import { putItems, replaceItems } from "./replace";
import type { Generation } from "../sql/generation";

/** The counters are left to the caller, with their changes in `touched`. */
export async function rederive(
  q: Transaction,
  touched: UnitOfWork,
  before: RuleSettings,
  generation: Generation,
): Promise<void> {
  const first = await pledgesOf(q, touched);
  const settings = touched.everything ? await settingsNow(q) : before;
  const { cells, items: itemsOfTheirs } = await lockedCells(q, touched, settings);
  // Logging a pledge holds its cell: pledges that were logged meanwhile for a leaving participant are found
  // only now.
  const pledges = touched.leaving.size === 0 ? first : await pledgesOf(q, touched);
  if (pledges.length === 0 && cells.length === 0) return;

  await sentTogether([
    replaceItems(q, touched.delta, generation, { cells }, itemsOfTheirs),
    replaceOfOthers(q, touched, settings, generation, pledges),
  ]);
  const alone = pledges.flatMap((id) => standsAlone(touched, id) ?? []);
  if (alone.length === 0) return;
  const left = await selectLeavings(q);
  await putItems(q.client, touched.delta, generation, {
    pledges: alone,
    itemsOf: (pledge) => itemsAlone(pledge, left.get(pledge.participant) ?? null, settings),
  });
}

async function replaceOfOthers(
  client: Queryable,
  touched: UnitOfWork,
  settings: RuleSettings,
  generation: Generation,
  pledges: readonly string[],
): Promise<void> {
  const others = pledges.filter((id) => standsAlone(touched, id) === null);
  for (let from = 0; from < others.length; from += BATCH) {
    const batch = others.slice(from, from + BATCH);
    const known = batch.flatMap((id) => touched.contexts.get(id) ?? []);
    const unknown = batch.filter((id) => !touched.contexts.has(id));
    const items = itemsIn(
      [...known, ...(await selectInContext(client, unknown))],
      settings,
      generation.ahead,
    );
    await replaceItems(client, touched.delta, generation, { pledges: batch }, items);
  }
}

const BATCH = 500;

/** A pledge created in this transaction that waits for nothing and has no related records: nothing needs loading. */
function standsAlone({ fresh, served }: UnitOfWork, id: string): Pledge | null {
  const pledge = fresh.get(id) ?? null;
  return pledge?.condition === null && !served.has(pledge.reference) ? pledge : null;
}

async function pledgesOf(client: Queryable, touched: UnitOfWork): Promise<string[]> {
  // The settings have changed: then nobody else is writing.
  if (touched.everything) return idsOf(client, "SELECT id FROM pledge ORDER BY id", []);
  const served = [
    ...touched.served,
    ...(await movedAlong(client, touched)),
    ...(await referencesOf(client, OFFERED_FOR, touched.requirements)),
    ...(await referencesOf(client, OF_PARTICIPANTS, touched.leaving)),
    ...(await referencesOf(client, SHARING_A_LIMIT, touched.allocating)),
  ];
  const waiting = touched.waiting ?? (await selectWaitingFor(client, touched.leaves));
  if (served.length + waiting.length === 0) return [...touched.pledges];
  return idsOf(
    client,
    "SELECT id FROM pledge WHERE id = ANY ($1::uuid[]) OR reference = ANY ($2::text[]) ORDER BY id FOR NO KEY UPDATE",
    [[...touched.pledges, ...waiting], served],
  );
}

async function referencesOf(client: Queryable, sql: string, of: ReadonlySet<string>): Promise<string[]> {
  if (of.size === 0) return [];
  const { rows } = await client.query<{ reference: string }>(sql, [[...of]]);
  return rows.map(({ reference }) => reference);
}

/** For a changed requirement. */
const OFFERED_FOR = `SELECT DISTINCT p.reference FROM offer o JOIN pledge p ON p.id = o.pledge_id WHERE o.requirement_id = ANY ($1::uuid[])`;

/** Whose leaving has changed. */
const OF_PARTICIPANTS = "SELECT reference FROM pledge WHERE participant = ANY ($1::text[])";

/** With pledges that allocate differently. */
const SHARING_A_LIMIT = `
  SELECT DISTINCT p.reference FROM pledge of_these
    JOIN approval_pledge mine ON mine.pledge_id = of_these.id AND mine.removed_in IS NULL
    JOIN approval a ON a.id = mine.approval_id AND a.limits IS NOT NULL
    JOIN approval_pledge other ON other.approval_id = a.id AND other.removed_in IS NULL
    JOIN pledge p ON p.id = other.pledge_id
   WHERE of_these.reference = ANY ($1::text[])`;

/** Ids of the pledges whose conditions name one of these, or a pledge that one of these replaced. */
export async function selectWaitingFor(client: Queryable, leaves: readonly LeafName[]): Promise<string[]> {
  if (leaves.length === 0) return [];
  return idsOf(
    client,
    `WITH RECURSIVE named (kind, key) AS (
       SELECT * FROM unnest($1::text[], $2::text[])
       UNION
       SELECT kind, older.reference FROM named JOIN pledge older ON older.superseded_by = named.key WHERE kind = 'pledge')
     SELECT DISTINCT leaf.pledge_id AS id FROM condition_leaf leaf JOIN named USING (kind, key)`,
    [leaves.map(({ kind }) => kind), leaves.map(({ key }) => key)],
  );
}

/** References of the pledges that are or were in a cycle of conditions with a moved one. */
async function movedAlong(client: Queryable, { moved }: UnitOfWork): Promise<string[]> {
  const [before, after] = [moved.map((one) => one.before), moved.map((one) => one.after)];
  const links = moved
    .filter((one) => one.before.supersededBy !== one.after.supersededBy)
    .flatMap((one) => [one.before.supersededBy ?? [], one.after.supersededBy ?? []].flat());
  const waits = [...before, ...after].some(({ condition }) => pledgesIn(condition).length > 0);
  if (!waits && links.length === 0) return [];
  const named = before.flatMap(({ reference, condition }) => [reference, ...pledgesIn(condition)]);
  // Two simultaneous changes may close a cycle that neither sees: so one after the other.
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended('the cycles of conditions', 0))");
  const now = await selectGraph(client, [...named, ...links]);
  const others = now.waiting.filter(({ reference }) => !after.some((one) => one.reference === reference));
  const waiting = [...others, ...before.flatMap((pledge) => waitingOf(pledge) ?? [])];
  const then = { waiting, replaced: new Map(now.replaced) };
  for (const { reference, supersededBy } of before) {
    if (supersededBy === null) then.replaced.delete(reference);
    else then.replaced.set(reference, supersededBy);
  }
  return [now, then].flatMap((graph) => {
    const changed = new Set(
      [...after.map(({ reference }) => reference), ...links].map((one) => latestOf(one, graph.replaced)),
    );
    return circlesAmong(followedIn(graph))
      .map((circle) => circle.map(({ reference }) => reference))
      .filter((pledges) => pledges.some((one) => changed.has(one)))
      .flat();
  });
}

const pledgesIn = (condition: Pledge["condition"]): string[] =>
  leavesOf(condition).flatMap((leaf) => ("pledge" in leaf ? [leaf.pledge] : []));

/** The cells, locked, and their items, read behind the lock. */
async function lockedCells(
  client: Queryable,
  touched: UnitOfWork,
  settings: RuleSettings,
): Promise<{ cells: TouchedPosition[]; items: StoredItemRow[] }> {
  const areNamed = !touched.everything && !touched.everyCell && touched.participants.size === 0;
  const locked = lockCells(client, touched);
  const [cells, items] = await sentTogether([
    locked,
    areNamed
      ? itemsOfCells(client, touched.cells, settings)
      : locked.then((found) => itemsOfCells(client, found, settings)),
  ]);
  return { cells, items };
}

async function lockCells(client: Queryable, touched: UnitOfWork): Promise<TouchedPosition[]> {
  const all = touched.everything || touched.everyCell;
  const cells = touched.cells;
  if (!all && cells.length === 0 && touched.participants.size === 0) return [];
  const { rows } = await client.query<TouchedPosition>(
    `SELECT participant, priority FROM reference_counter c
      WHERE $1 OR participant = ANY ($2::text[]) OR EXISTS (
              SELECT FROM unnest($3::text[], $4::smallint[]) AS t (participant, priority) WHERE t.participant = c.participant AND t.priority = c.priority)
      ORDER BY participant, priority FOR NO KEY UPDATE`,
    [
      all,
      [...touched.participants],
      cells.map((cell) => cell.participant),
      cells.map((cell) => cell.priority),
    ],
  );
  return rows;
}

export async function idsOf(client: Queryable, text: string, values: unknown[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(text, values);
  return rows.map((row) => row.id);
}

async function settingsNow(client: Queryable): Promise<RuleSettings> {
  const { rows } = await client.query<RuleSettings>(
    `SELECT time_zone AS "timeZone", stale_days AS "staleDays", mandate_days AS "mandateDays" FROM register`,
  );
  if (!rows[0]) throw new Error("the register isn't founded");
  return rows[0];
}
