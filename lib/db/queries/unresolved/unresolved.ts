// Open items across the register, counted and listed. The items are stored rows that every write updates by the rules;
// an item holds once its day has come.
import type { CursorKey } from "@/lib/domain/base/cursor";
import { plusDays, type Day } from "@/lib/domain/base/day";
import type { CountedGroup } from "@/lib/domain/unresolved/figures";
import { NOBODY } from "@/lib/domain/base/listing";
import {
  shown,
  type UnresolvedFilter,
  type Age,
  type Grouping,
  type UnresolvedRow,
} from "@/lib/domain/unresolved/summary";
import type { Stage } from "@/lib/domain/pledge/stages";
import { holdingOn, UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import { ask } from "../../sql/ask";
import { ownedBy } from "../pledges/pledge-list";
import { streamed } from "../../bulk/stream";
import { all, anyOf, sql, type Sql } from "../../sql/sql";

export async function countItems(filter: UnresolvedFilter, today: Day): Promise<CountedGroup[]> {
  const rows = await ask<Omit<CountedGroup, "ages"> & Record<Age, number>>(sql`
    SELECT ${KEYS[filter.group]} AS key, i.class, sum(i.items)::int AS count, min(i.since)::text AS oldest,
           ${itemsWhere(sql`i.since >= ${plusDays(today, -7)}`)} AS d7,
           ${itemsWhere(sql`i.since >= ${plusDays(today, -30)} AND i.since < ${plusDays(today, -7)}`)} AS d30,
           ${itemsWhere(sql`i.since >= ${plusDays(today, -90)} AND i.since < ${plusDays(today, -30)}`)} AS d90,
           ${itemsWhere(sql`i.since < ${plusDays(today, -90)}`)} AS older
      FROM ${isCountedByCode(filter) ? COUNTED : ONE_BY_ONE} i
     WHERE ${matching(filter, today)}
     GROUP BY 1, 2`);
  return rows.map(({ d7, d30, d90, older, ...group }) => ({ ...group, ages: { d7, d30, d90, older } }));
}

const itemsWhere = (which: Sql): Sql => sql`coalesce(sum(i.items) FILTER (WHERE ${which}), 0)::int`;

/** Whether the counters suffice: they distinguish codes, classes and days, and nothing else. */
const isCountedByCode = ({ group, participant, priority, owner, not }: UnresolvedFilter): boolean =>
  (group === "code" || group === "class") &&
  participant.length + priority.length + owner.length === 0 &&
  !not?.participant?.length &&
  !not?.owner?.length;

const COUNTED = sql`(
  SELECT code, class, since, until, sum(items)::int AS items FROM unresolved_by_code_now GROUP BY code, class, since, until HAVING sum(items) > 0)`;
const ONE_BY_ONE = sql`(SELECT *, 1 AS items FROM unresolved_item_now i)`;

/** Open pledges, and how many of them have a counted item. */
export async function countLacking(
  today: Day,
  open: readonly Stage[],
): Promise<{ pledges: number; lacking: number }> {
  const [row] = await ask<{ pledges: number; lacking: number }>(sql`
    SELECT (SELECT coalesce(sum(pledges), 0)::int FROM pledge_by_stage WHERE part = 'OWN' AND stage = ANY(${open}::text[])) AS pledges,
           (SELECT coalesce(sum(lacking), 0)::int FROM unresolved_by_code_now WHERE since <= ${today} AND until > ${today}) AS lacking`);
  return row ?? { pledges: 0, lacking: 0 };
}

export interface UnresolvedItemKey {
  row: UnresolvedRow;
  key: CursorKey;
}

/** A page of items by code, then oldest first; one more than the limit, if another page follows. */
export async function findItems(filter: UnresolvedFilter, today: Day): Promise<UnresolvedItemKey[]> {
  const [code, since, participant, priority, reference] = filter.after ?? [];
  const rank = code === undefined ? -1 : UNRESOLVED_CODES.findIndex((one) => one === code);
  const codes = UNRESOLVED_CODES.slice(Math.max(rank, 0)).filter(
    (one) => filter.code.length === 0 || filter.code.includes(one),
  );
  // One code at a time, so that each starts in its index where the previous page ended.
  const rows = await ask<ItemAnswered>(sql`
    SELECT i.code, i.class, i.since::text, i.causes, i.participant, i.priority, i.reference, i.owner,
           p.title, p.stage, p.handling, p.next_action AS "nextAction", p.next_action_due_on::text AS "nextActionDueOn"
      FROM unnest(${codes}::text[]) WITH ORDINALITY AS reason (code, rank)
     CROSS JOIN LATERAL (
       SELECT i.* FROM unresolved_item_now i
        WHERE i.code = reason.code AND ${matching(shown(filter), today)}
          AND ${
            code === undefined
              ? sql`true`
              : sql`
              (i.since, i.participant, i.priority, coalesce(i.reference, '')) >
              (CASE reason.code WHEN ${code} THEN ${since}::date ELSE '-infinity' END, ${participant}::text, ${priority}::smallint, ${reference}::text)`
          }
        ORDER BY i.since, i.participant, i.priority, coalesce(i.reference, '')
        LIMIT ${filter.limit + 1}) i
      LEFT JOIN pledge p ON p.id = i.pledge_id
     ORDER BY reason.rank, i.since, i.participant, i.priority, coalesce(i.reference, '')
     LIMIT ${filter.limit + 1}`);
  return rows.map((row) => ({ row: itemOf(row, today), key: keyOf(row) }));
}

type ItemAnswered = Omit<UnresolvedRow, "params"> & UnresolvedRow["params"];

const itemOf = ({ causes, ...row }: ItemAnswered, today: Day): UnresolvedRow =>
  withCausesHolding({ ...row, params: { causes } }, today);

/** All matching items in that order, as they arrive. */
export function streamItems(filter: UnresolvedFilter, today: Day): Promise<AsyncIterable<UnresolvedRow[]>> {
  return streamed<ItemAnswered, UnresolvedRow>(
    sql`
    SELECT i.code, i.class, i.since::text, i.causes, i.participant, i.priority, i.reference, i.owner,
           p.title, p.stage, p.handling, p.next_action AS "nextAction", p.next_action_due_on::text AS "nextActionDueOn"
      FROM unresolved_item_now i LEFT JOIN pledge p ON p.id = i.pledge_id
     WHERE ${matching(shown(filter), today)}
     ORDER BY array_position(${UNRESOLVED_CODES}::text[], i.code), i.since, i.participant, i.priority, coalesce(i.reference, '')`,
    (row) => itemOf(row, today),
  );
}

function matching(filter: UnresolvedFilter, today: Day): Sql {
  return all([
    sql`i.since <= ${today} AND i.until > ${today}`,
    anyOf(sql`i.class`, filter.class),
    anyOf(sql`i.code`, filter.code),
    anyOf(sql`i.participant`, filter.participant),
    anyOf(sql`i.priority`, filter.priority, "smallint"),
    ownedBy(sql`i.owner`, filter.owner),
    leftOut(anyOf(sql`i.participant`, filter.not?.participant ?? [])),
    leftOut(filter.not?.owner?.length ? ownedBy(sql`i.owner`, filter.not.owner) : null),
    filter.since === null ? null : sql`i.since >= ${filter.since}`,
  ]);
}

/** Unknown values aren't left out. */
const leftOut = (which: Sql | null): Sql | null => which && sql`(${which}) IS NOT TRUE`;

const KEYS: Record<Grouping, Sql> = {
  code: sql`i.code`,
  class: sql`i.class`,
  participant: sql`i.participant`,
  priority: sql`i.priority::text`,
  owner: sql`coalesce(i.owner, ${NOBODY})`,
};

/** The item with its causes that hold by that day. */
function withCausesHolding(row: UnresolvedRow, today: Day): UnresolvedRow {
  const [held] = holdingOn([row], today);
  return held === undefined ? row : { ...row, ...held };
}

const keyOf = (
  row: Pick<UnresolvedRow, "code" | "since" | "participant" | "priority" | "reference">,
): CursorKey => [row.code, row.since, row.participant, String(row.priority), row.reference ?? ""];
