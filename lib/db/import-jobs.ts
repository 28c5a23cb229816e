// Files of pledges on their way in, and the work on them. Technical: what an import is on record for is its event, and each
// of its pledges has its own.
import "server-only";
import type { Actor } from "@/lib/domain/actor";
import type { Instant } from "@/lib/domain/day";
import {
  importReference,
  KEPT_DAYS,
  MOST_OPEN_IMPORTS,
  type ImportJob,
  type ImportStep,
} from "@/lib/domain/import";
import type { Columns } from "@/lib/domain/import-columns";
import type { FileValues } from "@/lib/domain/import-row";
import { inTransaction } from "./client";
import { beat, claim, fail, type Mine } from "./jobs";
import { ask } from "./read/ask";
import { raw, sql, type Sql } from "./read/sql";

export interface NewImport {
  id: string;
  by: { id: string; name: string };
  file: ImportJob["file"];
  header: string[];
  at: Instant;
}

/**
 * Null where the person has as many under way as anybody may have. Its rows follow; until they are all there it counts none, and
 * nobody is shown it.
 */
export function createImport({ id, by, file, header, at }: NewImport): Promise<ImportJob | null> {
  return inTransaction(
    async (client) => {
      await client.query("BEGIN");
      await client.query("SELECT pg_advisory_xact_lock(hashtextextended('import_job', 0))");
      const { rows } = await client.query<{ open: number }>(
        `SELECT count(*)::int AS open FROM import_job
          WHERE person_id = $1 AND state IN ('READ', 'WAITING', 'RUNNING', 'CHECKED') AND rows > 0 AND created_at > register_now() - interval '1 day'`,
        [by.id],
      );
      if ((rows[0]?.open ?? 0) >= MOST_OPEN_IMPORTS) return null;
      const made = await client.query<JobRow>(
        `INSERT INTO import_job AS j (id, number, person_id, person_name, file_name, bytes, sha256, form, header, rows, created_at)
         VALUES ($1, (SELECT coalesce(max(number), 0) + 1 FROM import_job), $2, $3, $4, $5, $6, $7, $8, 0, $9)
         RETURNING ${COLUMNS}`,
        [id, by.id, by.name, file.name, file.bytes, file.sha256, JSON.stringify(file.form), header, at],
      );
      const [row] = made.rows;
      return row ? jobOf(row) : null;
    },
    (made) => (made ? "COMMIT" : "ROLLBACK"),
  );
}

/** The newest first; those of one person, or of all. */
export async function findImports(
  of: string | null,
  { before, limit }: { before: number | null; limit: number },
): Promise<ImportJob[]> {
  const rows = await ask<JobRow>(sql`
    SELECT ${raw(COLUMNS)} FROM import_job j
     WHERE j.rows > 0 AND j.number < ${before ?? 2_147_483_647} AND (${of}::uuid IS NULL OR j.person_id = ${of}::uuid)
     ORDER BY j.number DESC LIMIT ${limit}`);
  return rows.map(jobOf);
}

export async function countImports(of: string | null): Promise<number> {
  const [row] = await ask<{ n: number }>(
    sql`SELECT count(*)::int AS n FROM import_job
         WHERE rows > 0 AND (${of}::uuid IS NULL OR person_id = ${of}::uuid)`,
  );
  return row?.n ?? 0;
}

export async function findImport(id: string): Promise<ImportJob | null> {
  const [row] = await ask<JobRow>(sql`SELECT ${raw(COLUMNS)} FROM import_job j WHERE j.id = ${id}::uuid`);
  return row ? jobOf(row) : null;
}

/** All of its rows are there. */
export async function finishReading(id: string): Promise<ImportJob | null> {
  return changed(id, sql`rows = (SELECT count(*) FROM import_row r WHERE r.import_id = j.id)`, sql`rows = 0`);
}

/** Begins a step, where nothing is under way and the states let it; null where they don't. */
export async function beginStep(
  id: string,
  step: ImportStep,
  {
    actor,
    reason,
    set,
  }: { actor: Actor; reason: string | null; set?: { columns: Columns; values: FileValues } },
): Promise<ImportJob | null> {
  const told = set
    ? sql`, columns = ${JSON.stringify(set.columns)}::jsonb, file_values = ${JSON.stringify(set.values)}::jsonb`
    : sql``;
  return changed(
    id,
    sql`state = 'WAITING', step = ${step}, done = 0, total = NULL, attempts = 0, fault = NULL, stopping = false,
        finished_at = NULL, actor = ${JSON.stringify(actor)}::jsonb, reason = ${reason}${told}`,
    BEFORE[step],
  );
}

/** A trial or an import that waits ends at once; one that runs ends after what is under way. Null where none is open. */
export const stopStep = (id: string): Promise<ImportJob | null> =>
  changed(id, sql`stopping = true`, sql`state IN ('WAITING', 'RUNNING') AND step <> 'UNDOING'`);

/** What a worker is told. */
export interface ClaimedImport extends ImportJob {
  attempts: number;
  step: ImportStep;
  /** Who wanted this step, as they were then. */
  actor: Actor;
  reason: string | null;
}

export async function claimImport(worker: string, mostAttempts: number): Promise<ClaimedImport | null> {
  const row = await claim<JobRow & { attempts: number; actor: Actor; reason: string | null }>(
    "import_job",
    worker,
    {
      begins: "fault = NULL",
      answers: `${COLUMNS}, j.attempts, j.actor, j.reason`,
      mostAttempts,
    },
  );
  if (!row) return null;
  const { attempts, actor, reason } = row;
  return { ...jobOf(row), step: row.step ?? "CHECKING", attempts, actor, reason };
}

export const beatImport = (
  mine: Mine,
  told: { step: ImportStep; done: number; total: number | null },
): Promise<boolean> => beat("import_job", mine, told);

export const failImport = (mine: Mine, fault: string, again: boolean): Promise<void> =>
  fail("import_job", mine, fault, again);

export async function isStopping(id: string): Promise<boolean> {
  const [row] = await ask<{ stopping: boolean }>(sql`SELECT stopping FROM import_job WHERE id = ${id}::uuid`);
  return row?.stopping ?? true;
}

/** A trial begins: from here on in the log, nothing is known to it that it hasn't looked at yet. */
export async function beginLooking({ id, worker }: Mine): Promise<void> {
  await ask(sql`
    UPDATE import_job SET looked_to = (SELECT seq FROM audit.head)
     WHERE id = ${id}::uuid AND worker = ${worker}::uuid AND state = 'RUNNING'`);
}

/** The last event of the log that every row was tried against. */
export async function lookedTo(id: string): Promise<number> {
  const [row] = await ask<{ seq: number }>(
    sql`SELECT coalesce(looked_to, 0)::int AS seq FROM import_job WHERE id = ${id}::uuid`,
  );
  return row?.seq ?? 0;
}

/** The trial is over, or was stopped: then it can be begun again. */
export async function finishTrial({ id, worker }: Mine, stopped: boolean): Promise<void> {
  await ask(sql`
    UPDATE import_job SET state = ${stopped ? "READ" : "CHECKED"}, step = NULL, total = NULL, stopping = false,
           checked_at = ${stopped ? sql`checked_at` : sql`register_now()`}
     WHERE id = ${id}::uuid AND worker = ${worker}::uuid AND state = 'RUNNING'`);
}

/** Files that nobody went on with and that came to nothing, and those whose reading broke off. */
export async function clearAwayImports(): Promise<void> {
  await ask(sql`
    DELETE FROM import_job WHERE imported = 0 AND state IN ('READ', 'CHECKED', 'FAILED')
       AND created_at < register_now() - CASE WHEN rows = 0 THEN interval '1 hour' ELSE ${KEPT_DAYS} * interval '1 day' END`);
}

/** As the person told it last for these headings; null where they never did. */
export async function findMapping(
  person: string,
  headings: string,
): Promise<{ columns: Columns; values: FileValues } | null> {
  const [row] = await ask<{ columns: Columns; values: FileValues }>(sql`
    SELECT columns, file_values AS values FROM import_mapping WHERE person_id = ${person}::uuid AND headings = ${headings}`);
  return row ?? null;
}

export async function keepMapping(
  person: string,
  headings: string,
  { columns, values }: { columns: Columns; values: FileValues },
): Promise<void> {
  await ask(sql`
    INSERT INTO import_mapping (person_id, headings, columns, file_values)
    VALUES (${person}::uuid, ${headings}, ${JSON.stringify(columns)}::jsonb, ${JSON.stringify(values)}::jsonb)
    ON CONFLICT (person_id, headings) DO UPDATE SET columns = excluded.columns, file_values = excluded.file_values`);
}

/** Gives a file up that isn't read to its end. */
export async function dropImport(id: string): Promise<void> {
  await ask(sql`DELETE FROM import_job WHERE id = ${id}::uuid AND state = 'READ' AND imported = 0`);
}

/** Its owner has no use for it; false where something came of it, or is under way. */
export async function discardImport(id: string): Promise<boolean> {
  const gone = await ask(sql`
    DELETE FROM import_job WHERE id = ${id}::uuid AND imported = 0 AND state IN ('READ', 'CHECKED', 'FAILED') RETURNING 1 AS one`);
  return gone.length > 0;
}

async function changed(id: string, set: Sql, where: Sql): Promise<ImportJob | null> {
  const [row] = await ask<JobRow>(sql`
    UPDATE import_job j SET ${set} WHERE j.id = ${id}::uuid AND ${where} RETURNING ${raw(COLUMNS)}`);
  return row ? jobOf(row) : null;
}

const BEFORE: Readonly<Record<ImportStep, Sql>> = {
  CHECKING: sql`state IN ('READ', 'CHECKED', 'FAILED') AND imported = 0 AND imported_at IS NULL`,
  IMPORTING: sql`(state = 'CHECKED' OR (state = 'FAILED' AND counts IS NOT NULL)) AND imported_at IS NULL`,
  UNDOING: sql`state IN ('DONE', 'CANCELLED', 'FAILED') AND imported > 0`,
};

type JobRow = Omit<ImportJob, "reference" | "by" | "file"> & {
  number: number;
  personId: string;
  personName: string;
  fileName: string;
  bytes: number;
  sha256: string;
  form: ImportJob["file"]["form"];
};

const instant = (column: string): string => `audit.instant(j.${column})`;
const COLUMNS = `
  j.id, j.number, j.person_id AS "personId", j.person_name AS "personName", j.file_name AS "fileName", j.bytes, j.sha256, j.form,
  j.header, j.rows, j.columns, j.file_values AS "values", j.state, j.step, j.done, j.total, j.fault, j.stopping, j.counts, j.proposals,
  j.imported, j.undone, j.kept, ${instant("created_at")} AS "createdAt", ${instant("checked_at")} AS "checkedAt",
  ${instant("imported_at")} AS "importedAt", ${instant("undone_at")} AS "undoneAt", ${instant("finished_at")} AS "finishedAt"`;

function jobOf(row: JobRow): ImportJob {
  return {
    id: row.id,
    reference: importReference(row.number),
    by: { id: row.personId, name: row.personName },
    file: { name: row.fileName, bytes: row.bytes, sha256: row.sha256, form: row.form },
    header: row.header,
    rows: row.rows,
    columns: row.columns,
    values: row.values,
    state: row.state,
    step: row.step,
    done: row.done,
    total: row.total,
    fault: row.fault,
    stopping: row.stopping,
    counts: row.counts,
    proposals: row.proposals,
    imported: row.imported,
    undone: row.undone,
    kept: row.kept,
    createdAt: row.createdAt,
    checkedAt: row.checkedAt,
    importedAt: row.importedAt,
    undoneAt: row.undoneAt,
    finishedAt: row.finishedAt,
  };
}
