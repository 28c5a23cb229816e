// Makes packages for as long as this process runs. A process that dies leaves its job to the next, which restarts it.
import "server-only";
import { randomUUID } from "node:crypto";
import {
  heartbeatJob,
  claimJob,
  failJob,
  findJobsOf,
  findStored,
  forgetStored,
  type ClaimedJob,
} from "@/lib/db/jobs/exports";
import { MOST_ATTEMPTS } from "@/lib/domain/log/export";
import { env } from "@/lib/platform/env";
import { folderStore } from "@/lib/platform/files/folder-store";
import { store } from "@/lib/platform/files/store";
import { isNoRoom } from "@/lib/platform/files/receive-upload";
import { startWorker, runNextJob } from "@/lib/platform/worker";
import type { ReportProgress } from "./build";
import { removeFolder, listPackages, packageName } from "./folder";
import { ExportRefused, ExportUnsealed, makePackage, type Workshop } from "./make";

/** Returns at once. */
export function startExportWorker(given: Pick<Workshop, "seal" | "briefing">): void {
  const workshop = { dataDir: env().DATA_DIR, store: store(), worker: randomUUID(), ...given };
  startWorker(
    "exports",
    () => runExportJob(workshop),
    () => clearAway(workshop),
  );
}

/** Returns whether there was a job. */
export const runExportJob = (workshop: Workshop): Promise<boolean> =>
  runNextJob<ClaimedJob, Parameters<ReportProgress>>({
    what: "an export",
    mostAttempts: MOST_ATTEMPTS,
    claim: () => claimJob(workshop.worker),
    heartbeat: ({ id }, [step, done, total]) =>
      heartbeatJob({ id, worker: workshop.worker }, { step, done, total }),
    first: () => ["READING", 0, null],
    isNews: ([before], [now]) => before !== now,
    run: (job, report) => makePackage(job, workshop, (...progress) => report(progress)),
    fail: ({ id }, why, again) => failJob({ id, worker: workshop.worker }, why, again),
    whyNever: (error) => (error instanceof ExportRefused ? error.message : null),
    whyAtLast: (error) =>
      error instanceof ExportUnsealed ? "not-sealed" : isNoRoom(error) ? "no-room" : null,
  });

/** Removes packages that have expired or belong to no job, and drafts of attempts that died. */
export async function clearAway(workshop: Pick<Workshop, "dataDir" | "store">): Promise<void> {
  await clearFolder(workshop);
  await clearStore(workshop);
}

/** Only on this machine, which has its own drafts. */
async function clearFolder({ dataDir }: Pick<Workshop, "dataDir">): Promise<void> {
  const lying = await listPackages(dataDir);
  const kept = await findJobsOf(lying.map(({ reference }) => reference));
  for (const { reference, hash, place } of lying) {
    const job = kept.get(reference);
    const isWhole = hash !== null && job?.sha256?.startsWith(hash);
    // A running worker may be about to record that it is complete.
    if (!job?.running && !isWhole) await removeFolder(place);
  }
}

async function clearStore({ dataDir, store = folderStore(dataDir) }: Pick<Workshop, "dataDir" | "store">) {
  const stored = await findStored();
  const kept = await findJobsOf(stored.map(({ reference }) => reference));
  for (const one of stored) {
    const job = kept.get(one.reference);
    if (job?.running || job?.sha256 === one.sha256) continue;
    await store.remove(packageName(one));
    await forgetStored(one);
  }
}
