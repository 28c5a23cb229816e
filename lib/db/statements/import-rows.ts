// Rows of a file, many in one statement: stored, tried, moved, and noted as imported. The job reads them with
// jobs/import-job-rows.ts.
import type { CellMarks } from "@/lib/domain/import/file-form";
import type { ImportState } from "@/lib/domain/import/import";
import type { ImportRow } from "@/lib/domain/import/import-row";
import type { CellMessage } from "@/lib/domain/import/row-messages";
import { Prisma } from "../generated/client";
import { askPrisma, inPrismaTransaction, type Db } from "../prisma";
import { sql } from "../sql/sql";
import { lock } from "../sql/lock";

export interface FileRow {
  /** As the spreadsheet counts it. */
  number: number;
  cells: string[];
  marks?: CellMarks | undefined;
}

/** Adds rows while the file is being read. */
export async function addRows(id: string, rows: readonly FileRow[]): Promise<void> {
  if (rows.length > 0) await askPrisma((db) => insertRows(db, id, rows));
}

export const insertRows = (db: Db, id: string, rows: readonly FileRow[]): Promise<number> =>
  db.$executeRaw`
    INSERT INTO import_row (import_id, number, cells, marks)
    SELECT ${id}::uuid, number, cells, marks
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS s (number int, cells text[], marks jsonb)`;

/** The result of reading a row, before it is compared with others. */
export interface RowTried {
  number: number;
  /** Set if readable, even for a row in error. */
  participant: string | null;
  understood: ImportRow | null;
  faults: CellMessage[];
  notes: CellMessage[];
  titleKey: string | null;
  proposes: string | null;
  onRecord: string | null;
  unchanged: boolean;
}

export async function saveTrial(id: string, rows: readonly RowTried[]): Promise<void> {
  await askPrisma((db) => keep(db, id, rows));
}

/** `before`: the row that was corrected. */
export type FixedRow = RowTried & Pick<FileRow, "cells" | "marks"> & { before: FileRow };

/** Null: saved. Or the file is past this step and can't be changed any more, or someone else has corrected one of the rows. */
export type NotFixed = "past" | "changed" | null;

export const saveFixes = (id: string, rows: readonly FixedRow[]): Promise<NotFixed> =>
  whileLocked(id, "CHECKED", async (db) => (await keep(db, id, rows)) === rows.length);

/** Separates new rows from duplicates, and counts. */
export async function settleOutcomes(id: string): Promise<void> {
  await whileLocked(id, null, () => Promise.resolve(true));
}

/** Under a lock, so that no step of the file starts meanwhile. */
function whileLocked(
  id: string,
  state: ImportState | null,
  first: (db: Db) => Promise<boolean>,
): Promise<NotFixed> {
  return inPrismaTransaction<NotFixed>(
    async ({ db }) => {
      const inState = state === null ? sql`true` : sql`state = ${state}`;
      if ((await lock(db, "import_job", sql`id = ${id}::uuid AND ${inState}`)).length === 0) return "past";
      if (!(await first(db))) return "changed";
      await markDuplicates(db, id);
      await countOutcomes(db, id);
      return null;
    },
    (not) => (not === null ? "COMMIT" : "ROLLBACK"),
  );
}

function keep(db: Db, id: string, rows: readonly (RowTried & Partial<FixedRow>)[]): Promise<number> {
  const json = JSON.stringify(
    rows.map((row) => ({
      ...row,
      priority: row.understood?.priority ?? null,
      cells: row.cells ?? null,
      marks: row.marks ?? null,
      cellsBefore: row.before?.cells ?? null,
      marksBefore: row.before?.marks ?? null,
    })),
  );
  return db.$executeRaw`
    UPDATE import_row r
       SET understood = s.understood, faults = s.faults, notes = s.notes, participant = s.participant, priority = s.priority,
           title_key = s."titleKey", proposes = s.proposes, on_record = s."onRecord", cells = coalesce(s.cells, r.cells), same_as = NULL,
           marks = CASE WHEN s.cells IS NULL THEN r.marks ELSE s.marks END,
           outcome = CASE WHEN s.faults <> '[]' THEN 'error' WHEN s.unchanged THEN 'unchanged' WHEN s."onRecord" IS NOT NULL THEN 'duplicate'
                          ELSE 'new' END
      FROM jsonb_to_recordset(${json}::jsonb) AS s (number int, understood jsonb, faults jsonb, notes jsonb, participant text, priority smallint,
                                        "titleKey" text, proposes text, "onRecord" text, unchanged boolean, cells text[], marks jsonb, "cellsBefore" text[], "marksBefore" jsonb)
     WHERE r.import_id = ${id}::uuid AND r.number = s.number
       AND (s.cells IS NULL OR (r.cells, r.marks) IS NOT DISTINCT FROM (s."cellsBefore", s."marksBefore"))`;
}

/** Of rows with the same content the first counts: the others are duplicates, even if the pledge is on record already. A row left out has no outcome. */
async function markDuplicates(db: Db, id: string): Promise<void> {
  // The database may not know the file's row count yet, and would compare every row with every other.
  await db.$executeRaw`SET LOCAL enable_nestloop = off`;
  await db.$executeRaw`
    WITH tried AS (
      SELECT number, faults, outcome, on_record, participant, priority, title_key,
             faults = '[]' AND title_key IS NOT NULL AND outcome <> 'unchanged' AND NOT is_left_out AS is_comparable, is_left_out
        FROM import_row, LATERAL (SELECT coalesce(marks ? 'leftOut', false) AS is_left_out) l WHERE import_id = ${id}::uuid),
    compared AS (
      SELECT *, CASE WHEN is_comparable THEN min(number) OVER (PARTITION BY is_comparable, participant, priority, title_key) END AS first
        FROM tried),
    wanted AS (
      SELECT number, CASE WHEN first < number THEN first END AS same_as,
             CASE WHEN is_left_out THEN NULL WHEN faults <> '[]' THEN 'error' WHEN outcome = 'unchanged' THEN 'unchanged'
                  WHEN first < number OR on_record IS NOT NULL THEN 'duplicate' ELSE 'new' END AS outcome
        FROM compared)
    UPDATE import_row r SET outcome = w.outcome, same_as = w.same_as
      FROM wanted w WHERE r.import_id = ${id}::uuid AND r.number = w.number AND (r.outcome, r.same_as) IS DISTINCT FROM (w.outcome, w.same_as)`;
}

/** After rows were moved out of a file that was tried. */
export async function recount(db: Db, id: string): Promise<void> {
  await markDuplicates(db, id);
  await countOutcomes(db, id);
}

/** Returns how many. In the other file they are untried. */
export const moveRowsOf = (
  db: Db,
  { from, to, desk }: { from: string; to: string; desk: readonly string[] },
): Promise<number> =>
  db.$executeRaw`
    UPDATE import_row SET import_id = ${to}::uuid, outcome = NULL, understood = NULL, faults = '[]', notes = '[]', priority = NULL,
           title_key = NULL, same_as = NULL, on_record = NULL, proposes = NULL
     WHERE import_id = ${from}::uuid AND outcome = 'error' AND participant = ANY(${[...desk]}::text[])
       AND faults @> '[{"code": "another-desk"}]'`;

async function countOutcomes(db: Db, id: string): Promise<void> {
  await db.$executeRaw`
    UPDATE import_job SET
           counts = (SELECT jsonb_build_object('new', count(*) FILTER (WHERE outcome = 'new'), 'duplicate', count(*) FILTER (WHERE outcome = 'duplicate'),
                            'unchanged', count(*) FILTER (WHERE outcome = 'unchanged'), 'error', count(*) FILTER (WHERE outcome = 'error'))
                       FROM import_row WHERE import_id = ${id}::uuid),
           proposals = (SELECT count(*) FROM import_row WHERE import_id = ${id}::uuid AND outcome = 'new' AND proposes IS NOT NULL)
     WHERE id = ${id}::uuid`;
}

/**
 * The numbers of the rows that are to become pledges: cell by cell, and in the file's order within each. Read
 * once: reading each part separately would sort all of them each time.
 */
export async function numbersToImport(id: string): Promise<number[]> {
  const [found] = await askPrisma(
    (db) => db.$queryRaw<{ numbers: number[] }[]>`
      SELECT coalesce(array_agg(number ORDER BY participant, priority, number), '{}') AS numbers
        FROM import_row WHERE import_id = ${id}::uuid AND outcome = 'new' AND reference IS NULL`,
  );
  return found?.numbers ?? [];
}

export interface ImportedRow {
  number: number;
  /** Null: someone else has logged it since the trial. */
  reference: string | null;
  onRecord: string | null;
  /** Null, or why it can't be imported any more. */
  fault: CellMessage | null;
}

export async function noteImported(db: Db, id: string, rows: readonly ImportedRow[]): Promise<void> {
  await db.$executeRaw`
    WITH done AS (
      UPDATE import_row r SET reference = d.reference, on_record = coalesce(d."onRecord", r.on_record),
             faults = CASE WHEN d.fault IS NULL THEN r.faults ELSE jsonb_build_array(d.fault) END,
             outcome = CASE WHEN d.reference IS NOT NULL THEN r.outcome WHEN d.fault IS NULL THEN 'duplicate' ELSE 'error' END
        FROM json_to_recordset(${JSON.stringify(rows)}::json) AS d (number int, reference text, "onRecord" text, fault jsonb)
       WHERE r.import_id = ${id}::uuid AND r.number = d.number RETURNING r.reference, r.outcome),
    came AS (
      SELECT count(*) AS rows, count(reference) AS imported, count(*) FILTER (WHERE outcome = 'duplicate') AS duplicate,
             count(*) FILTER (WHERE outcome = 'error') AS error FROM done)
    UPDATE import_job j SET imported = j.imported + c.imported, done = j.done + c.rows, beat_at = now(),
           counts = counts || jsonb_build_object('new', (counts->>'new')::int - c.duplicate - c.error,
                                                 'duplicate', (counts->>'duplicate')::int + c.duplicate,
                                                 'error', (counts->>'error')::int + c.error)
      FROM came c WHERE id = ${id}::uuid`;
}

export async function noteTakenBack(
  db: Db,
  id: string,
  rows: readonly { number: number; takenBack: boolean }[],
): Promise<void> {
  await db.$executeRaw`
    WITH done AS (
      UPDATE import_row r SET taken_back = d."takenBack" FROM json_to_recordset(${JSON.stringify(rows)}::json) AS d (number int, "takenBack" boolean)
       WHERE r.import_id = ${id}::uuid AND r.number = d.number RETURNING r.taken_back)
    UPDATE import_job SET undone = undone + (SELECT count(*) FROM done WHERE taken_back), kept = kept + (SELECT count(*) FROM done WHERE NOT taken_back),
           done = done + (SELECT count(*) FROM done), beat_at = now() WHERE id = ${id}::uuid`;
}

/** The numbers of the rows in error with the same text in these columns. */
export async function findAlike(
  id: string,
  cells: readonly { column: number; value: string }[],
): Promise<number[]> {
  const same = Prisma.join(
    cells.map(({ column, value }) => sql`r.cells[${column + 1}::int] = ${value}`),
    " AND ",
  );
  const rows = await askPrisma(
    (db) => db.$queryRaw<{ number: number }[]>`
      SELECT r.number FROM import_row r
       WHERE r.import_id = ${id}::uuid AND r.outcome = 'error' AND ${same} ORDER BY r.number`,
  );
  return rows.map(({ number }) => number);
}
