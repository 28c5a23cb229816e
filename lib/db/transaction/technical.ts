// What a change does besides the record, and no event tells: passwords, links, second factors, sessions' versions. On the
// true clock.
import type { Actor } from "@/lib/domain/actor";
import type { Instant } from "@/lib/domain/day";
import type { AttachedFile } from "@/lib/domain/file";
import type { Transaction } from "../connection";
import { Prisma } from "../generated/client";
import { KEPT, keptFile } from "../jobs/files";
import type { Moment } from "../moment";
import { noteImported, noteTakenBack, type ImportedRow } from "../statements/import-rows";
import { lock } from "../tx/lock";

export interface Technical {
  setPasswordHash(personId: string, hash: string): Promise<void>;
  /** Ends every session of the person. */
  bumpSessionVersion(personId: string): Promise<void>;
  /** A new link for setting the password takes the place of earlier ones. */
  createPasswordToken(personId: string, tokenHash: string, hours: number): Promise<void>;
  /** Uses a link up; false when it isn't this person's, was used, or is over. */
  usePasswordToken(personId: string, tokenHash: string): Promise<boolean>;
  /** The secret is sealed already; `step` is the last one that doesn't count any more. */
  setSecondFactor(personId: string, factor: { secret: string; step: number }): Promise<void>;
  /** With its recovery codes. */
  removeSecondFactor(personId: string): Promise<void>;
  /** New codes take the place of all earlier ones. */
  replaceRecoveryCodes(personId: string, hashes: readonly string[]): Promise<void>;
  /** Rows of a file have become pledges, or were left, and the job stands where it says. Answers whether it may go on. */
  noteImported(id: string, rows: readonly ImportedRow[]): Promise<void>;
  /** Locks the work on a file: whether this worker is at it still, and whether it is to stop. */
  lockImport(id: string, worker: string): Promise<"go-on" | "stop" | "taken">;
  /** Pledges of a file were taken back, or left. */
  noteTakenBack(id: string, rows: readonly { number: number; takenBack: boolean }[]): Promise<void>;
  countTakenBack(id: string): Promise<{ pledges: number; kept: number }>;
  /** The work on a file is over. */
  endImport(id: string, state: "DONE" | "CANCELLED" | "UNDONE"): Promise<void>;
  /** The session in which a second factor was set up counts as opened with it. */
  markSecondStep(session: string): Promise<void>;
  /** A file that this person sent and that hangs on nothing yet, to be told of by the record that is saved; null where there is none. */
  takeFile(actor: Pick<Actor, "id" | "name">, id: string, at: Instant): Promise<AttachedFile | null>;
  /** A file that this person sent and that hangs on nothing yet, with what was read out of it; null where there is none. */
  findSent(actor: Pick<Actor, "id">, id: string): Promise<SentFile | null>;
  /** From now on a file is given to those alone who may have what was retracted. */
  withholdFile(id: string): Promise<void>;
}

export interface SentFile {
  sha256: string;
  /** Hash of the text, and whether that is all there is; null where nothing was read. */
  read: { sha256: string; whole: boolean } | null;
}

export function technical({ db }: Transaction, { now, at }: Moment): Technical {
  return {
    setPasswordHash: async (personId, passwordHash) => {
      const set = { passwordHash, changedAt: now };
      await db.credential.upsert({
        where: { personId },
        create: { personId, ...set },
        update: set,
        select: { personId: true },
      });
    },
    bumpSessionVersion: async (id) => {
      await db.person.updateMany({ where: { id }, data: { sessionVersion: { increment: 1 } } });
    },
    createPasswordToken: async (personId, tokenHash, hours) => {
      await db.passwordToken.deleteMany({ where: { personId, usedAt: null } });
      const expiresAt = new Date(now.getTime() + hours * 3_600_000);
      await db.passwordToken.create({ data: { tokenHash, personId, expiresAt }, select: { personId: true } });
    },
    usePasswordToken: async (personId, tokenHash) => {
      const { count } = await db.passwordToken.updateMany({
        where: { tokenHash, personId, usedAt: null, expiresAt: { gt: now } },
        data: { usedAt: now },
      });
      return count > 0;
    },
    setSecondFactor: async (personId, { secret, step }) => {
      const set = { secret, lastStep: step };
      await db.secondFactor.upsert({
        where: { personId },
        create: { personId, ...set },
        update: set,
        select: { personId: true },
      });
    },
    removeSecondFactor: async (personId) => {
      await db.recoveryCode.deleteMany({ where: { personId } });
      await db.secondFactor.deleteMany({ where: { personId } });
    },
    replaceRecoveryCodes: async (personId, hashes) => {
      await db.recoveryCode.deleteMany({ where: { personId } });
      await db.recoveryCode.createMany({ data: hashes.map((codeHash) => ({ personId, codeHash })) });
    },
    noteImported: (id, rows) => noteImported(db, id, rows),
    lockImport: async (id, worker) => {
      const isMine = Prisma.sql`id = ${id}::uuid AND worker = ${worker}::uuid AND state = 'RUNNING'`;
      if ((await lock(db, "import_job", isMine)).length === 0) return "taken";
      const job = await db.importJob.findUniqueOrThrow({ where: { id }, select: { stopping: true } });
      return job.stopping ? "stop" : "go-on";
    },
    noteTakenBack: (id, rows) => noteTakenBack(db, id, rows),
    countTakenBack: async (id) => {
      const job = await db.importJob.findUnique({ where: { id }, select: { undone: true, kept: true } });
      return { pledges: job?.undone ?? 0, kept: job?.kept ?? 0 };
    },
    endImport: async (id, state) => {
      const clock = state === "UNDONE" ? { undoneAt: at } : { importedAt: at };
      await db.importJob.updateMany({
        where: { id },
        data: { state, step: null, total: null, stopping: false, finishedAt: at, ...clock },
      });
    },
    markSecondStep: async (id) => {
      await db.session.updateMany({ where: { id }, data: { secondStep: true } });
    },
    takeFile: async (actor, id, takenAt) => {
      const { count } = await db.file.updateMany({
        where: { id, personId: actor.id, attachedAt: null },
        data: { attachedAt: now },
      });
      if (count === 0) return null;
      const file = keptFile(await db.file.findUniqueOrThrow({ where: { id }, select: KEPT }));
      return { id, ...file, by: actor.name, at: takenAt };
    },
    findSent: async (actor, id) => {
      const isLoose = Prisma.sql`id = ${id}::uuid AND person_id = ${actor.id}::uuid AND attached_at IS NULL`;
      if ((await lock(db, "file", isLoose)).length === 0) return null;
      const { sha256, readSha256, readWhole } = await db.file.findUniqueOrThrow({ where: { id } });
      return {
        sha256,
        read: readSha256 === null ? null : { sha256: readSha256, whole: readWhole === true },
      };
    },
    withholdFile: async (fileId) => {
      await db.fileRetraction.create({ data: { fileId, retractedAt: now }, select: { fileId: true } });
    },
  };
}
