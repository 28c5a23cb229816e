// What a change does outside the record, without an event: passwords, links, second factors, session
// versions. In true time.
import { randomUUID } from "node:crypto";
import type { WebhookPause } from "@/lib/domain/log/webhook";
import type { AccountMailKind } from "@/lib/domain/notices/account-mail";
import { DERIVATION_VERSION } from "@/lib/domain/unresolved/derivation-version";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import type { AttachedFile } from "@/lib/domain/pledge/file";
import type { Transaction } from "../connection";
import { Prisma } from "../generated/client";
import type { Db } from "../prisma";
import { STORED_FILE, storedFile } from "../records/stored-file";
import type { WriteMoment } from "../sql/moment";
import { noteImported, noteTakenBack, type ImportedRow } from "../statements/import-rows";
import { lock } from "../sql/lock";

export interface SentFile {
  sha256: string;
  /** Hash of the text, and whether it is complete; null if nothing was read. */
  read: { sha256: string; whole: boolean } | null;
}

export type TechnicalRows = ReturnType<typeof technicalRows>;

export const technicalRows = (transaction: Transaction, moment: WriteMoment) => ({
  ...accountRows(transaction, moment),
  ...importRows(transaction, moment),
  ...fileRows(transaction, moment),
  /** Nothing is on record yet: all of it will be derived by the rules of this build. */
  noteRules: async () => {
    await transaction.db.derivation.updateMany({
      data: { rules: DERIVATION_VERSION, towards: DERIVATION_VERSION },
    });
  },
});

const accountRows = ({ db }: Transaction, { now }: WriteMoment) => ({
  /** A new password ends the links for setting one. */
  setPasswordHash: async (personId: string, passwordHash: string) => {
    await endLinks(db, personId);
    const set = { passwordHash, changedAt: now };
    await db.credential.upsert({
      where: { personId },
      create: { personId, ...set },
      update: set,
      select: { personId: true },
    });
  },
  /** Ends the links for setting a password that were handed out and not used. */
  endPasswordTokens: (personId: string) => endLinks(db, personId),
  /** Ends open sessions of the person among these; returns how many. */
  endSessions: async (personId: string, which: Pick<Prisma.SessionWhereInput, "id">): Promise<number> => {
    const where = { ...which, personId, revokedAt: null, expiresAt: { gt: now } };
    return (await db.session.updateMany({ where, data: { revokedAt: now } })).count;
  },
  /** Ends every session of the person; tokens and webhooks go on. */
  bumpSessionVersion: async (id: string) => {
    await db.person.updateMany({ where: { id }, data: { sessionVersion: { increment: 1 } } });
  },
  /**
   * Ends everything that acts in the person's name, which may be somebody else's: every session, token and webhook.
   * The person can resume a webhook.
   */
  endAccess: async (id: string) => {
    await db.person.updateMany({ where: { id }, data: { sessionVersion: { increment: 1 } } });
    await db.apiToken.updateMany({ where: { personId: id, revokedAt: null }, data: { revokedAt: now } });
    await db.webhook.updateMany({ where: { personId: id, paused: null }, data: { paused: BY_A_PERSON } });
  },
  /** A new link for setting the password replaces earlier ones. */
  createPasswordToken: async (personId: string, tokenHash: string, hours: number) => {
    await endLinks(db, personId);
    const expiresAt = new Date(now.getTime() + hours * 3_600_000);
    await db.passwordToken.create({ data: { tokenHash, personId, expiresAt }, select: { personId: true } });
  },
  /** Mail to the account's holder. A link in it is made when it is sent, and exists nowhere else. */
  mailAbout: async (personId: string, kind: AccountMailKind) => {
    const data = { id: randomUUID(), personId, kind, nextAt: now, createdAt: now };
    await db.accountMail.create({ data, select: { id: true } });
  },
  /** Uses a link up; false if it isn't this person's, was used, or has expired. */
  usePasswordToken: async (personId: string, tokenHash: string) => {
    const { count } = await db.passwordToken.updateMany({
      where: { tokenHash, personId, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    return count > 0;
  },
  /** The secret is already sealed; `step` is the last one that no longer counts. */
  setSecondFactor: async (personId: string, { secret, step }: { secret: string; step: number }) => {
    const set = { secret, lastStep: step };
    await db.secondFactor.upsert({
      where: { personId },
      create: { personId, ...set },
      update: set,
      select: { personId: true },
    });
  },
  /** With its recovery codes and passkeys. */
  removeSecondFactor: async (personId: string) => {
    await db.passkey.deleteMany({ where: { personId } });
    await db.recoveryCode.deleteMany({ where: { personId } });
    await db.secondFactor.deleteMany({ where: { personId } });
  },
  /** New codes replace all earlier ones. */
  replaceRecoveryCodes: async (personId: string, hashes: readonly string[]) => {
    await db.recoveryCode.deleteMany({ where: { personId } });
    await db.recoveryCode.createMany({ data: hashes.map((codeHash) => ({ personId, codeHash })) });
  },
  /** The session in which a second factor was set up counts as opened with it. */
  markSecondStep: async (id: string) => {
    await db.session.updateMany({ where: { id }, data: { secondStep: true } });
  },
});

const BY_A_PERSON: WebhookPause = "PERSON";

async function endLinks(db: Db, personId: string): Promise<void> {
  await db.passwordToken.deleteMany({ where: { personId, usedAt: null } });
}

const importRows = ({ db }: Transaction, { at }: WriteMoment) => ({
  /** Notes which rows of a file have become pledges, and which were left. */
  noteImported: (id: string, rows: readonly ImportedRow[]) => noteImported(db, id, rows),
  /** Locks the job of a file, and returns whether this worker still has it, and whether it is to stop. */
  lockImport: async (id: string, worker: string): Promise<"go-on" | "stop" | "taken"> => {
    const isMine = Prisma.sql`id = ${id}::uuid AND worker = ${worker}::uuid AND state = 'RUNNING'`;
    if ((await lock(db, "import_job", isMine)).length === 0) return "taken";
    const job = await db.importJob.findUniqueOrThrow({ where: { id }, select: { stopping: true } });
    return job.stopping ? "stop" : "go-on";
  },
  /** Notes which pledges of a file were undone, and which were left. */
  noteTakenBack: (id: string, rows: readonly { number: number; takenBack: boolean }[]) =>
    noteTakenBack(db, id, rows),
  countTakenBack: async (id: string) => {
    const job = await db.importJob.findUnique({ where: { id }, select: { undone: true, kept: true } });
    return { pledges: job?.undone ?? 0, kept: job?.kept ?? 0 };
  },
  /** Ends the job of a file. */
  endImport: async (id: string, state: "DONE" | "CANCELLED" | "UNDONE") => {
    const clock = state === "UNDONE" ? { undoneAt: at } : { importedAt: at };
    await db.importJob.updateMany({
      where: { id },
      data: { state, step: null, total: null, stopping: false, finishedAt: at, ...clock },
    });
  },
});

const fileRows = ({ db }: Transaction, { now }: WriteMoment) => ({
  /**
   * Attaches a file that this person uploaded, and that isn't attached yet, to the record that is saved; null
   * if there is none.
   */
  takeFile: async (
    actor: Pick<Actor, "id" | "name">,
    id: string,
    claimedAt: Instant,
  ): Promise<AttachedFile | null> => {
    const { count } = await db.file.updateMany({
      where: { id, personId: actor.id, attachedAt: null },
      data: { attachedAt: now },
    });
    if (count === 0) return null;
    const file = storedFile(await db.file.findUniqueOrThrow({ where: { id }, select: STORED_FILE }));
    return { id, ...file, by: actor.name, at: claimedAt };
  },
  /**
   * A file that this person uploaded and that isn't attached yet, with the text that was read from it; null
   * if there is none.
   */
  findSent: async (actor: Pick<Actor, "id">, id: string): Promise<SentFile | null> => {
    const isLoose = Prisma.sql`id = ${id}::uuid AND person_id = ${actor.id}::uuid AND attached_at IS NULL`;
    if ((await lock(db, "file", isLoose)).length === 0) return null;
    const { sha256, readSha256, readWhole } = await db.file.findUniqueOrThrow({ where: { id } });
    return {
      sha256,
      read: readSha256 === null ? null : { sha256: readSha256, whole: readWhole === true },
    };
  },
  /** From now on only people who may read retracted files get this one. */
  withholdFile: async (fileId: string) => {
    await db.fileRetraction.create({ data: { fileId, retractedAt: now }, select: { fileId: true } });
  },
});
