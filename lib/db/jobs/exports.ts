// The work that leads to a package: asked for, done by whichever process comes first, taken up again where that one ended.
// Technical: what an export is on record for is its event.
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
import {
  date,
  fromJson,
  instantColumn,
  instantOrNull,
  jsonOf,
  numberOrNull,
  oneOfColumn,
  oneOfOrNull,
} from "../records/codec";
import { claim } from "../statements/jobs";
import { failing, underWay, type Mine } from "./running";

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

/** `invalid` where the person has as many open ones as anybody may have. */
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

/** The newest first. */
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

/** Null where it isn't open any more. */
export async function cancelJob(id: string): Promise<ExportJob | null> {
  const [row] = await askPrisma(async (db) => {
    const data = { state: "CANCELLED", finishedAt: (await findMoment(db)).at };
    return db.exportJob.updateManyAndReturn({ where: { id, ...OPEN }, data });
  });
  return row ? jobOf(row) : null;
}

/** What a worker needs: the filter as it was parsed, and the marking. */
export interface ClaimedJob extends ExportJob {
  view: AskedView;
  attempts: number;
  /** Of the register. */
  marking: string;
}

/** The oldest that waits, or that nobody works at any more; null where there is none. */
export async function claimJob(worker: string): Promise<ClaimedJob | null> {
  const id = await claim("export_job", worker, MOST_ATTEMPTS);
  if (id === null) return null;
  return askPrisma(async (db) => {
    const row = await db.exportJob.findUniqueOrThrow({ where: { id } });
    const { marking } = await db.register.findFirstOrThrow({ select: { marking: true } });
    return { ...jobOf(row), view: fromJson(row.view), attempts: row.attempts, marking };
  });
}

/** Says how far it is, and that somebody is at it. False where it was cancelled, or somebody else took it up. */
export const beatJob = (
  mine: Mine,
  progress: { step: JobStep; done: number; total: number | null },
): Promise<boolean> =>
  askPrisma(async (db) => {
    const data = { ...progress, beatAt: (await findMoment(db)).now };
    const { count } = await db.exportJob.updateMany({ where: underWay(mine), data });
    return count > 0;
  });

/** Nothing, where it was cancelled, or somebody else took it up. */
export async function finishJob(
  mine: Mine,
  made: { sha256: string; bytes: number; rows: number; checkpoint: number },
): Promise<void> {
  await askPrisma(async (db) => {
    const { at } = await findMoment(db);
    const expiresAt = new Date(at.getTime() + EXPORT_KEPT_DAYS * 86_400_000);
    await db.exportJob.updateMany({
      where: underWay(mine),
      data: { ...made, state: "DONE", step: null, fault: null, finishedAt: at, expiresAt },
    });
  });
}

export const failJob = (mine: Mine, fault: string, again: boolean): Promise<void> =>
  askPrisma(async (db) => {
    await db.exportJob.updateMany({ where: underWay(mine), data: await failing(db, fault, again) });
  });

/** Of these, which are worked at, and which have a package whose time isn't over. */
export async function findKept(
  references: readonly string[],
): Promise<Map<string, { running: boolean; sha256: string | null }>> {
  if (references.length === 0) return new Map();
  const number = { in: references.map((reference) => Number(reference.slice(3))) };
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

function jobOf(row: ExportJobModel): ExportJob {
  const { what, filter } = fromJson<AskedView>(row.view);
  return {
    id: row.id,
    reference: referenceOf(row.number),
    by: { id: row.personId, name: row.personName },
    view: { what, filter },
    purpose: row.purpose,
    asOf: instantColumn(row.asOf),
    chosen: row.chosen,
    position: Number(row.position),
    state: oneOfColumn(JOB_STATES, row.state),
    step: oneOfOrNull(JOB_STEPS, row.step),
    done: row.done,
    total: row.total,
    fault: row.fault,
    sha256: row.sha256,
    bytes: numberOrNull(row.bytes),
    rows: row.rows,
    checkpoint: numberOrNull(row.checkpoint),
    createdAt: instantColumn(row.createdAt),
    finishedAt: instantOrNull(row.finishedAt),
    expiresAt: instantOrNull(row.expiresAt),
  };
}
