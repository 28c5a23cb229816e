// Runs jobs one at a time while this process runs; processes share the work. One that dies leaves its job to the next.
import { startLoop } from "./background";
import { logger } from "./log";
import { isInstanceStopping } from "./stopping";
import { jobRuns } from "./watch/channels";
import { asStep } from "./watch/spans";

export interface JobWork<Job extends { id: string; reference: string; attempts: number }, Progress> {
  /** The name in log messages. */
  what: string;
  mostAttempts: number;
  claim: () => Promise<Job | null>;
  /** False if it was cancelled or another process took it over. */
  heartbeat: (job: Job, progress: Progress) => Promise<boolean>;
  /** A job's progress before its first report. */
  first: (job: Job) => Progress;
  isNews: (before: Progress, now: Progress) => boolean;
  run: (job: Job, report: (progress: Progress) => Promise<void>) => Promise<void>;
  fail: (job: Job, why: string, again: boolean) => Promise<void>;
  /** A code for why the job can never succeed; null if it may be retried. */
  whyNever: (error: unknown) => string | null;
  /** A code for why the last attempt has failed; `not-made` if there is nothing to say. */
  whyAtLast?: (error: unknown) => string | null;
}

/** Returns whether there was a job. */
export async function runNextJob<Job extends { id: string; reference: string; attempts: number }, Progress>(
  work: JobWork<Job, Progress>,
): Promise<boolean> {
  const job = await work.claim();
  if (!job) return false;
  let progress = work.first(job);
  let isLost = false;
  const heartbeat = async (): Promise<void> => {
    if (!(await work.heartbeat(job, progress))) isLost = true;
  };
  // The heartbeat, also between reports; a failed one is repeated at the next tick.
  const heartbeats = setInterval(() => void heartbeat().catch(() => undefined), HEARTBEAT_MS);
  const report = async (now: Progress): Promise<void> => {
    const isNews = work.isNews(progress, now);
    progress = now;
    if (isNews) await heartbeat();
    if (isLost) throw new JobLost();
  };
  const began = performance.now();
  const over = (outcome: "done" | "failed" | "lost"): void =>
    jobRuns.publish({ kind: work.what, outcome, ms: performance.now() - began });
  try {
    await asStep(work.what, () => work.run(job, report));
    over("done");
  } catch (error) {
    over(error instanceof JobLost ? "lost" : "failed");
    if (error instanceof JobLost) return true;
    const never = work.whyNever(error);
    const isFinal = never !== null || job.attempts >= work.mostAttempts;
    logger.warn({ err: error, reference: job.reference, attempts: job.attempts }, `${work.what} failed`);
    await work.fail(job, never ?? work.whyAtLast?.(error) ?? "not-made", !isFinal);
  } finally {
    clearInterval(heartbeats);
  }
  return true;
}

/** Starts polling for jobs, and cleaning up now and then. Returns at once. */
export function startWorker(
  what: string,
  next: () => Promise<boolean>,
  clearAway: () => Promise<void>,
): void {
  startLoop(what, LOOK_MS, async () => {
    while (!isInstanceStopping() && (await next()));
  });
  startLoop(`${what} to clear away`, CLEAR_MS, clearAway);
}

/** The job was cancelled, or another process took it over. */
class JobLost extends Error {}

const LOOK_MS = 1_000;
const HEARTBEAT_MS = 2_000;
const CLEAR_MS = 60_000;
