// Makes packages for as long as this process runs, one at a time; several processes share the work. One that ended in the
// middle leaves its job to the next, which begins it again.
import "server-only";
import { randomUUID } from "node:crypto";
import { beatJob, claimJob, failJob, findKept } from "@/lib/db/export-jobs";
import { MOST_ATTEMPTS } from "@/lib/domain/export";
import { env } from "@/lib/env";
import { logger } from "@/lib/log";
import { ExportRefused, makePackage, type Workshop } from "./make";
import type { Tell } from "./build";
import { remove, whatLies } from "./folder";

/** Outlives a reload of the module in development. */
const shared = globalThis as typeof globalThis & { exportsGoOn?: true };

/** Answers at once. */
export function keepExporting(seal: Workshop["seal"]): void {
  if (shared.exportsGoOn) return;
  shared.exportsGoOn = true;
  const workshop = { dataDir: env().DATA_DIR, worker: randomUUID(), seal };
  void look(workshop);
}

/** The next job, if there is one; whether there was. */
export async function workOn(workshop: Workshop): Promise<boolean> {
  const job = await claimJob(workshop.worker);
  if (!job) return false;
  const mine = { id: job.id, worker: workshop.worker };
  let told: Parameters<Tell> = ["READING", 0, null];
  let isTaken = false;
  const beat = async (): Promise<void> => {
    const [step, done, total] = told;
    if (!(await beatJob(mine, { step, done, total }))) isTaken = true;
  };
  // A sign of life, also while nothing is told; what the database doesn't hear is said again.
  const beating = setInterval(() => void beat().catch(() => undefined), BEAT_MS);
  const tell: Tell = async (...now) => {
    const isNew = now[0] !== told[0];
    told = now;
    if (isNew) await beat();
    if (isTaken) throw new Taken();
  };
  try {
    await makePackage(job, workshop, tell);
  } catch (error) {
    if (error instanceof Taken) return true;
    const isFinal = error instanceof ExportRefused || job.attempts >= MOST_ATTEMPTS;
    logger.warn({ err: error, reference: job.reference, attempts: job.attempts }, "an export failed");
    const why = error instanceof ExportRefused ? error.message : "it could not be made";
    await failJob(mine, why, !isFinal);
  } finally {
    clearInterval(beating);
  }
  return true;
}

/** Packages whose time is over or that are nobody's, and what an attempt left that ended in the middle. */
export async function clearAway({ dataDir }: Pick<Workshop, "dataDir">): Promise<void> {
  const lying = await whatLies(dataDir);
  const kept = await findKept(lying.map(({ reference }) => reference));
  for (const { reference, hash, place } of lying) {
    const job = kept.get(reference);
    if (hash === null ? !job?.running : !job?.sha256?.startsWith(hash)) await remove(place);
  }
}

/** It was cancelled, or another process took it up. */
class Taken extends Error {}

const LOOK_MS = 1_000;
const BEAT_MS = 2_000;
const CLEAR_MS = 60_000;

let clearedAt = -Infinity;

async function look(workshop: Workshop): Promise<void> {
  try {
    while (await workOn(workshop));
    if (performance.now() - clearedAt > CLEAR_MS) {
      clearedAt = performance.now();
      await clearAway(workshop);
    }
  } catch (error) {
    logger.warn({ err: error }, "exports have to wait");
  }
  setTimeout(() => void look(workshop), LOOK_MS).unref();
}
