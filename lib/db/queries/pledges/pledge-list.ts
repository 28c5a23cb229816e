// Which pledges a list shows, and its paging. A row's key is the value sorted by, then its reference in three parts. It
// is unique, so the next page starts exactly after the last row.
import type { CursorKey } from "@/lib/domain/base/cursor";
import type { Day } from "@/lib/domain/base/day";
import { leafNamed } from "@/lib/domain/conditions/leaf-name";
import { ANYTHING, COUNTED_TO, NOBODY, searchWords } from "@/lib/domain/base/listing";
import type { PledgeFilter } from "@/lib/domain/details/pledge-filter";
import { COUNTED_CLASSES } from "@/lib/domain/unresolved/unresolved";
import { ask } from "../../sql/ask";
import { all, anyOf, sql, type Sql } from "../../sql/sql";
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
    if (missing > 0)
      found.push(...(await keysIn(order, all([asked(filter, today), stretch]), sql`LIMIT ${missing}`)));
  }
  return found;
}

/** Whole rows in order, named p. */
export function pledgesAsked(filter: PledgeFilter, today: Day): Sql {
  const order = ORDERS[filter.sort](filter.turned, today);
  // OFFSET 0 forces sorting first: otherwise everything selected per pledge would be sorted along with it.
  return sql`(SELECT p.* FROM pledge p ${order.join} WHERE ${asked(filter, today)} ORDER BY ${order.by} OFFSET 0) p`;
}

/** Counting stops one after COUNTED_TO. */
export async function countPledges(filter: PledgeFilter, today: Day): Promise<number> {
  const [row] = await ask<{ n: number }>(sql`
    SELECT count(*)::int AS n
      FROM (SELECT FROM pledge p WHERE ${asked(filter, today)} LIMIT ${COUNTED_TO + 1}) counted`);
  return row?.n ?? 0;
}

function keysIn(order: Order, which: Sql, limit: Sql): Promise<PledgeKey[]> {
  return ask<PledgeKey>(sql`
    SELECT p.id, ${order.key} AS key FROM pledge p ${order.join} WHERE ${which} ORDER BY ${order.by} ${limit}`);
}

function asked(filter: PledgeFilter, today: Day): Sql {
  return all([
    VOIDED[filter.voided],
    promisedBy(filter.participant),
    named(filter.named),
    anyOf(sql`p.priority`, filter.priority, "smallint"),
    anyOf(sql`p.stage`, filter.stage),
    ownedBy(sql`p.owner`, filter.owner),
    withItem(filter, today),
    withContribution(filter),
    waitingFor(filter),
    ...wordsOf(filter.q).map((word) => sql`p.search LIKE lower(${word})`),
  ]);
}

const VOIDED = { without: sql`p.voided_at IS NULL`, only: sql`p.voided_at IS NOT NULL`, with: null };

/** Theirs, or promised jointly with others. */
export const promisedBy = (participants: readonly string[]): Sql | null =>
  participants.length === 0
    ? null
    : sql`(p.participant = ANY(${participants}::text[]) OR p.promisers <> '{}' AND p.promisers && ${participants}::text[])`;

/** Shown in their rows, and no position of theirs. */
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

function withItem(filter: PledgeFilter, today: Day): Sql | null {
  if (filter.class.length === 0 && filter.code.length === 0) return null;
  const which = all([
    sql`i.pledge_id = p.id`,
    sql`i.since <= ${today} AND i.until > ${today}`,
    anyOf(sql`i.class`, filter.class),
    anyOf(sql`i.code`, filter.code),
  ]);
  return sql`EXISTS (SELECT FROM unresolved_item_now i WHERE ${which})`;
}

function withContribution(filter: PledgeFilter): Sql | null {
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
function waitingFor({ waits }: PledgeFilter): Sql | null {
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

const REFERENCE = sql`p.participant, p.priority, p.number`;
const REFERENCE_KEY = sql`p.participant, p.priority::text, p.number::text`;
const referenceIn = ([participant, priority, number]: CursorKey): Sql =>
  sql`${participant}::text, ${priority}::smallint, ${number}::int`;

const ORDERS: Record<PledgeFilter["sort"], (turned: boolean, today: Day) => Order> = {
  reference: (turned) => ({
    key: sql`ARRAY[${REFERENCE_KEY}]`,
    join: sql``,
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
    join: first.join ?? sql``,
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
