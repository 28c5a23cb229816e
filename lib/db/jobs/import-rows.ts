// The rows of a file, with what each would come to and what came of it.
import "server-only";
import type { PoolClient } from "pg";
import type { ImportState, RowOutcome, TriedRow } from "@/lib/domain/import";
import type { CellSaid, ImportRow } from "@/lib/domain/import-row";
import type { Pledge } from "@/lib/domain/pledge";
import { askPool, pool } from "../client";
import { Prisma } from "../generated/client";
import { askPrisma, inPrismaTransaction } from "../prisma";
import { ask } from "../read/ask";
import { sql } from "../read/sql";
import { selectRecords } from "../read/record-json";
import { fromJson } from "../records/codec";
import { lock } from "../tx/lock";

export interface FileRow {
  /** As the spreadsheet counts it. */
  number: number;
  cells: string[];
}

/** More of a file that is being read. */
export async function addRows(id: string, rows: readonly FileRow[]): Promise<void> {
  if (rows.length === 0) return;
  await askPool(
    `INSERT INTO import_row (import_id, number, cells)
     SELECT $1, number, cells FROM json_to_recordset($2) AS s (number int, cells text[])`,
    [id, JSON.stringify(rows)],
  );
}

/** The next so many in the file's order. */
export const rowsAfter = (importId: string, after: number, limit: number): Promise<FileRow[]> =>
  askPrisma((db) =>
    db.importRow.findMany({
      where: { importId, number: { gt: after } },
      orderBy: { number: "asc" },
      take: limit,
      select: { number: true, cells: true },
    }),
  );

/** What reading a row came to, before it is known what else is there. */
export interface RowTried {
  number: number;
  /** Where it could be read, also of a row that is in error. */
  participant: string | null;
  understood: ImportRow | null;
  faults: CellSaid[];
  notes: CellSaid[];
  titleKey: string | null;
  proposes: string | null;
  onRecord: string | null;
  unchanged: boolean;
}

export async function keepTried(id: string, rows: readonly RowTried[]): Promise<void> {
  await askPool(KEEP_TRIED, [id, toldOf(rows)]);
}

/** With its new cells. False where the file has gone on since, and nothing of it is mended any more. */
export const keepMended = (id: string, row: RowTried & { cells: string[] }): Promise<boolean> =>
  settled(id, "CHECKED", (client) => client.query(KEEP_TRIED, [id, toldOf([row])]));

/** Tells what is new from what another row says already, and counts. */
export async function settleOutcomes(id: string): Promise<void> {
  await settled(id, null, () => Promise.resolve());
}

/** Nobody goes on with the file meanwhile. */
function settled(
  id: string,
  state: ImportState | null,
  first: (client: PoolClient) => Promise<unknown>,
): Promise<boolean> {
  return inPrismaTransaction(
    async ({ client, db }) => {
      const inState = state === null ? Prisma.empty : Prisma.sql`AND state = ${state}`;
      if ((await lock(db, "import_job", Prisma.sql`id = ${id}::uuid ${inState}`)).length === 0) return false;
      await first(client);
      // How many rows the file has may not have been told to the database yet: it would hold each against each.
      await client.query("SET LOCAL enable_nestloop = off");
      await client.query(SETTLE, [id]);
      await client.query(COUNT, [id]);
      return true;
    },
    (isDone) => (isDone ? "COMMIT" : "ROLLBACK"),
  );
}

const toldOf = (rows: readonly (RowTried & { cells?: string[] })[]): string =>
  JSON.stringify(
    rows.map((row) => ({
      ...row,
      priority: row.understood?.priority ?? null,
      cells: row.cells ?? null,
    })),
  );

export interface RowsAsked {
  outcome: RowOutcome | null;
  after: number;
  limit: number;
}

export async function findRows(id: string, { outcome, after, limit }: RowsAsked): Promise<TriedRow[]> {
  const rows = await ask<StoredRow>(sql`
    SELECT r.number AS row, r.cells, r.outcome, r.faults, r.notes, r.same_as AS "sameAsRow", r.on_record AS "onRecord", r.proposes,
           r.reference, r.taken_back AS "takenBack", r.understood->>'title' AS title, r.participant, r.priority, (
             SELECT coalesce(array_agg(p.reference ORDER BY p.number), '{}') FROM (
               SELECT reference, number FROM pledge p
                WHERE p.participant = r.participant AND p.priority = r.priority AND p.voided_at IS NULL
                ORDER BY number LIMIT 20) p WHERE r.outcome = 'new' AND r.reference IS NULL) AS similar
      FROM import_row r
     WHERE r.import_id = ${id}::uuid AND (${outcome}::text IS NULL OR r.outcome = ${outcome}) AND r.number > ${after}
     ORDER BY r.number LIMIT ${limit}`);
  return rows;
}

export async function findRow(id: string, number: number): Promise<TriedRow | null> {
  const [row] = await findRows(id, { outcome: null, after: number - 1, limit: 1 });
  return row?.row === number ? row : null;
}

/** What is to become a pledge next: cell by cell, and in each in the file's order. */
export async function rowsToImport(
  importId: string,
  limit: number,
): Promise<{ number: number; understood: ImportRow }[]> {
  const rows = await askPrisma((db) =>
    db.importRow.findMany({
      where: { importId, outcome: "new", reference: null },
      orderBy: CELL_BY_CELL,
      take: limit,
      select: { number: true, understood: true },
    }),
  );
  return rows.map(({ number, understood }) => ({ number, understood: fromJson(understood) }));
}

/** What came of the file and isn't taken back yet. */
export async function rowsToTakeBack(
  importId: string,
  limit: number,
): Promise<{ number: number; reference: string }[]> {
  const rows = await askPrisma((db) =>
    db.importRow.findMany({
      where: { importId, reference: { not: null }, takenBack: null },
      orderBy: CELL_BY_CELL,
      take: limit,
      select: { number: true, reference: true },
    }),
  );
  return rows.flatMap(({ number, reference }) => (reference === null ? [] : { number, reference }));
}

const CELL_BY_CELL = [
  { participant: "asc" },
  { priority: "asc" },
  { number: "asc" },
] satisfies Prisma.ImportRowOrderByWithRelationInput[];

export interface CameOf {
  imported: number;
  proposed: number;
  left: number;
  /** What is still to come in. */
  toImport: number;
  toPropose: number;
}

/** How many rows there are of each end. */
export async function countCameOf(id: string): Promise<CameOf> {
  const [row] = await ask<CameOf & Record<string, unknown>>(sql`
    SELECT count(reference)::int AS imported, count(reference) FILTER (WHERE proposes IS NOT NULL)::int AS proposed,
           count(*) FILTER (WHERE reference IS NULL)::int AS left,
           count(*) FILTER (WHERE reference IS NULL AND outcome = 'new')::int AS "toImport",
           count(*) FILTER (WHERE reference IS NULL AND outcome = 'new' AND proposes IS NOT NULL)::int AS "toPropose"
      FROM import_row WHERE import_id = ${id}::uuid`);
  return row ?? { imported: 0, proposed: 0, left: 0, toImport: 0, toPropose: 0 };
}

/** Whole pledges by their references. */
export const pledgesNamed = (references: readonly string[]): Promise<Pledge[]> =>
  references.length === 0
    ? Promise.resolve([])
    : selectRecords(pool(), "pledge", "r.reference = ANY ($1)", [references]);

/** Columns that any row in error names, with how many rows do: what to look at first. */
export function faultsByColumn(id: string): Promise<{ field: string; code: string; rows: number }[]> {
  return ask(sql`
    SELECT f->>'field' AS field, f->>'code' AS code, count(*)::int AS rows
      FROM import_row r, jsonb_array_elements(r.faults) f WHERE r.import_id = ${id}::uuid AND r.outcome = 'error'
     GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 20`);
}

/** What stands on record in the cells that these rows are about: reference and title of each, the voided aside. */
export async function titlesOnRecord(
  cells: readonly { participant: string; priority: number }[],
): Promise<{ reference: string; participant: string; priority: number; title: string }[]> {
  return askPool(
    `SELECT p.reference, p.participant, p.priority, p.title FROM pledge p
       JOIN unnest($1::text[], $2::smallint[]) AS c (participant, priority) USING (participant, priority)
      WHERE p.voided_at IS NULL ORDER BY p.participant, p.priority, p.number`,
    [cells.map(({ participant }) => participant), cells.map(({ priority }) => priority)],
  );
}

type StoredRow = TriedRow & Record<string, unknown>;

const KEEP_TRIED = `
  UPDATE import_row r
     SET understood = s.understood, faults = s.faults, notes = s.notes, participant = s.participant, priority = s.priority,
         title_key = s."titleKey", proposes = s.proposes, on_record = s."onRecord", cells = coalesce(s.cells, r.cells), same_as = NULL,
         outcome = CASE WHEN s.faults <> '[]' THEN 'error' WHEN s.unchanged THEN 'unchanged' WHEN s."onRecord" IS NOT NULL THEN 'duplicate'
                        ELSE 'new' END
    FROM jsonb_to_recordset($2) AS s (number int, understood jsonb, faults jsonb, notes jsonb, participant text, priority smallint,
                                      "titleKey" text, proposes text, "onRecord" text, unchanged boolean, cells text[])
   WHERE r.import_id = $1 AND r.number = s.number`;

// Of rows that say the same the first is the one: the others are its duplicates, also where the register has it already.
const SETTLE = `
  WITH told AS (
    SELECT number, faults, outcome, on_record, participant, priority, title_key,
           faults = '[]' AND title_key IS NOT NULL AND outcome <> 'unchanged' AS is_told
      FROM import_row WHERE import_id = $1),
  beside AS (
    SELECT *, CASE WHEN is_told THEN min(number) OVER (PARTITION BY is_told, participant, priority, title_key) END AS first FROM told),
  wanted AS (
    SELECT number, CASE WHEN first < number THEN first END AS same_as,
           CASE WHEN faults <> '[]' THEN 'error' WHEN outcome = 'unchanged' THEN 'unchanged'
                WHEN first < number OR on_record IS NOT NULL THEN 'duplicate' ELSE 'new' END AS outcome
      FROM beside)
  UPDATE import_row r SET outcome = w.outcome, same_as = w.same_as
    FROM wanted w WHERE r.import_id = $1 AND r.number = w.number AND (r.outcome, r.same_as) IS DISTINCT FROM (w.outcome, w.same_as)`;

const COUNT = `
  UPDATE import_job SET
         counts = (SELECT jsonb_build_object('new', count(*) FILTER (WHERE outcome = 'new'), 'duplicate', count(*) FILTER (WHERE outcome = 'duplicate'),
                          'unchanged', count(*) FILTER (WHERE outcome = 'unchanged'), 'error', count(*) FILTER (WHERE outcome = 'error'))
                     FROM import_row WHERE import_id = $1),
         proposals = (SELECT count(*) FROM import_row WHERE import_id = $1 AND outcome = 'new' AND proposes IS NOT NULL)
   WHERE id = $1`;
