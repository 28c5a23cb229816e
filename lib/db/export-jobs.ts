// The work that leads to a package: asked for, done by whichever process comes first, taken up again where that one ended.
// Technical: what an export is on record for is its event.
import "server-only";
import {
  KEPT_DAYS,
  MOST_ATTEMPTS,
  MOST_OPEN_JOBS,
  referenceOf,
  type ExportJob,
  type ExportView,
  type JobStep,
} from "@/lib/domain/export";
import type { Instant } from "@/lib/domain/day";
import { invalid } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import { inTransaction } from "./client";
import { onceIn } from "./idempotency";
import { beat, claim, fail, type Mine } from "./jobs";
import { ask } from "./read/ask";
import { raw, sql } from "./read/sql";

/** With what the view's filter means, parsed. */
export interface AskedView extends ExportView {
  asked: unknown;
}

export interface NewJob {
  id: string;
  by: { id: string; name: string };
  view: AskedView;
  purpose: string;
  asOf: Instant;
  chosen: boolean;
  position: number;
  at: Instant;
}

/** Null where the person has as many open ones as anybody may have. */
export function createJob({ by, ...job }: NewJob): Promise<Result<ExportJob>> {
  return inTransaction(
    async (client) => {
      await client.query("BEGIN");
      await client.query("SELECT pg_advisory_xact_lock(hashtextextended('export_job', 0))");
      return onceIn<ExportJob>(client, async () => {
        const { rows } = await client.query<{ open: number }>(
          "SELECT count(*)::int AS open FROM export_job WHERE person_id = $1 AND state IN ('WAITING', 'RUNNING')",
          [by.id],
        );
        if ((rows[0]?.open ?? 0) >= MOST_OPEN_JOBS)
          return invalid({ path: "", code: "too-many-exports", params: { max: MOST_OPEN_JOBS } });
        const made = await client.query<JobRow>(
          `INSERT INTO export_job AS j (id, number, person_id, person_name, view, purpose, as_of, chosen, position, created_at)
         VALUES ($1, (SELECT coalesce(max(number), 0) + 1 FROM export_job), $2, $3, $4, $5, $6, $7, $8, $9)
         RETURNING ${COLUMNS}`,
          [
            job.id,
            by.id,
            by.name,
            JSON.stringify(job.view),
            job.purpose,
            job.asOf,
            job.chosen,
            job.position,
            job.at,
          ],
        );
        const [row] = made.rows;
        if (!row) throw new Error("a job was not kept");
        return ok(jobOf(row));
      });
    },
    (made) => (made.ok ? "COMMIT" : "ROLLBACK"),
  );
}

/** The newest first. */
export async function findJobs({
  before,
  limit,
}: {
  before: number | null;
  limit: number;
}): Promise<ExportJob[]> {
  const rows = await ask<JobRow>(sql`
    SELECT ${raw(COLUMNS)} FROM export_job j
     WHERE j.number < ${before ?? 2_147_483_647} ORDER BY j.number DESC LIMIT ${limit}`);
  return rows.map(jobOf);
}

export async function countJobs(): Promise<number> {
  const [row] = await ask<{ n: number }>(sql`SELECT count(*)::int AS n FROM export_job`);
  return row?.n ?? 0;
}

export async function findJob(id: string): Promise<ExportJob | null> {
  const [row] = await ask<JobRow>(sql`SELECT ${raw(COLUMNS)} FROM export_job j WHERE j.id = ${id}::uuid`);
  return row ? jobOf(row) : null;
}

/** Null where it isn't open any more. */
export async function cancelJob(id: string): Promise<ExportJob | null> {
  const [row] = await ask<JobRow>(sql`
    UPDATE export_job j SET state = 'CANCELLED', finished_at = register_now()
     WHERE j.id = ${id}::uuid AND j.state IN ('WAITING', 'RUNNING') RETURNING ${raw(COLUMNS)}`);
  return row ? jobOf(row) : null;
}

/** What a worker is told: the person as they are now, and the filter as it was parsed. */
export interface ClaimedJob extends ExportJob {
  view: AskedView;
  attempts: number;
  /** Of the register. */
  marking: string;
}

/** The oldest that waits, or that nobody works at any more; null where there is none. */
export async function claimJob(worker: string): Promise<ClaimedJob | null> {
  const row = await claim<JobRow & { attempts: number; marking: string }>("export_job", worker, {
    begins: "step = 'READING', done = 0, total = NULL",
    answers: `${COLUMNS}, j.attempts, (SELECT marking FROM register) AS marking`,
    mostAttempts: MOST_ATTEMPTS,
  });
  return row ? { ...jobOf(row), view: row.view, attempts: row.attempts, marking: row.marking } : null;
}

/** Says how far it is, and that somebody is at it. False where it was cancelled, or somebody else took it up. */
export const beatJob = (
  mine: Mine,
  told: { step: JobStep; done: number; total: number | null },
): Promise<boolean> => beat("export_job", mine, told);

/** Nothing, where it was cancelled, or somebody else took it up. */
export async function finishJob(
  { id, worker }: { id: string; worker: string },
  made: { sha256: string; bytes: number; rows: number; checkpoint: number },
): Promise<void> {
  await ask(sql`
    UPDATE export_job SET state = 'DONE', step = NULL, fault = NULL, sha256 = ${made.sha256}, bytes = ${made.bytes}, rows = ${made.rows},
           checkpoint = ${made.checkpoint}, finished_at = register_now(),
           expires_at = register_now() + ${KEPT_DAYS} * interval '1 day'
     WHERE id = ${id}::uuid AND worker = ${worker}::uuid AND state = 'RUNNING'`);
}

export const failJob = (mine: Mine, fault: string, again: boolean): Promise<void> =>
  fail("export_job", mine, fault, again);

/** Of these, which are worked at, and which have a package whose time isn't over. */
export async function findKept(
  references: readonly string[],
): Promise<Map<string, { running: boolean; sha256: string | null }>> {
  if (references.length === 0) return new Map();
  const numbers = references.map((reference) => Number(reference.slice(3)));
  const rows = await ask<{ number: number; running: boolean; sha256: string | null }>(sql`
    SELECT number, state = 'RUNNING' AS running, CASE WHEN expires_at > register_now() THEN sha256 END AS sha256
      FROM export_job WHERE number = ANY(${numbers}::int[])`);
  return new Map(rows.map(({ number, ...kept }) => [referenceOf(number), kept]));
}

type JobRow = Omit<ExportJob, "reference" | "by"> & {
  number: number;
  personId: string;
  personName: string;
  view: AskedView;
};

const instant = (column: string): string => `audit.instant(j.${column})`;
const COLUMNS = `
  j.id, j.number, j.person_id AS "personId", j.person_name AS "personName", j.view, j.purpose, ${instant("as_of")} AS "asOf",
  j.chosen, j.position::float8 AS position, j.state, j.step, j.done, j.total, j.fault, j.sha256, j.bytes::float8 AS bytes, j.rows,
  j.checkpoint::float8 AS checkpoint, ${instant("created_at")} AS "createdAt", ${instant("finished_at")} AS "finishedAt",
  ${instant("expires_at")} AS "expiresAt"`;

function jobOf({ number, personId, personName, view, ...job }: JobRow): ExportJob {
  return {
    ...job,
    reference: referenceOf(number),
    by: { id: personId, name: personName },
    view: { what: view.what, filter: view.filter },
  };
}
