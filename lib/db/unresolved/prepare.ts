// Derives, some pledges at a time, what will hold once a trigger has changed. Nobody sees it before.
import type { Condition } from "@/lib/domain/condition";
import type { Pledge } from "@/lib/domain/pledge";
import { factsOf } from "@/lib/domain/leaf-facts";
import { FOLLOWS_FROM_TRIGGERS, unresolvedByTriggers } from "@/lib/domain/trigger-change";
import type { UnresolvedItem } from "@/lib/domain/unresolved";
import { selectFacts } from "../records/conditions";
import type { Queryable } from "../records/select";
import { instantSql } from "../records/shape";
import type { Settings } from "../transaction/begin";
import { acrossWorlds } from "./across-worlds";
import { moveCounters } from "./counters";
import { itemRow } from "./items";
import { replaceItems } from "./replace";
import { Tally } from "./tally";
import type { Ahead, Span, World } from "./world";

/**
 * The next few. Waits for nobody while it holds some: who is being changed by somebody else comes last, and is then
 * waited for alone. Whoever changes a pledge meanwhile prepares it too, so those that come to wait are no concern here.
 * Answers whether this was any use: not where another process is at it.
 */
export async function prepareNext(client: Queryable, settings: Settings, world: World): Promise<boolean> {
  const { ahead } = world;
  const change = ahead && (await lockChange(client, ahead.number));
  if (!ahead || !change) return false;
  const { next, locked } = await take(client, ahead, change);
  await derive(client, locked, settings, { ...world, ahead });

  const taken = new Set(locked);
  const last = next.at(-1);
  const skipped = (last === undefined ? change.leftOver : next).filter((id) => !taken.has(id));
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

const BATCH = 1_000;

async function take(
  client: Queryable,
  { trigger }: Ahead,
  { reached, leftOver }: Change,
): Promise<{ next: string[]; locked: string[] }> {
  const next = await idsOf(
    client,
    `SELECT pledge_id AS id FROM condition_leaf WHERE kind = 'trigger' AND key = $1 AND ($2::uuid IS NULL OR pledge_id > $2)
      ORDER BY pledge_id LIMIT ${BATCH}`,
    [trigger.code, reached],
  );
  const wanted = next.length > 0 ? next : leftOver;
  const locked = await idsOf(client, `${LOCK} SKIP LOCKED`, [wanted]);
  const [first] = wanted;
  if (next.length > 0 || locked.length > 0 || first === undefined) return { next, locked };
  return { next, locked: await idsOf(client, LOCK, [[first]]) };
}

const LOCK = "SELECT id FROM pledge WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE";

/** As much of a pledge as it takes, and what its items are shown with. */
type Waiting = Pick<
  Pledge,
  "id" | "reference" | "participant" | "priority" | "owner" | "stage" | "voided" | "conditionSetOn"
> & { conditionText: string };

async function derive(
  client: Queryable,
  ids: readonly string[],
  { timeZone }: Settings,
  world: World,
): Promise<void> {
  if (ids.length === 0) return;
  const { rows: pledges } = await client.query<Waiting>(WAITING, [ids]);
  const conditions = new Map(
    [...new Set(pledges.map(({ conditionText }) => conditionText))].map((text) => [
      text,
      JSON.parse(text) as Condition,
    ]),
  );
  const facts = await selectFacts(client, [...conditions.values()]);
  // Of those that wait alike, and since the same day, the same follows.
  const alike = new Map<string, (UnresolvedItem & Span)[]>();
  const followsFor = ({ conditionText, ...pledge }: Waiting): (UnresolvedItem & Span)[] => {
    const key = `${pledge.conditionSetOn} ${String(pledge.voided === null)} ${pledge.stage} ${conditionText}`;
    const known = alike.get(key);
    if (known) return known;
    const condition = conditions.get(conditionText) ?? null;
    const items = acrossWorlds(condition, factsOf(condition, facts), world.ahead, (some) =>
      unresolvedByTriggers({ ...pledge, condition }, { facts: some, timeZone }),
    );
    alike.set(key, items);
    return items;
  };
  const rows = pledges.flatMap((pledge) =>
    followsFor(pledge).map(({ from_world, to_world, ...item }) => ({
      ...itemRow(pledge, item, pledge),
      from_world,
      to_world,
    })),
  );
  const tally = new Tally();
  await replaceItems(client, tally, world, { pledges: ids, codes: FOLLOWS_FROM_TRIGGERS }, rows);
  await moveCounters(client, tally);
}

const WAITING = `
  SELECT p.id, p.reference, p.participant, p.priority, p.owner, p.stage, p.condition::text AS "conditionText",
         p.condition_set_on::text AS "conditionSetOn",
         CASE WHEN p.voided_at IS NOT NULL THEN json_build_object('at', ${instantSql("p.voided_at")}, 'reason', p.void_reason) END AS voided
    FROM pledge p WHERE p.id = ANY ($1::uuid[]) AND p.condition IS NOT NULL`;

async function idsOf(client: Queryable, text: string, values: unknown[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(text, values);
  return rows.map((row) => row.id);
}
