// Which pledges a list shows, and its paging. A row's key is the value sorted by, then its reference in three parts. It
// is unique, so the next page starts exactly after the last row.
import type { CursorKey } from "@/lib/domain/base/cursor";
import { plusDays, type Day } from "@/lib/domain/base/day";
import type { DayRange } from "@/lib/domain/details/day-range";
import { leafNamed } from "@/lib/domain/conditions/leaf-name";
import { ANYTHING, COUNTED_TO, NOBODY, searchWords } from "@/lib/domain/base/listing";
import { NO_LISTS, type PledgeFilter, type PledgeLists } from "@/lib/domain/details/pledge-filter";
import { COUNTED_CLASSES } from "@/lib/domain/unresolved/reasons";
import { ask } from "../../sql/ask";
import { all, anyOf, commas, sql, type Sql } from "../../sql/sql";
import { naming, WAITS } from "../conditions/waiting";

export interface PledgeKey {
  id: string;
  key: CursorKey;
}

/** The page's pledges in order; one more than the limit, if another page follows. */
export async function findPledgeKeys(filter: PledgeFilter, today: Day): Promise<PledgeKey[]> {
  const order = ORDERS[filter.sort](filter.turned, today);
  const found: PledgeKey[] = [];
  for (const stretch of filter.after === null ? [null] : order.after(filter.after)) {
    const missing = filter.limit + 1 - found.length;
    if (missing > 0) found.push(...(await keysIn({ filter, order, today, stretch }, sql`LIMIT ${missing}`)));
  }
  return found;
}

interface Stretch {
  filter: PledgeFilter;
  order: Order;
  today: Day;
  stretch: Sql | null;
}

const keysIn = (page: Stretch, limit: Sql): Promise<PledgeKey[]> =>
  ask<PledgeKey>(sql`
    SELECT p.id, ${page.order.key} AS key ${inOrder(page, limit)} ORDER BY ${page.order.by} ${limit}`);

/**
 * Participants' own pledges, and those that others promised with them, each found by its index. With one OR
 * for both, PostgreSQL would scan the index of the order past all other pledges.
 */
function inOrder({ filter, order, today, stretch }: Stretch, limit: Sql): Sql {
  const { participant } = filter;
  if (participant.length === 0 || order.join !== NO_JOIN)
    return sql`FROM pledge p ${order.join} WHERE ${all([matching(filter, today), stretch])}`;
  const others = all([matching({ ...filter, participant: [] }, today), stretch]);
  const first = (which: Sql) =>
    sql`(SELECT p.* FROM pledge p WHERE ${which} AND ${others} ORDER BY ${order.by} ${limit})`;
  const own = ownPledges(participant);
  return sql`FROM (${first(own)} UNION ALL ${first(sql`NOT ${own} AND ${promisedWith(participant)}`)}) p`;
}

/** Whole rows in order, named p. */
export function pledgesAsked(filter: PledgeFilter, today: Day): Sql {
  const order = ORDERS[filter.sort](filter.turned, today);
  // OFFSET 0 forces sorting first: otherwise everything selected per pledge would be sorted along with it.
  return sql`(SELECT p.* FROM pledge p ${order.join} WHERE ${matching(filter, today)} ORDER BY ${order.by} OFFSET 0) p`;
}

/** Counting stops one after COUNTED_TO. */
export async function countPledges(filter: PledgeFilter, today: Day): Promise<number> {
  const [row] = await ask<{ n: number }>(sql`
    SELECT count(*)::int AS n
      FROM (SELECT FROM pledge p WHERE ${matching(filter, today)} LIMIT ${COUNTED_TO + 1}) counted`);
  return row?.n ?? 0;
}

function matching(filter: PledgeFilter, today: Day): Sql {
  const not = filter.not ?? {};
  return all([
    VOIDED[filter.voided],
    ...listed(filter, today),
    ...(Object.keys(not) as (keyof PledgeLists)[]).flatMap((name) =>
      leftOut({ ...NO_LISTS, [name]: not[name] }, today),
    ),
    agedBy(filter.age ?? null, today),
    dueIn(filter.due ?? null, today),
    ...wordsOf(filter.q).map((word) => sql`p.search LIKE lower(${word})`),
  ]);
}

const listed = (lists: PledgeLists, today: Day): (Sql | null)[] => [
  promisedBy(lists.participant),
  named(lists.named),
  anyOf(sql`p.priority`, lists.priority, "smallint"),
  anyOf(sql`p.stage`, lists.stage),
  ownedBy(sql`p.owner`, lists.owner),
  withItem(lists, today),
  withContribution(lists),
  waitingFor(lists),
];

/** Unknown values aren't left out. */
const leftOut = (lists: PledgeLists, today: Day): Sql[] =>
  listed(lists, today).flatMap((which) => (which === null ? [] : [sql`(${which}) IS NOT TRUE`]));

/** Never confirmed is longer ago than anything. */
function agedBy(range: DayRange | null, today: Day): Sql | null {
  if (range === null) return null;
  if (range === "none") return sql`p.last_confirmed_on IS NULL`;
  const { least, most } = range;
  const long = least === null ? null : sql`p.last_confirmed_on <= ${plusDays(today, -least)}::date`;
  if (most === null) return long && sql`(p.last_confirmed_on IS NULL OR ${long})`;
  return all([long, sql`p.last_confirmed_on >= ${plusDays(today, -most)}::date`]);
}

function dueIn(range: DayRange | null, today: Day): Sql | null {
  if (range === null) return null;
  if (range === "none") return sql`p.next_action_due_on IS NULL`;
  const { least, most } = range;
  return all([
    sql`p.next_action_due_on IS NOT NULL`,
    least === null ? null : sql`p.next_action_due_on >= ${plusDays(today, least)}::date`,
    most === null ? null : sql`p.next_action_due_on <= ${plusDays(today, most)}::date`,
  ]);
}

/** How many pledges match each filter, in one query; counting stops one after COUNTED_TO. */
export async function countEach(filters: readonly PledgeFilter[], today: Day): Promise<number[]> {
  if (filters.length === 0) return [];
  const counts = filters.map(
    (filter) => sql`(SELECT count(*)::int
      FROM (SELECT FROM pledge p WHERE ${matching(filter, today)} LIMIT ${COUNTED_TO + 1}) counted)`,
  );
  const [row] = await ask<{ counts: number[] }>(sql`SELECT ARRAY[${commas(counts)}] AS counts`);
  return row?.counts ?? [];
}

const VOIDED = { without: sql`p.voided_at IS NULL`, only: sql`p.voided_at IS NOT NULL`, with: null };

/** Theirs, or promised jointly with others. */
export const promisedBy = (participants: readonly string[]): Sql | null =>
  participants.length === 0 ? null : sql`(${ownPledges(participants)} OR ${promisedWith(participants)})`;

const ownPledges = (participants: readonly string[]): Sql =>
  sql`p.participant = ANY(${participants}::text[])`;
const promisedWith = (participants: readonly string[]): Sql =>
  sql`p.promisers <> '{}' AND p.promisers && ${participants}::text[]`;

/** Shown in their rows, but not a position of theirs. */
const named = (participants: readonly string[]): Sql | null =>
  participants.length === 0 ? null : sql`p.shown_to <> '{}' AND p.shown_to && ${participants}::text[]`;

/** One of the addresses, or nobody. */
export function ownedBy(column: Sql, owners: readonly string[]): Sql | null {
  const [first] = owners;
  // A single one is compared by =, so that an index can also provide its order.
  if (owners.length === 1 && first !== NOBODY) return sql`${column} = ${first}`;
  const named = owners.filter((owner) => owner !== NOBODY);
  if (named.length === owners.length) return anyOf(column, owners);
  return sql`(${column} IS NULL OR ${column} = ANY(${named}::text[]))`;
}

function withItem(filter: PledgeLists, today: Day): Sql | null {
  if (filter.class.length === 0 && filter.code.length === 0) return null;
  const which = all([
    sql`i.pledge_id = p.id`,
    sql`i.since <= ${today} AND i.until > ${today}`,
    anyOf(sql`i.class`, filter.class),
    anyOf(sql`i.code`, filter.code),
  ]);
  return sql`EXISTS (SELECT FROM unresolved_item_now i WHERE ${which})`;
}

function withContribution(filter: PledgeLists): Sql | null {
  if (filter.kind.length === 0 && filter.domain.length === 0) return null;
  const which = all([
    sql`c.pledge_id = p.id`,
    sql`c.removed_in IS NULL`,
    anyOf(sql`c.kind`, filter.kind),
    anyOf(sql`c.domain`, filter.domain),
  ]);
  return sql`EXISTS (SELECT FROM contribution c WHERE ${which})`;
}

/** Open ones whose condition names one of these. */
function waitingFor({ waits }: PledgeLists): Sql | null {
  if (waits.length === 0) return null;
  if (waits.includes(ANYTHING)) return WAITS;
  return all([WAITS, naming(waits.flatMap((name) => leafNamed(name) ?? []))]);
}

/** Each word must occur in the indexed text; PostgreSQL lower-cases both. */
export const wordsOf = (q: string | null): string[] =>
  searchWords(q).map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);

interface Order {
  key: Sql;
  join: Sql;
  by: Sql;
  /** The rows after a key, as one range of the index or two. */
  after: (key: CursorKey) => Sql[];
}

const NO_JOIN = sql``;
const REFERENCE = sql`p.participant, p.priority, p.number`;
const REFERENCE_KEY = sql`p.participant, p.priority::text, p.number::text`;
const referenceIn = ([participant, priority, number]: CursorKey): Sql =>
  sql`${participant}::text, ${priority}::smallint, ${number}::int`;

const ORDERS: Record<PledgeFilter["sort"], (turned: boolean, today: Day) => Order> = {
  reference: (turned) => ({
    key: sql`ARRAY[${REFERENCE_KEY}]`,
    join: NO_JOIN,
    by: turned ? sql`p.participant DESC, p.priority DESC, p.number DESC` : REFERENCE,
    after: (key) => [
      turned ? sql`(${REFERENCE}) < (${referenceIn(key)})` : sql`(${REFERENCE}) > (${referenceIn(key)})`,
    ],
  }),
  updatedAt: (turned) =>
    firstBy(turned, {
      of: sql`p.updated_at`,
      text: sql`(extract(epoch FROM p.updated_at) * 1000)::bigint::text`,
      from: (part) => sql`('epoch'::timestamptz + ${part}::bigint * interval '1 millisecond')`,
    }),
  dueOn: (turned) => {
    const of = turned
      ? sql`coalesce(p.due_on, '-infinity'::date)`
      : sql`coalesce(p.due_on, 'infinity'::date)`;
    return firstBy(turned, { of, text: sql`${of}::text`, from: (part) => sql`${part}::date` });
  },
  unresolved: (turned, today) =>
    firstBy(turned, {
      of: sql`coalesce(u.n, 0)`,
      text: sql`coalesce(u.n, 0)::text`,
      from: (part) => sql`${part}::int`,
      join: sql`LEFT JOIN (
        SELECT pledge_id, count(*)::int AS n FROM unresolved_item_now i
         WHERE since <= ${today} AND until > ${today} AND class = ANY(${COUNTED_CLASSES}::text[]) AND pledge_id IS NOT NULL
         GROUP BY pledge_id) u ON u.pledge_id = p.id`,
    }),
};

/**
 * Sorted by one value, in either direction. Ties are sorted by reference, always ascending, so that a reversed list
 * needs two ranges.
 */
function firstBy(
  turned: boolean,
  first: { of: Sql; text: Sql; from: (part: string) => Sql; join?: Sql },
): Order {
  return {
    key: sql`ARRAY[${first.text}, ${REFERENCE_KEY}]`,
    join: first.join ?? NO_JOIN,
    by: turned ? sql`${first.of} DESC, ${REFERENCE}` : sql`${first.of}, ${REFERENCE}`,
    after: ([part = "", ...reference]) => {
      const from = first.from(part);
      if (!turned) return [sql`(${first.of}, ${REFERENCE}) > (${from}, ${referenceIn(reference)})`];
      return [
        sql`${first.of} = ${from} AND (${REFERENCE}) > (${referenceIn(reference)})`,
        sql`${first.of} < ${from}`,
      ];
    },
  };
}
