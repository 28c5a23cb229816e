import type { CellMarks, LineLeft } from "@/lib/domain/import/file-form";
import type { ImportRowOutcome, TriedRow } from "@/lib/domain/import/import";
import { askPrisma } from "../../prisma";
import { sql } from "../../sql/sql";

export function findRows(
  id: string,
  { outcome, after, limit }: { outcome: ImportRowOutcome | null; after: number; limit: number },
): Promise<TriedRow[]> {
  const ended = outcome === null ? sql`true` : sql`r.outcome = ${outcome}`;
  return askPrisma(
    (db) => db.$queryRaw<TriedRow[]>`
      SELECT r.number AS row, r.cells, r.marks, r.outcome, r.faults, r.notes, r.same_as AS "sameAsRow", r.on_record AS "onRecord", r.proposes,
             r.reference, r.taken_back AS "takenBack", r.understood->>'title' AS title, r.participant, r.priority, (
               SELECT coalesce(array_agg(p.reference ORDER BY p.number), '{}') FROM (
                 SELECT reference, number FROM pledge p
                  WHERE p.participant = r.participant AND p.priority = r.priority AND p.voided_at IS NULL
                  ORDER BY number LIMIT 20) p WHERE r.outcome = 'new' AND r.reference IS NULL) AS similar
        FROM import_row r
       WHERE r.import_id = ${id}::uuid AND ${ended} AND r.number > ${after}
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

/** What was left out below the headings. */
export function findLinesLeft(id: string, sheet: number, limit: number): Promise<ShownLine[]> {
  return askPrisma(
    (db) => db.$queryRaw<ShownLine[]>`
      SELECT number, cells, marks, is_left AS is FROM import_line
       WHERE import_id = ${id}::uuid AND sheet = ${sheet} AND is_left IN ('section', 'total', 'note')
       ORDER BY number LIMIT ${limit}`,
  );
}

/** The most frequent faults by column and code, with their number of rows. */
export function faultsByColumn(id: string): Promise<{ field: string; code: string; rows: number }[]> {
  return askPrisma(
    (db) => db.$queryRaw<{ field: string; code: string; rows: number }[]>`
      SELECT f->>'field' AS field, f->>'code' AS code, count(*)::int AS rows
        FROM import_row r, jsonb_array_elements(r.faults) f WHERE r.import_id = ${id}::uuid AND r.outcome = 'error'
       GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 20`,
  );
}
