import type { Citation, SourceRow } from "@/lib/domain/details/source-details";
import { COUNTED_TO } from "@/lib/domain/base/listing";
import type { SourceFilter, Source } from "@/lib/domain/pledge/source";
import { askPrisma } from "../../prisma";
import * as records from "../../records/source";
import { sourceOf } from "../../records/source";
import { RECORDS, selectRecords, type JsonOf } from "../../statements/record-json";
import { streamed } from "../../bulk/stream";
import { ask, outside } from "../../sql/ask";
import { wordsOf } from "./pledge-list";
import { all, anyOf, raw, sql, type Sql } from "../../sql/sql";

export const findSource = (id: string): Promise<Source | null> =>
  askPrisma((db) => records.selectSource(db, id));

export async function findCapturedText(sha256: string): Promise<string | null> {
  const row = await askPrisma((db) => db.capturedText.findUnique({ where: { sha256 } }));
  return row?.text ?? null;
}

/** A page, newest first, undated ones last; one more than the limit, if another page follows. */
export function findSources(filter: SourceFilter): Promise<Source[]> {
  const [on, id] = filter.after ?? [];
  const dated = sql`coalesce(r.published_on, '-infinity'::date)`;
  const from = on === undefined ? null : sql`(${dated}, r.id) < (${on}::date, ${id}::uuid)`;
  const which = all([matching(filter), from]);
  return selectRecords(
    outside,
    "source",
    which.text,
    [...which.values],
    `ORDER BY coalesce(r.published_on, '-infinity'::date) DESC, r.id DESC LIMIT ${String(filter.limit + 1)}`,
  );
}

/** All matching rows in that order, as they arrive, with the number of pledges that rest on each. */
export const streamSources = (filter: SourceFilter): Promise<AsyncIterable<SourceRow[]>> =>
  streamed<{ record: JsonOf["source"]; pledges: number }, SourceRow>(
    sql`
    SELECT ${raw(RECORDS.source.json)} AS record,
           (SELECT count(DISTINCT e.pledge_id)::int FROM evidence e WHERE e.source_id = r.id) AS pledges
      FROM source r WHERE ${matching(filter)}
     ORDER BY coalesce(r.published_on, '-infinity'::date) DESC, r.id DESC`,
    ({ record, pledges }) => ({ ...sourceOf(record), pledges }),
  );

export async function countSources(filter: SourceFilter): Promise<number> {
  const [row] = await ask<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM (SELECT FROM source r WHERE ${matching(filter)} LIMIT ${COUNTED_TO + 1}) counted`);
  return row?.n ?? 0;
}

/** How many pledges rest on each of these sources, for or against. */
export async function countCiting(ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await ask<{ id: string; n: number }>(sql`
    SELECT source_id AS id, count(DISTINCT pledge_id)::int AS n
      FROM evidence WHERE source_id = ANY(${ids}::uuid[]) GROUP BY source_id`);
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** What pledges cite from a source, by pledge. */
export async function findCitations(id: string): Promise<Citation[]> {
  const citing = await selectRecords(
    outside,
    "pledge",
    "r.id IN (SELECT e.pledge_id FROM evidence e WHERE e.source_id = $1)",
    [id],
    "ORDER BY r.participant, r.priority, r.number",
  );
  return citing.flatMap(({ reference, title, stage, voided, evidence }) =>
    evidence
      .filter(({ source }) => source.id === id)
      .map(({ source: _source, ...piece }) => ({
        ...piece,
        pledge: reference,
        title,
        stage,
        voided: voided !== null,
      })),
  );
}

const matching = (filter: SourceFilter): Sql =>
  all([
    anyOf(sql`r.ownership`, filter.ownership),
    ...wordsOf(filter.q).map(
      (word) =>
        sql`lower(r.publisher || ' ' || coalesce(r.title, '') || ' ' || coalesce(r.url, '')) LIKE lower(${word})`,
    ),
  ]);
