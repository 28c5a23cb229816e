// Rows, other lines and causes of errors as the page of a file lists them.
import type { CellMarks, LineLeft } from "@/lib/domain/import/file-form";
import type { RowChoice, TriedRow } from "@/lib/domain/import/import";
import type { RowCause } from "@/lib/domain/import/causes";
import type { AnsweredWord, ProvenDates } from "@/lib/domain/import/file-questions";
import { askPrisma } from "../../prisma";
import { sql } from "../../sql/sql";

export function findRows(
  id: string,
  { outcome, after, limit }: { outcome: RowChoice | null; after: number; limit: number },
): Promise<TriedRow[]> {
  const ended = outcome === "left-out" ? sql`r.outcome IS NULL` : sql`r.outcome = ${outcome}`;
  return askPrisma(
    (db) => db.$queryRaw<TriedRow[]>`
      SELECT r.number AS row, r.cells, r.marks, r.outcome, r.faults, r.notes, r.same_as AS "duplicateOfRow", r.on_record AS "onRecord", r.proposes,
             r.reference, r.taken_back AS "takenBack", r.understood->>'title' AS title, r.participant, r.priority, (
               SELECT coalesce(array_agg(p.reference ORDER BY p.number), '{}') FROM (
                 SELECT reference, number FROM pledge p
                  WHERE p.participant = r.participant AND p.priority = r.priority AND p.voided_at IS NULL
                  ORDER BY number DESC LIMIT 20) p WHERE r.outcome = 'new' AND r.reference IS NULL) AS similar
        FROM import_row r
       WHERE r.import_id = ${id}::uuid AND ${outcome === null ? sql`true` : ended} AND r.number > ${after}
       ORDER BY r.number LIMIT ${limit}`,
  );
}

export interface ShownLine {
  number: number;
  cells: string[];
  marks: CellMarks | null;
  is: LineLeft | "row";
}

/** Lines of the sheet that is read, rows and others, in its order. */
export function findLines(
  id: string,
  sheet: number,
  { from, limit }: { from: number; limit: number },
): Promise<ShownLine[]> {
  return askPrisma(
    (db) => db.$queryRaw<ShownLine[]>`
      SELECT number, cells, marks, 'row' AS is FROM import_row WHERE import_id = ${id}::uuid AND number >= ${from}
       UNION ALL
      SELECT number, cells, marks, is_left FROM import_line
       WHERE import_id = ${id}::uuid AND sheet = ${sheet} AND number >= ${from} AND is_left IS NOT NULL
       ORDER BY number LIMIT ${limit}`,
  );
}

/** The lines that were left out below the headings. */
export function findLinesLeft(id: string, sheet: number, limit: number): Promise<ShownLine[]> {
  return askPrisma(
    (db) => db.$queryRaw<ShownLine[]>`
      SELECT number, cells, marks, is_left AS is FROM import_line
       WHERE import_id = ${id}::uuid AND sheet = ${sheet} AND is_left IN ('section', 'total', 'note')
       ORDER BY number LIMIT ${limit}`,
  );
}

/** How many rows in error have the same fault in the same words. */
export function findCauses(id: string, limit: number): Promise<RowCause[]> {
  return askPrisma(
    (db) => db.$queryRaw<RowCause[]>`
      SELECT f->>'field' AS field, f->>'code' AS code, f->'params'->>'text' AS text, f->'params'->>'participant' AS participant,
             f->'params'->>'stage' AS stage, f->'params'->>'kind' AS kind, f->'params'->>'why' AS why,
             min(f->'params'->>'one') AS one, min(f->'params'->>'two') AS two, count(*)::int AS rows, min(r.number) AS row
        FROM import_row r, jsonb_array_elements(r.faults) f WHERE r.import_id = ${id}::uuid AND r.outcome = 'error'
       GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 10 DESC, 11, 1 LIMIT ${limit}`,
  );
}

/** Words that were read by an answer, with the number of their rows. */
export function findAnsweredWords(id: string, limit: number): Promise<AnsweredWord[]> {
  return askPrisma(
    (db) => db.$queryRaw<AnsweredWord[]>`
      SELECT n->>'field' AS field, n->'params'->>'text' AS text, count(*)::int AS rows
        FROM import_row r, jsonb_array_elements(r.notes) n
       WHERE r.import_id = ${id}::uuid AND n->>'code' IN ('read-as-told', 'left-open')
       GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT ${limit}`,
  );
}

/** How many dates can be read in only one way. */
export async function countProvenDates(id: string): Promise<ProvenDates> {
  const [counted] = await askPrisma(
    (db) => db.$queryRaw<ProvenDates[]>`
      SELECT count(*) FILTER (WHERE n->>'code' = 'day-first-date')::int AS "dayFirst",
             count(*) FILTER (WHERE n->>'code' = 'month-first-date')::int AS "monthFirst"
        FROM import_row r, jsonb_array_elements(r.notes) n WHERE r.import_id = ${id}::uuid`,
  );
  return counted ?? { dayFirst: 0, monthFirst: 0 };
}
