// Runs dry runs, imports and undos for as long as this process runs. A process that dies leaves its job to the next,
// which continues where it stopped.
import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/domain/people/actor";
import { dayOf } from "@/lib/domain/base/day";
import { mayImport, type ImportStep } from "@/lib/domain/import/import";
import {
  heartbeatImport,
  beginTrial,
  claimImport,
  clearAwayImports,
  failImport,
  finishDryRun,
  isStopping,
  type ClaimedImport,
} from "@/lib/db/jobs/imports";
import { rowsAfter } from "@/lib/db/jobs/import-job-rows";
import { findAsker } from "@/lib/db/jobs/running";
import { findClock } from "@/lib/db/clock";
import { saveTrial, settleOutcomes } from "@/lib/db/statements/import-rows";
import { startWorker, runNextJob } from "@/lib/platform/worker";
import { commitImport } from "./commit";
import { loadReading } from "./queries";
import { undoRows } from "./undo";
import { DryRun } from "./dry-run";

/** Returns at once. */
export function startImportWorker(): void {
  const worker = randomUUID();
  startWorker("imports", () => runImportJob(worker), clearAwayImports);
}

interface ImportProgress {
  step: ImportStep;
  done: number;
  total: number | null;
}

/** Returns whether there was a job. */
export const runImportJob = (worker: string): Promise<boolean> =>
  runNextJob<ClaimedImport, ImportProgress>({
    what: "an import",
    mostAttempts: MOST_ATTEMPTS,
    claim: () => claimImport(worker, MOST_ATTEMPTS),
    heartbeat: ({ id }, progress) => heartbeatImport({ id, worker }, progress),
    first: ({ step, done, total }) => ({ step, done, total }),
    isNews: (before, now) => now.done !== before.done,
    run: (job, report) => run(job, worker, (done, total) => report({ step: job.step, done, total })),
    fail: ({ id }, why, again) => failImport({ id, worker }, why, again),
    whyNever: (error) => (error instanceof ImportRefused ? error.message : null),
  });

/** Ends a job for good; the message is for the person who asked for it. */
class ImportRefused extends Error {}

const MOST_ATTEMPTS = 5;

async function run(
  job: ClaimedImport,
  worker: string,
  report: (done: number, total: number) => Promise<void>,
): Promise<void> {
  const found = await findAsker(job.actor.id);
  if (!found || !mayImport(found)) throw new ImportRefused("asker-gone");
  const person: Actor = { ...found, session: job.actor.session, request: job.actor.request };
  switch (job.step) {
    case "CHECKING":
      return tryFile(job, { person, worker }, report);
    case "IMPORTING":
      return commitImport(job, { person, worker }, report);
    case "UNDOING":
      return undoRows(job, { person, worker }, report);
  }
}

async function tryFile(
  job: ClaimedImport,
  { person, worker }: { person: Actor; worker: string },
  report: (done: number, total: number) => Promise<void>,
): Promise<void> {
  if (!job.columns || !job.values) throw new ImportRefused("columns-unknown");
  const { at, timeZone } = await findClock();
  const reading = await loadReading(job.header, job.columns, job.values);
  await beginTrial({ id: job.id, worker });
  const trial = new DryRun(person, reading, { at, today: dayOf(at, timeZone), timeZone });
  let after = 0;
  for (let done = 0; ;) {
    await report(done, job.rows);
    if (await isStopping(job.id)) return finishDryRun({ id: job.id, worker }, true);
    const rows = await rowsAfter(job.id, after, AT_ONCE);
    const last = rows.at(-1);
    if (!last) break;
    await saveTrial(job.id, await trial.rows(rows));
    after = last.number;
    done += rows.length;
  }
  await settleOutcomes(job.id);
  await finishDryRun({ id: job.id, worker }, false);
}

/** Rows per turn; then other jobs have theirs. */
const AT_ONCE = 200;
