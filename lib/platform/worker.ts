// Does jobs for as long as this process runs, one at a time; several processes share the work. One that ended in the middle
// leaves its job to the next.
import { startLoop } from "./background";
import { logger } from "./log";

export interface JobWork<Job extends { id: string; reference: string; attempts: number }, Told> {
  /** In the words of the log. */
  what: string;
  mostAttempts: number;
  claim: () => Promise<Job | null>;
  /** False where it was cancelled, or somebody else took it up. */
  beat: (job: Job, told: Told) => Promise<boolean>;
  /** What a job says of itself before it says anything. */
  first: (job: Job) => Told;
  isNews: (before: Told, now: Told) => boolean;
  run: (job: Job, tell: (told: Told) => Promise<void>) => Promise<void>;
  fail: (job: Job, why: string, again: boolean) => Promise<void>;
  /** Why it can't be done at all, as a code; null where it may be tried again. */
  whyNever: (error: unknown) => string | null;
}

/** The next job, if there is one; whether there was. */
export async function runNextJob<Job extends { id: string; reference: string; attempts: number }, Told>(
  work: JobWork<Job, Told>,
): Promise<boolean> {
  const job = await work.claim();
  if (!job) return false;
  let told = work.first(job);
  let isTaken = false;
  const beat = async (): Promise<void> => {
    if (!(await work.beat(job, told))) isTaken = true;
  };
  // A sign of life, also while nothing is told; what the database doesn't hear is said again.
  const beating = setInterval(() => void beat().catch(() => undefined), BEAT_MS);
  const tell = async (now: Told): Promise<void> => {
    const isNews = work.isNews(told, now);
    told = now;
    if (isNews) await beat();
    if (isTaken) throw new Taken();
  };
  try {
    await work.run(job, tell);
  } catch (error) {
    if (error instanceof Taken) return true;
    const never = work.whyNever(error);
    const isFinal = never !== null || job.attempts >= work.mostAttempts;
    logger.warn({ err: error, reference: job.reference, attempts: job.attempts }, `${work.what} failed`);
    await work.fail(job, never ?? "not-made", !isFinal);
  } finally {
    clearInterval(beating);
  }
  return true;
}

/** Looks for jobs from now on, and now and then for what to clear away. Answers at once. */
export function startWorker(
  what: string,
  next: () => Promise<boolean>,
  clearAway: () => Promise<void>,
): void {
  startLoop(what, LOOK_MS, async () => {
    while (await next());
  });
  startLoop(`${what} to clear away`, CLEAR_MS, clearAway);
}

/** It was cancelled, or another process took it up. */
class Taken extends Error {}

const LOOK_MS = 1_000;
const BEAT_MS = 2_000;
const CLEAR_MS = 60_000;
