// Replaces the items of some pledges or cells, and notes the change of the counters.
import type { PoolClient } from "pg";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Queryable } from "../connection";
import { copyIn } from "../bulk/copy-in";
import type { TouchedPosition } from "./unit-of-work";
import type { StoredItemRow } from "./item-row";
import type { CounterDelta } from "./counter-delta";
import type { CountedItem } from "./lacking-spans";
import type { GenerationSpan, Generation } from "../sql/generation";

export interface Replaced {
  pledges?: readonly string[];
  cells?: readonly TouchedPosition[];
}

/** The items of pledges created in this transaction: none are stored yet. */
export async function putItems(
  client: PoolClient,
  delta: CounterDelta,
  generation: Generation,
  { pledges, itemsOf }: { pledges: readonly Pledge[]; itemsOf: (pledge: Pledge) => readonly StoredItemRow[] },
): Promise<void> {
  await copyIn(client, "unresolved_item", pledges, (pledge) => {
    const items = itemsOf(pledge);
    delta.move<CountedItem & GenerationSpan>([], items, generation);
    return items;
  });
}

/** Deletes items that no longer hold, writes new or different ones, and leaves the rest unchanged. */
export async function replaceItems(
  client: Queryable,
  delta: CounterDelta,
  generation: Generation,
  { pledges = [], cells = [] }: Replaced,
  wanted: readonly StoredItemRow[],
): Promise<void> {
  if (pledges.length === 0 && cells.length === 0) return;
  const rows = JSON.stringify(wanted);
  const isOne = pledges.length === 1 && cells.length === 0;
  const { rows: before } = await (isOne
    ? client.query<CountedItem & GenerationSpan>(REPLACE_OF_ONE, [rows, pledges[0]])
    : client.query<CountedItem & GenerationSpan>(REPLACE, [
        rows,
        pledges,
        cells.map((cell) => cell.participant),
        cells.map((cell) => cell.priority),
      ]));
  delta.move<CountedItem & GenerationSpan>(before, wanted, generation);
}

const PUT = `
  put AS (
    INSERT INTO unresolved_item AS u (participant, priority, reference, pledge_id, code, class, since, until, causes, owner, from_world, to_world)
    SELECT participant, priority, reference, pledge_id, code, class, since, until, causes, owner, from_world, to_world FROM wanted
     ORDER BY participant, priority, reference, code, from_world, until
    ON CONFLICT (participant, priority, coalesce(reference, ''), code, from_world, until) DO UPDATE
       SET class = excluded.class, since = excluded.since, causes = excluded.causes, owner = excluded.owner, to_world = excluded.to_world
     WHERE (u.class, u.since, u.causes, u.owner, u.to_world) IS DISTINCT FROM
           (excluded.class, excluded.since, excluded.causes, excluded.owner, excluded.to_world))`;

/** Of pledges; returns the previous rows. */
const replacing = (chosen: string): { gone: string; before: string } => ({
  gone: `
  WITH wanted AS MATERIALIZED (SELECT * FROM json_populate_recordset(NULL::unresolved_item, $1)),
  gone AS (
    DELETE FROM unresolved_item u
     WHERE u.pledge_id ${chosen}
       AND NOT EXISTS (SELECT FROM wanted w WHERE w.pledge_id = u.pledge_id AND w.code = u.code AND w.from_world = u.from_world AND w.until = u.until)),`,
  before: `
  SELECT participant, priority, pledge_id, code, class, since::text, until::text, from_world, to_world
    FROM unresolved_item WHERE pledge_id ${chosen}`,
});

const OF_PLEDGES = replacing("= ANY ($2::uuid[])");
const REPLACE = `${OF_PLEDGES.gone}
  gone_of_cells AS (
    DELETE FROM unresolved_item u USING unnest($3::text[], $4::smallint[]) AS cell (participant, priority)
     WHERE u.participant = cell.participant AND u.priority = cell.priority AND coalesce(u.reference, '') = ''
       AND NOT EXISTS (SELECT FROM wanted w WHERE w.pledge_id IS NULL AND w.participant = u.participant AND w.priority = u.priority
                          AND w.code = u.code AND w.from_world = u.from_world AND w.until = u.until)),
  ${PUT}
  ${OF_PLEDGES.before}
  UNION ALL
  SELECT u.participant, u.priority, NULL, u.code, u.class, u.since::text, u.until::text, u.from_world, u.to_world
    FROM unnest($3::text[], $4::smallint[]) AS cell (participant, priority) JOIN unresolved_item u
      ON u.participant = cell.participant AND u.priority = cell.priority AND coalesce(u.reference, '') = ''`;

// Prepared for one pledge only: a plan made for one would be bad for hundreds.
const OF_ONE = replacing("= $2::uuid");
const REPLACE_OF_ONE = { name: "replace-items-of-one", text: `${OF_ONE.gone} ${PUT} ${OF_ONE.before}` };
