// Recomputes all derived rows and compares them with the stored ones.
import "server-only";
import { canonical, type Json } from "@/lib/domain/base/canonical";
import type { Day } from "@/lib/domain/base/day";
import type { LinkField } from "@/lib/domain/pledge/link";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { RuleSettings } from "@/lib/domain/people/register";
import { leafRows } from "../records/pledge";
import type { Queryable } from "../connection";
import { inSnapshot } from "../log/consistent-read";
import type { TouchedPosition } from "./unit-of-work";
import { storedCounts } from "./counters";
import { NEVER, type ItemRow, type StoredItemRow } from "./item-row";
import { itemsOfCells, itemsIn, selectInContext } from "./items";
import { CounterDelta, type CounterValues } from "./counter-delta";

export interface RegisterCheck {
  /** Recomputed items that hold by today. */
  items: ItemRow[];
  /** Stored rows that differ, each with its fault. */
  differing: string[];
  /** The same for counters. */
  counters: string[];
  cells: string[];
  /** Pledges whose stored leaves don't match their condition. */
  leaves: string[];
}

/** The tables compared. */
export const DERIVED_TABLES: readonly string[] = [
  ...["unresolved_item", "unresolved_by_code", "unresolved_by_cell", "pledge_by_stage"],
  ...["reference_counter", "condition_leaf"],
];

export function checkRegister(): Promise<RegisterCheck> {
  return inSnapshot(checkIn);
}

/** The same inside an open transaction. */
export async function checkIn(q: Queryable): Promise<RegisterCheck> {
  const { rows } = await q.query<RuleSettings & { today: string }>(
    `SELECT time_zone AS "timeZone", stale_days AS "staleDays", mandate_days AS "mandateDays", (register_now() AT TIME ZONE time_zone)::date::text AS today FROM register`,
  );
  const [settings] = rows;
  if (!settings) throw new Error("the register isn't founded");
  const wanted = await recomputed(q, settings);
  const stored = (await q.query<ItemRow>(KEPT)).rows;
  return {
    items: wanted.filter(({ since, until }) => since <= settings.today && isAhead(until, settings.today)),
    differing: differences(wanted, stored),
    counters: await miscounted(q, wanted),
    cells: await gaps(q),
    leaves: await strayLeaves(q),
  };
}

async function recomputed(q: Queryable, settings: RuleSettings): Promise<ItemRow[]> {
  const cells = await q.query<TouchedPosition>(
    "SELECT p.code AS participant, n AS priority FROM participant p, generate_series(1, 5) n ORDER BY 1, 2",
  );
  const { rows } = await q.query<{ id: string }>("SELECT id FROM pledge ORDER BY id");
  const items = await itemsOfCells(q, cells.rows, settings);
  for (let from = 0; from < rows.length; from += BATCH) {
    items.push(
      ...itemsIn(
        await selectInContext(
          q,
          rows.slice(from, from + BATCH).map((row) => row.id),
        ),
        settings,
        null,
      ),
    );
  }
  return items.map(withoutSpan);
}

const isAhead = (until: ItemRow["until"], today: Day): boolean => until === NEVER || until > today;
const withoutSpan = ({ from_world: _from, to_world: _to, ...item }: StoredItemRow): ItemRow => item;

const BATCH = 500;
const KEPT =
  "SELECT participant, priority, reference, pledge_id, code, class, since::text, until::text, causes, owner FROM unresolved_item_now";

function differences(wanted: readonly ItemRow[], stored: readonly ItemRow[]): string[] {
  const left = new Map(stored.map((row) => [nameOf(row), row]));
  const wrong = wanted.flatMap((row) => {
    const found = left.get(nameOf(row));
    left.delete(nameOf(row));
    if (!found) return [`${nameOf(row)}: missing`];
    return textOf(found) === textOf(row) ? [] : [`${nameOf(row)}: kept ${textOf(found)}, is ${textOf(row)}`];
  });
  return [...wrong, ...[...left.keys()].map((name) => `${name}: kept, and doesn't hold`)].sort();
}

const nameOf = (row: ItemRow): string =>
  `${row.reference ?? `${row.participant}-${row.priority}`} ${row.code}${row.until === NEVER ? "" : ` until ${row.until}`}`;
const textOf = (row: ItemRow): string => canonical({ ...row } as unknown as Json);

async function miscounted(q: Queryable, wanted: readonly ItemRow[]): Promise<string[]> {
  const delta = new CounterDelta();
  const { rows } = await q.query<Pick<Pledge, "participant" | "priority" | "stage" | LinkField>>(
    `SELECT participant, priority, stage, joint_with AS "jointWith", on_behalf_of AS "onBehalfOf" FROM pledge WHERE voided_at IS NULL`,
  );
  for (const pledge of rows) delta.addPledge({ ...pledge, voided: null }, 1);
  delta.addItems(wanted, 1);
  const [are, keep] = [linesOf(delta.counts()), linesOf(await storedCounts(q))];
  return [
    ...[...are].filter((line) => !keep.has(line)).map((line) => `not counted: ${line}`),
    ...[...keep].filter((line) => !are.has(line)).map((line) => `counted: ${line}`),
  ].sort();
}

/** The leaves find who waits for what. */
async function strayLeaves(q: Queryable): Promise<string[]> {
  const { rows } = await q.query<Pick<Pledge, "id" | "reference" | "condition"> & { stored: string[] }>(
    `SELECT p.id, p.reference, p.condition,
            ARRAY(SELECT concat_ws(' ', l.kind, l.key, l.at_least) FROM condition_leaf l WHERE l.pledge_id = p.id) AS stored
       FROM pledge p
      WHERE p.condition IS NOT NULL OR EXISTS (SELECT FROM condition_leaf l WHERE l.pledge_id = p.id) ORDER BY p.reference`,
  );
  return rows.flatMap((pledge) => {
    const wanted = leafRows(pledge).map(({ kind, key, atLeast }) => `${kind} ${key} ${atLeast}`);
    return wanted.sort().join("\n") === pledge.stored.sort().join("\n") ? [] : [pledge.reference];
  });
}

const linesOf = (counts: CounterValues): Set<string> =>
  new Set(Object.values(counts).flatMap((rows: object[]) => rows.map((row) => canonical(row as Json))));

/** Reference counters whose last number isn't the highest given. */
async function gaps(q: Queryable): Promise<string[]> {
  const { rows } = await q.query<{ cell: string }>(
    `SELECT c.participant || '-' || c.priority AS cell
       FROM reference_counter c LEFT JOIN pledge p USING (participant, priority)
      GROUP BY c.participant, c.priority, c.last
     HAVING c.last <> count(p.id) OR c.last <> coalesce(max(p.number), 0) ORDER BY 1`,
  );
  return rows.map((row) => row.cell);
}
