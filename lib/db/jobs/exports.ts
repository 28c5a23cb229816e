// Export jobs: requested, run by any process, resumed by another if that one ends. Technical rows: the record of an
// export is its event.
import "server-only";
import {
  JOB_STATES,
  JOB_STEPS,
  EXPORT_KEPT_DAYS,
  MOST_ATTEMPTS,
  MOST_OPEN_JOBS,
  referenceOf,
  type ExportJob,
  type ExportView,
  type JobStep,
} from "@/lib/domain/log/export";
import type { Instant } from "@/lib/domain/base/day";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { ExportJobModel } from "../generated/models";
import { onceIn } from "../log/idempotency";
import { findMoment, lockName } from "../sql/moment";
import { askPrisma, inPrismaTransaction } from "../prisma";
import { date, fromJson, jsonOf } from "../records/codec";
import { storedAs } from "../records/columns";
import { claim } from "../statements/jobs";
import { failing, underWay, type OwnedJob } from "./running";

/** With the view's parsed filter. */
export interface AskedView extends ExportView {
  asked: unknown;
}

export interface NewJob extends Pick<ExportJob, "id" | "by" | "purpose" | "asOf" | "chosen" | "position"> {
  view: AskedView;
  at: Instant;
}

/** `invalid`: the person has reached the limit of open jobs. */
export function createJob({ by, ...job }: NewJob): Promise<Result<ExportJob>> {
  return inPrismaTransaction(
    async ({ client, db }) => {
      await lockName(db, "export_job");
      return onceIn<ExportJob>(client, async () => {
        const open = await db.exportJob.count({ where: { personId: by.id, ...OPEN } });
        if (open >= MOST_OPEN_JOBS)
          return invalid({ path: "", code: "too-many-exports", params: { max: MOST_OPEN_JOBS } });
        const { _max: last } = await db.exportJob.aggregate({ _max: { number: true } });
        const row = await db.exportJob.create({
          data: {
            id: job.id,
            number: (last.number ?? 0) + 1,
            personId: by.id,
            personName: by.name,
            view: jsonOf(job.view),
            purpose: job.purpose,
            asOf: date(job.asOf),
            chosen: job.chosen,
            position: job.position,
            createdAt: date(job.at),
          },
        });
        return ok(jobOf(row));
      });
    },
    (made) => (made.ok ? "COMMIT" : "ROLLBACK"),
  );
}

/** Newest first. */
export async function findJobs({
  before,
  limit,
}: {
  before: number | null;
  limit: number;
}): Promise<ExportJob[]> {
  const where = before === null ? {} : { number: { lt: before } };
  const rows = await askPrisma((db) =>
    db.exportJob.findMany({ where, orderBy: { number: "desc" }, take: limit }),
  );
  return rows.map(jobOf);
}

export const countJobs = (): Promise<number> => askPrisma((db) => db.exportJob.count());

export async function findJob(id: string): Promise<ExportJob | null> {
  const row = await askPrisma((db) => db.exportJob.findUnique({ where: { id } }));
  return row && jobOf(row);
}

/** Null: it is no longer open. */
export async function cancelJob(id: string): Promise<ExportJob | null> {
  const [row] = await askPrisma(async (db) => {
    const data = { state: "CANCELLED", finishedAt: (await findMoment(db)).at };
    return db.exportJob.updateManyAndReturn({ where: { id, ...OPEN }, data });
  });
  return row ? jobOf(row) : null;
}

/** For a worker: with the parsed filter and the marking. */
export interface ClaimedJob extends ExportJob {
  view: AskedView;
  attempts: number;
  /** The register's. */
  marking: string;
}

/** The oldest job that waits or was abandoned; null: there is none. */
export async function claimJob(worker: string): Promise<ClaimedJob | null> {
  const id = await claim("export_job", worker, MOST_ATTEMPTS);
  if (id === null) return null;
  return askPrisma(async (db) => {
    const row = await db.exportJob.findUniqueOrThrow({ where: { id } });
    const { marking } = await db.register.findFirstOrThrow({ select: { marking: true } });
    return { ...jobOf(row), view: fromJson(row.view), attempts: row.attempts, marking };
  });
}

/** Reports progress and a heartbeat. False: it was cancelled, or another worker took over. */
export const heartbeatJob = (
  mine: OwnedJob,
  progress: { step: JobStep; done: number; total: number | null },
): Promise<boolean> =>
  askPrisma(async (db) => {
    const data = { ...progress, beatAt: (await findMoment(db)).now };
    const { count } = await db.exportJob.updateMany({ where: underWay(mine), data });
    return count > 0;
  });

/** Does nothing if it was cancelled, or another worker took over. */
export async function finishJob(
  mine: OwnedJob,
  { events, ...made }: { sha256: string; bytes: number; rows: number; checkpoint: number; events: number },
): Promise<void> {
  await askPrisma(async (db) => {
    const { at } = await findMoment(db);
    const expiresAt = new Date(at.getTime() + EXPORT_KEPT_DAYS * 86_400_000);
    await db.exportJob.updateMany({
      where: underWay(mine),
      // The last heartbeat's progress may be from before the end.
      data: {
        ...made,
        done: events,
        total: events,
        state: "DONE",
        step: null,
        fault: null,
        finishedAt: at,
        expiresAt,
      },
    });
  });
}

export const failJob = (mine: OwnedJob, fault: string, again: boolean): Promise<void> =>
  askPrisma(async (db) => {
    await db.exportJob.updateMany({ where: underWay(mine), data: await failing(db, fault, again) });
  });

export interface StoredPackage {
  reference: string;
  sha256: string;
}

/** Called before the package is stored, so that it can always be found again. */
export const noteStored = ({ reference, sha256 }: StoredPackage): Promise<void> =>
  askPrisma(async (db) => {
    const data = { number: numberIn(reference), sha256, storedAt: (await findMoment(db)).now };
    await db.storedPackage.createMany({ data: [data], skipDuplicates: true });
  });

/** Packages noted longer ago than storing one can take. */
export const findStored = (): Promise<StoredPackage[]> =>
  askPrisma(async (db) => {
    const before = new Date((await findMoment(db)).now.getTime() - LONGEST_PUT_MS);
    const rows = await db.storedPackage.findMany({ where: { storedAt: { lt: before } } });
    return rows.map(({ number, sha256 }) => ({ reference: referenceOf(number), sha256 }));
  });

/** Called after the package was removed. */
export const forgetStored = ({ reference, sha256 }: StoredPackage): Promise<void> =>
  askPrisma(async (db) => {
    await db.storedPackage.deleteMany({ where: { number: numberIn(reference), sha256 } });
  });

const LONGEST_PUT_MS = 3_600_000;
const numberIn = (reference: string): number => Number(reference.slice(3));

/** Among these, the running jobs and those with an unexpired package. */
export async function findJobsOf(
  references: readonly string[],
): Promise<Map<string, { running: boolean; sha256: string | null }>> {
  if (references.length === 0) return new Map();
  const number = { in: references.map(numberIn) };
  return askPrisma(async (db) => {
    const { at } = await findMoment(db);
    const select = { number: true, state: true, sha256: true, expiresAt: true };
    const rows = await db.exportJob.findMany({ where: { number }, select });
    return new Map(
      rows.map(({ state, sha256, expiresAt, ...row }) => [
        referenceOf(row.number),
        { running: state === "RUNNING", sha256: expiresAt && expiresAt > at ? sha256 : null },
      ]),
    );
  });
}

const OPEN = { state: { in: ["WAITING", "RUNNING"] } };

const FIELDS = storedAs<ExportJob, ExportJobModel>()({
  asIs: ["id", "purpose", "chosen", "done", "total", "fault", "sha256", "rows"],
  numbers: ["position", "bytes", "checkpoint"],
  instants: ["asOf", "createdAt", "finishedAt", "expiresAt"],
  codes: { state: JOB_STATES, step: JOB_STEPS },
});

function jobOf(row: ExportJobModel): ExportJob {
  const { what, filter } = fromJson<AskedView>(row.view);
  return {
    ...FIELDS.read(row),
    reference: referenceOf(row.number),
    by: { id: row.personId, name: row.personName },
    view: { what, filter },
  };
}
