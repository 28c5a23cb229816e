// Import jobs. Technical rows: the record of an import is its event, and each of its pledges has its own.
import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import {
  IMPORT_STATES,
  IMPORT_STEPS,
  importReference,
  IMPORT_KEPT_DAYS,
  MOST_OPEN_IMPORTS,
  type ImportJob,
  type ImportStep,
} from "@/lib/domain/import/import";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { FileForm } from "@/lib/domain/import/file-form";
import type { ImportColumns } from "@/lib/domain/import/import-columns";
import type { FileValues } from "@/lib/domain/import/file-answers";
import { Prisma } from "../generated/client";
import type { ImportJobModel } from "../generated/models";
import { findMoment, hoursBefore, lockName } from "../sql/moment";
import { askPrisma, inPrismaTransaction } from "../prisma";
import { onceIn } from "../log/idempotency";
import { date, fromJson, jsonOf } from "../records/codec";
import { storedAs } from "../records/columns";
import { claim } from "../statements/jobs";
import { failing, underWay, type OwnedJob } from "./running";

export interface NewImportJob {
  id: string;
  by: { id: string; name: string };
  file: ImportJob["file"];
  header: string[];
  at: Instant;
}

/**
 * Null: the person has reached the limit. The rows follow; until all are stored, the job doesn't count them and isn't
 * shown.
 */
export function createImport({ id, by, file, header, at }: NewImportJob): Promise<ImportJob | null> {
  return inPrismaTransaction(
    async ({ db }) => {
      const moment = await lockName(db, "import_job");
      const open = await db.importJob.count({
        where: {
          personId: by.id,
          state: { in: ["READ", "WAITING", "RUNNING", "CHECKED"] },
          rows: { gt: 0 },
          // A file that waits for another desk counts as that desk's.
          desk: { isEmpty: true },
          createdAt: { gt: hoursBefore(moment.at, 24) },
        },
      });
      if (open >= MOST_OPEN_IMPORTS) return null;
      const { _max: last } = await db.importJob.aggregate({ _max: { number: true } });
      const row = await db.importJob.create({
        data: {
          id,
          number: (last.number ?? 0) + 1,
          personId: by.id,
          personName: by.name,
          fileName: file.name,
          bytes: file.bytes,
          sha256: file.sha256,
          form: jsonOf(file.form),
          header,
          rows: 0,
          createdAt: date(at),
        },
      });
      return jobOf(row);
    },
    (made) => (made ? "COMMIT" : "ROLLBACK"),
  );
}

export async function findImportJob(id: string): Promise<ImportJob | null> {
  const row = await askPrisma((db) => db.importJob.findUnique({ where: { id } }));
  return row && jobOf(row);
}

/**
 * All rows are stored; only now are the header and the form fully known, and is the job shown. Another job if the same
 * upload, sent again meanwhile, was finished first. `invalid`: it has no rows.
 */
export function finishReading(
  id: string,
  { header, form }: Pick<ImportJob, "header"> & { form: FileForm },
): Promise<Result<ImportJob>> {
  return inPrismaTransaction(
    ({ client, db }) =>
      onceIn<ImportJob>(client, async () => {
        const rows = await db.importRow.count({ where: { importId: id } });
        if (rows === 0) return invalid({ path: "file", code: "no-rows" });
        return ok(
          jobOf(await db.importJob.update({ where: { id }, data: { rows, header, form: jsonOf(form) } })),
        );
      }),
    (finished) => (finished.ok ? "COMMIT" : "ROLLBACK"),
  );
}

/** Starts a step, if none is running and the state allows it; otherwise null. */
export const beginStep = (
  id: string,
  step: ImportStep,
  { actor, reason, set, owner }: StepRequest,
): Promise<ImportJob | null> =>
  changed(
    { id, ...BEFORE[step] },
    {
      state: "WAITING",
      step,
      done: 0,
      total: null,
      attempts: 0,
      fault: null,
      stopping: false,
      finishedAt: null,
      actor: jsonOf(actor),
      reason,
      ...(set && { columns: jsonOf(set.columns), fileValues: jsonOf(set.values) }),
      ...(owner && { personId: owner.id, personName: owner.name }),
    },
  );

interface StepRequest {
  actor: Actor;
  reason: string | null;
  set?: { columns: ImportColumns; values: FileValues };
  /** Who takes over a file that waits for their desk. */
  owner?: Pick<Actor, "id" | "name"> | null;
}

/** A waiting trial or import ends immediately; a running one after its current batch. Null: none is open. */
export const stopStep = (id: string): Promise<ImportJob | null> =>
  changed({ id, state: { in: ["WAITING", "RUNNING"] }, step: { not: "UNDOING" } }, { stopping: true });

export interface ClaimedImport extends ImportJob {
  attempts: number;
  step: ImportStep;
  /** Who requested this step, with their role at that time. */
  actor: Actor;
  reason: string | null;
}

export async function claimImport(worker: string, mostAttempts: number): Promise<ClaimedImport | null> {
  const id = await claim("import_job", worker, mostAttempts);
  if (id === null) return null;
  const row = await askPrisma((db) => db.importJob.findUniqueOrThrow({ where: { id } }));
  const { attempts, reason } = row;
  const job = jobOf(row);
  return { ...job, step: job.step ?? "CHECKING", attempts, actor: fromJson(row.actor), reason };
}

export const heartbeatImport = (
  mine: OwnedJob,
  progress: { step: ImportStep; done: number; total: number | null },
): Promise<boolean> =>
  askPrisma(async (db) => {
    const data = { ...progress, beatAt: (await findMoment(db)).now };
    const { count } = await db.importJob.updateMany({ where: underWay(mine), data });
    return count > 0;
  });

export const failImport = (mine: OwnedJob, fault: string, again: boolean): Promise<void> =>
  askPrisma(async (db) => {
    await db.importJob.updateMany({ where: underWay(mine), data: await failing(db, fault, again) });
  });

export async function isStopping(id: string): Promise<boolean> {
  const select = { stopping: true };
  const row = await askPrisma((db) => db.importJob.findUnique({ where: { id }, select }));
  return row?.stopping ?? true;
}

/** A trial begins: log entries after this one must be checked again. */
export async function beginTrial(mine: OwnedJob): Promise<void> {
  await askPrisma(async (db) => {
    const head = await db.head.findFirst({ select: { seq: true } });
    await db.importJob.updateMany({
      where: underWay(mine),
      data: { lookedTo: head && head.seq },
    });
  });
}

/** The last log entry that every row was tried against. */
export async function triedUpTo(id: string): Promise<number> {
  const select = { lookedTo: true };
  const row = await askPrisma((db) => db.importJob.findUnique({ where: { id }, select }));
  return Number(row?.lookedTo ?? 0);
}

/** The trial is over, or was stopped and can start again. */
export async function finishDryRun(mine: OwnedJob, stopped: boolean): Promise<void> {
  await askPrisma(async (db) => {
    const ended = stopped ? { state: "READ" } : { state: "CHECKED", checkedAt: (await findMoment(db)).at };
    await db.importJob.updateMany({
      where: underWay(mine),
      data: { ...ended, step: null, total: null, stopping: false },
    });
  });
}

/** Deletes abandoned files without results, and those not read to the end. */
export async function clearAwayImports(): Promise<void> {
  await askPrisma(async (db) => {
    const { at } = await findMoment(db);
    await db.importJob.deleteMany({
      where: {
        ...CAME_TO_NOTHING,
        OR: [
          { rows: 0, createdAt: { lt: hoursBefore(at, 1) } },
          { createdAt: { lt: hoursBefore(at, IMPORT_KEPT_DAYS * 24) } },
        ],
      },
    });
  });
}

/** Drops a file that isn't read to the end. */
export async function dropImport(id: string): Promise<void> {
  await askPrisma((db) => db.importJob.deleteMany({ where: { id, state: "READ", imported: 0 } }));
}

/** At its owner's request; false: it has results, or a step is running. */
export async function discardImport(id: string): Promise<boolean> {
  const where = { id, ...CAME_TO_NOTHING };
  const { count } = await askPrisma((db) => db.importJob.deleteMany({ where }));
  return count > 0;
}

async function changed(
  where: Prisma.ImportJobWhereInput,
  data: Prisma.ImportJobUpdateManyMutationInput,
): Promise<ImportJob | null> {
  const [row] = await askPrisma((db) => db.importJob.updateManyAndReturn({ where, data }));
  return row ? jobOf(row) : null;
}

const CAME_TO_NOTHING = { imported: 0, state: { in: ["READ", "CHECKED", "FAILED"] } };

const BEFORE: Readonly<Record<ImportStep, Prisma.ImportJobWhereInput>> = {
  CHECKING: { ...CAME_TO_NOTHING, importedAt: null },
  IMPORTING: {
    OR: [{ state: "CHECKED" }, { state: "FAILED", counts: { not: Prisma.DbNull } }],
    importedAt: null,
  },
  UNDOING: { state: { in: ["DONE", "CANCELLED", "FAILED"] }, imported: { gt: 0 } },
};

const FIELDS = storedAs<ImportJob, ImportJobModel>()({
  asIs: [
    "id",
    "header",
    "rows",
    "done",
    "total",
    "fault",
    "stopping",
    "proposals",
    "imported",
    "undone",
    "kept",
  ],
  json: ["columns", "counts"],
  instants: ["createdAt", "checkedAt", "importedAt", "undoneAt", "finishedAt"],
  codes: { state: IMPORT_STATES, step: IMPORT_STEPS },
});

export const jobOf = (row: ImportJobModel): ImportJob => ({
  ...FIELDS.read(row),
  reference: importReference(row.number),
  by: { id: row.personId, name: row.personName },
  handed:
    row.handedBy === null
      ? null
      : {
          by: fromJson(row.handedBy),
          desk: row.desk,
          from: row.handedFrom === null ? null : importReference(row.handedFrom),
        },
  file: { name: row.fileName, bytes: row.bytes, sha256: row.sha256, form: fromJson(row.form) },
  values: fromJson(row.fileValues),
  askedBy: fromJson<Actor | null>(row.actor)?.id ?? null,
});
