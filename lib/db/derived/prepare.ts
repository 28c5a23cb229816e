// Derives, some pledges at a time, the items after a trigger's change. They are invisible until then.
import { groupedBy } from "@/lib/domain/base/listing";
import { leavesOf, type Condition } from "@/lib/domain/pledge/condition";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { factsBy } from "@/lib/domain/conditions/leaf-facts";
import { isSourced, type Sourcing } from "@/lib/domain/conditions/sourced";
import { PREPARED_CODES, unresolvedByTriggers } from "@/lib/domain/unresolved/trigger-change";
import type { UnresolvedCode, UnresolvedItem } from "@/lib/domain/unresolved/unresolved";
import type { RuleSettings } from "@/lib/domain/people/register";
import { selectFacts } from "../statements/condition-facts";
import type { Queryable } from "../connection";
import { instantSql } from "../sql/instant-sql";
import { acrossGenerations } from "./across-generations";
import { moveCounters } from "./counters";
import { NEVER, type StoredItemRow } from "./item-row";
import { itemRow } from "./items";
import { idsOf } from "./rederive";
import { CounterDelta } from "./counter-delta";
import type { CountedItem } from "./lacking-spans";
import {
  holdsInGeneration,
  type PreparedGeneration,
  type GenerationSpan,
  type Generation,
} from "../sql/generation";

/**
 * Prepares the next pledges. It never waits while it holds locks: pledges being changed are skipped, and taken last,
 * one at a time. Changing a pledge prepares it too, so pledges that begin to wait for the trigger meanwhile need
 * nothing here. False: another process is doing this.
 */
export async function prepareNext(
  client: Queryable,
  settings: RuleSettings,
  generation: Generation,
  few: number,
): Promise<boolean> {
  const { ahead } = generation;
  const change = ahead && (await lockChange(client, ahead.number));
  if (!ahead || !change) return false;
  const { next, locked } = await lockNext(client, ahead, change, few);
  await derive(client, locked, settings, { ...generation, ahead });

  const done = new Set(locked);
  const last = next.at(-1);
  const skipped = (last === undefined ? change.leftOver : next).filter((id) => !done.has(id));
  const leftOver = last === undefined ? skipped : [...change.leftOver, ...skipped];
  const isReady = last === undefined && leftOver.length === 0;
  await client.query(
    `UPDATE trigger_change SET reached = coalesce($2, reached), left_over = $3, done = least(done + $4, total),
            state = $5 WHERE id = $1`,
    [ahead.number, last ?? null, leftOver, locked.length, isReady ? "READY" : "PREPARING"],
  );
  return true;
}

interface Change {
  reached: string | null;
  leftOver: string[];
}

async function lockChange(client: Queryable, id: number): Promise<Change | null> {
  const { rows } = await client.query<Change>(
    `SELECT reached, left_over AS "leftOver" FROM trigger_change
      WHERE id = $1 AND state = 'PREPARING' FOR NO KEY UPDATE SKIP LOCKED`,
    [id],
  );
  return rows[0] ?? null;
}

async function lockNext(
  client: Queryable,
  { trigger }: PreparedGeneration,
  { reached, leftOver }: Change,
  few: number,
): Promise<{ next: string[]; locked: string[] }> {
  const next = await idsOf(
    client,
    `SELECT pledge_id AS id FROM condition_leaf WHERE kind = 'trigger' AND key = $1 AND ($2::uuid IS NULL OR pledge_id > $2)
      ORDER BY pledge_id LIMIT $3`,
    [trigger.code, reached, few],
  );
  const wanted = next.length > 0 ? next : leftOver.slice(0, few);
  const locked = await idsOf(client, `${LOCK} SKIP LOCKED`, [wanted]);
  const [first] = wanted;
  if (next.length > 0 || locked.length > 0 || first === undefined) return { next, locked };
  return { next, locked: await idsOf(client, LOCK, [[first]]) };
}

const LOCK = "SELECT id FROM pledge WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE";

async function derive(
  client: Queryable,
  ids: readonly string[],
  { timeZone }: RuleSettings,
  generation: Generation & { ahead: PreparedGeneration },
): Promise<void> {
  if (ids.length === 0) return;
  const stored = await storedOf(client, ids, generation.ahead);
  const { rows: pledges } = await client.query<Waiting>(WAITING, [[...stored.unprepared]]);
  const follows = await followsFor(client, pledges, timeZone, generation.ahead);
  const delta = new CounterDelta();
  const ending: string[] = [];
  const beginning: StoredItemRow[] = [];
  for (const pledge of pledges) {
    const items = follows(pledge);
    const before = stored.rows.get(pledge.id) ?? [];
    const ends = new Set(items.filter(({ to_world }) => to_world === generation.ahead.number).map(keyOf));
    const begins = items
      .filter(({ from_world }) => from_world === generation.ahead.number)
      .map(({ from_world, to_world, ...item }) => ({
        ...itemRow(pledge, item, pledge),
        from_world,
        to_world,
      }));
    if (ends.size + begins.length === 0) continue;
    const after = before.map((row) =>
      ends.has(keyOf(row)) ? { ...row, to_world: generation.ahead.number } : row,
    );
    // Current items don't change: only the generation ahead is counted again.
    delta.addItems(before, -1, generation.ahead.number);
    delta.addItems(
      [...after, ...begins].filter(holdsInGeneration(generation.ahead.number)),
      1,
      generation.ahead.number,
    );
    ending.push(...before.filter((row) => ends.has(keyOf(row))).map(({ id }) => id));
    beginning.push(...begins);
  }
  await client.query(MARK, [generation.ahead.number, ending, JSON.stringify(beginning)]);
  await moveCounters(client, delta);
}

/** Of a pledge's items. */
const keyOf = ({ code, until = NEVER }: Pick<UnresolvedItem, "code" | "until">): string => `${code} ${until}`;

type StoredRow = Omit<CountedItem, "code"> &
  GenerationSpan & { id: string; code: UnresolvedCode; pledge_id: string };

/** The stored items that follow from triggers or name them, and the earliest of the others by their end, which the counters need. */
async function storedOf(
  client: Queryable,
  ids: readonly string[],
  ahead: PreparedGeneration,
): Promise<{ rows: Map<string, StoredRow[]>; unprepared: Set<string> }> {
  const found = await client.query<StoredRow>(STORED, [ids, PREPARED_CODES]);
  const unprepared = new Set(ids);
  for (const row of found.rows)
    // Someone who changed the pledge has prepared it.
    if (row.from_world === ahead.number || row.to_world === ahead.number) unprepared.delete(row.pledge_id);
  return { rows: groupedBy(found.rows, (row) => row.pledge_id), unprepared };
}

/** The part of a pledge needed here, and the fields its items are shown with. */
type Waiting = Pick<
  Pledge,
  "id" | "reference" | "participant" | "priority" | "owner" | "stage" | "voided" | "conditionSetOn"
> & { conditionText: string; evidence: Sourcing[] };

/** Pledges with the same condition since the same day, and sources for the same of its parts, get the same items: computed once. */
async function followsFor(
  client: Queryable,
  pledges: readonly Waiting[],
  timeZone: string,
  ahead: PreparedGeneration,
): Promise<(pledge: Waiting) => (UnresolvedItem & GenerationSpan)[]> {
  const conditions = new Map<string, Condition>();
  for (const { conditionText } of pledges)
    if (!conditions.has(conditionText)) conditions.set(conditionText, JSON.parse(conditionText) as Condition);
  const factsOf = factsBy(await selectFacts(client, [...conditions.values()]));
  const known = new Map<string, (UnresolvedItem & GenerationSpan)[]>();
  return ({ conditionText, ...pledge }) => {
    const condition = conditions.get(conditionText) ?? null;
    const sourced = leavesOf(condition).map((leaf) => isSourced(leaf, pledge.evidence));
    const alike = `${pledge.conditionSetOn} ${String(pledge.voided === null)} ${pledge.stage} ${sourced.join()} ${conditionText}`;
    const items =
      known.get(alike) ??
      acrossGenerations(condition, factsOf(condition), ahead, (some) =>
        unresolvedByTriggers({ ...pledge, condition }, { facts: some, timeZone }),
      );
    known.set(alike, items);
    return items;
  };
}

const WAITING = `
  SELECT p.id, p.reference, p.participant, p.priority, p.owner, p.stage, p.condition::text AS "conditionText",
         p.condition_set_on::text AS "conditionSetOn",
         CASE WHEN p.voided_at IS NOT NULL THEN json_build_object('at', ${instantSql("p.voided_at")}, 'reason', p.void_reason) END AS voided, (
           SELECT coalesce(json_agg(json_build_object('id', e.id, 'field', e.field, 'supports', e.supports, 'retracted', NULL)), '[]')
             FROM evidence e WHERE e.pledge_id = p.id AND e.retracted_at IS NULL) AS evidence
    FROM pledge p WHERE p.id = ANY ($1::uuid[]) AND p.condition IS NOT NULL`;

const STORED = `
  WITH kept AS MATERIALIZED (
    SELECT id, participant, priority, pledge_id, code, class, since::text, until::text, from_world, to_world FROM unresolved_item
     WHERE pledge_id = ANY ($1::uuid[]))
  SELECT * FROM kept WHERE code = ANY ($2)
  UNION ALL (
    SELECT DISTINCT ON (pledge_id, until) * FROM kept WHERE code <> ALL ($2) AND code <> 'SUSPENDED' AND class <> 'DORMANT'
     ORDER BY pledge_id, until, since, code COLLATE "C")`;

const MARK = `
  WITH ended AS (UPDATE unresolved_item SET to_world = $1 WHERE id = ANY ($2::bigint[]))
  INSERT INTO unresolved_item (participant, priority, reference, pledge_id, code, class, since, until, causes, owner, from_world, to_world)
  SELECT participant, priority, reference, pledge_id, code, class, since, until, causes, owner, from_world, to_world
    FROM json_populate_recordset(NULL::unresolved_item, $3) ORDER BY participant, priority, reference, code`;
