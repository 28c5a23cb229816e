// Lines of a file that aren't rows, and choosing again which of its lines are.
import "server-only";
import type { CellMarks, FileForm, LineLeft, RowOfFile, SheetLayout } from "@/lib/domain/import/file-form";
import {
  guessLayout,
  LayoutReader,
  lineAsRead,
  LINES_LOOKED_AT,
  type PlacedLine,
} from "@/lib/domain/import/layout";
import type { Prisma } from "../generated/client";
import { askPrisma, inPrismaTransaction, type Db } from "../prisma";
import { fromJson, jsonOf } from "../records/codec";
import { lock } from "../sql/lock";
import { sql } from "../sql/sql";
import { insertRows } from "./import-rows";

interface StoredLine extends RowOfFile {
  is?: LineLeft;
}

export async function addLines(id: string, sheet: number, lines: readonly StoredLine[]): Promise<void> {
  if (lines.length > 0) await askPrisma((db) => insertLines(db, id, sheet, lines));
}

const insertLines = (db: Db, id: string, sheet: number, lines: readonly StoredLine[]): Promise<number> =>
  db.$executeRaw`
    INSERT INTO import_line (import_id, sheet, number, cells, marks, is_left)
    SELECT ${id}::uuid, ${sheet}, number, cells, marks, "is"
      FROM json_to_recordset(${JSON.stringify(lines)}::json) AS s (number int, cells text[], marks jsonb, "is" text)`;

/** The lines that were sorted: the rows, and how many others there are of each kind. */
export class LinesPlaced {
  readonly rows: RowOfFile[] = [];
  readonly others: (RowOfFile & { is: LineLeft })[] = [];
  readonly left: Partial<Record<LineLeft, number>> = {};
  filled = 0;
  count = 0;

  add(line: PlacedLine): void {
    if (line.is === "row") {
      this.rows.push(line.row);
      this.count += 1;
      const { filled = [], section } = line.row.marks ?? {};
      this.filled += filled.filter((column) => column !== section?.column).length;
    } else {
      this.others.push({ ...line.line, is: line.is });
      this.left[line.is] = (this.left[line.is] ?? 0) + 1;
    }
  }

  /** Returns those that wait to be stored. */
  finish(): { rows: RowOfFile[]; others: (RowOfFile & { is: LineLeft })[] } {
    return { rows: this.rows.splice(0), others: this.others.splice(0) };
  }
}

/** Without a row of headings it is guessed. */
export type LayoutChange = Omit<SheetLayout, "heading"> & { sheet: number; heading?: number | undefined };

/** False: a step is running, or the file has results. "no-rows": there is none below these headings. */
export function changeLayout(id: string, wanted: LayoutChange): Promise<boolean | "no-rows"> {
  return inPrismaTransaction<boolean | "no-rows">(
    async ({ db }) => {
      const untouched = sql`id = ${id}::uuid AND imported = 0 AND imported_at IS NULL AND state IN ('READ', 'CHECKED', 'FAILED')`;
      if ((await lock(db, "import_job", untouched)).length === 0) return false;
      const job = await db.importJob.findUniqueOrThrow({ where: { id }, select: { form: true } });
      const form = fromJson<FileForm>(job.form);
      await putRowsBack(db, id, form.layout?.sheet ?? 0);
      const layout = await layoutFor(db, id, wanted);
      if (!layout) return "no-rows";
      const reader = new LayoutReader(layout);
      const placed = await placeLines(db, id, wanted.sheet, reader);
      if (placed.count === 0) return "no-rows";
      const { left, filled } = placed;
      const sheet = form.sheets?.[wanted.sheet]?.name ?? form.sheet;
      const read = { header: reader.header, rows: placed.count };
      await db.importJob.updateMany({
        where: { id },
        data: { ...read, form: jsonOf({ ...form, sheet, layout, left, filled }), ...NOT_TRIED },
      });
      await db.$executeRaw`UPDATE import_job SET columns = NULL, file_values = NULL, counts = NULL WHERE id = ${id}::uuid`;
      return true;
    },
    (result) => (result === true ? "COMMIT" : "ROLLBACK"),
  );
}

async function layoutFor(
  db: Db,
  id: string,
  { heading, ...wanted }: LayoutChange,
): Promise<NonNullable<FileForm["layout"]> | null> {
  if (heading !== undefined) return { ...wanted, heading };
  const lines = await db.importLine.findMany({
    where: { importId: id, sheet: wanted.sheet },
    orderBy: { number: "asc" },
    take: LINES_LOOKED_AT,
    select: { number: true, cells: true, marks: true },
  });
  const guessed = guessLayout(lines.map((line) => lineAsRead(withMarks(line))));
  return guessed && { ...guessed, skips: wanted.skips, sheet: wanted.sheet };
}

const NOT_TRIED = {
  state: "READ",
  step: null,
  fault: null,
  proposals: null,
  checkedAt: null,
  finishedAt: null,
} satisfies Prisma.ImportJobUpdateManyMutationInput;

async function putRowsBack(db: Db, id: string, sheet: number): Promise<void> {
  await db.$executeRaw`
    WITH gone AS (DELETE FROM import_row WHERE import_id = ${id}::uuid RETURNING number, cells, marks)
    INSERT INTO import_line (import_id, sheet, number, cells, marks)
    SELECT ${id}::uuid, ${sheet}, number, cells, marks FROM gone`;
  await db.$executeRaw`UPDATE import_line SET is_left = NULL WHERE import_id = ${id}::uuid AND is_left IS NOT NULL`;
}

async function placeLines(db: Db, id: string, sheet: number, reader: LayoutReader): Promise<LinesPlaced> {
  const placed = new LinesPlaced();
  for (let after = 0; ;) {
    const lines = await db.importLine.findMany({
      where: { importId: id, sheet, number: { gt: after } },
      orderBy: { number: "asc" },
      take: AT_ONCE,
      select: { number: true, cells: true, marks: true },
    });
    const last = lines.at(-1);
    if (!last) break;
    after = last.number;
    for (const line of lines) for (const one of reader.push(lineAsRead(withMarks(line)))) placed.add(one);
    await store(db, id, sheet, placed);
  }
  for (const one of reader.end()) placed.add(one);
  await store(db, id, sheet, placed);
  return placed;
}

const AT_ONCE = 1_000;

async function store(db: Db, id: string, sheet: number, placed: LinesPlaced): Promise<void> {
  const { rows, others } = placed.finish();
  if (rows.length > 0) {
    await insertRows(db, id, rows);
    const numbers = rows.map(({ number }) => number);
    await db.importLine.deleteMany({ where: { importId: id, sheet, number: { in: numbers } } });
  }
  const said = others.map(({ number, is }) => ({ number, is }));
  if (said.length > 0)
    await db.$executeRaw`
      UPDATE import_line l SET is_left = s."is" FROM json_to_recordset(${JSON.stringify(said)}::json) AS s (number int, "is" text)
       WHERE l.import_id = ${id}::uuid AND l.sheet = ${sheet} AND l.number = s.number`;
}

export const withMarks = ({
  marks,
  ...line
}: {
  number: number;
  cells: string[];
  marks: Prisma.JsonValue;
}): RowOfFile => ({ ...line, ...(marks === null ? {} : { marks: fromJson<CellMarks>(marks) }) });
