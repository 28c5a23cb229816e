import { COUNTED_TO } from "@/lib/domain/base/listing";
import type { RulingFilter, KnownRuling, RulingRow } from "@/lib/domain/proposals/ruling";
import { selectRulings } from "./known-rulings";
import { ask, outside } from "../../sql/ask";
import { all, anyOf, sql, type Sql } from "../../sql/sql";

/** A page, newest first; one more than the limit, if another page follows. */
export async function findRulingRows(filter: RulingFilter): Promise<RulingRow[]> {
  const [at, id] = filter.after ?? [];
  const from = id === undefined ? null : sql`(r.created_at, r.id) < (${at}::timestamptz, ${id}::uuid)`;
  const which = all([matching(filter), from]);
  const found = await selectRulings(
    outside,
    which.text,
    [...which.values],
    `ORDER BY r.created_at DESC, r.id DESC LIMIT ${String(filter.limit + 1)}`,
  );
  return known(found);
}

export async function countRulings(filter: RulingFilter): Promise<number> {
  const [row] = await ask<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM (SELECT FROM ruling r WHERE ${matching(filter)} LIMIT ${COUNTED_TO + 1}) counted`);
  return row?.n ?? 0;
}

function matching({ pledge, participant, priority }: RulingFilter): Sql {
  const about = all([
    pledge === null ? null : sql`p.reference = ${pledge}`,
    anyOf(sql`p.participant`, participant),
    anyOf(sql`p.priority`, priority, "smallint"),
  ]);
  return sql`r.pledge_id IN (SELECT p.id FROM pledge p WHERE ${about})`;
}

/** With its subject, and whether another has replaced it. */
async function known(rulings: KnownRuling[]): Promise<RulingRow[]> {
  if (rulings.length === 0) return [];
  const rows = await ask<{ id: string; participant: string; title: string; current: boolean }>(sql`
    SELECT r.id, p.participant, p.title, NOT EXISTS (SELECT FROM ruling n WHERE n.supersedes = r.id) AS current
      FROM ruling r JOIN pledge p ON p.id = r.pledge_id WHERE r.id = ANY(${rulings.map(({ id }) => id)}::uuid[])`);
  return rulings.flatMap((ruling) => {
    const row = rows.find(({ id }) => id === ruling.id);
    return row ? [{ ...ruling, ...row }] : [];
  });
}
