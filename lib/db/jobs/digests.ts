// The outbox. A digest is queued together with the log position it reaches, so each entry is in exactly one. Any
// process may send it, and another takes over if that one ends.
import "server-only";
import { randomUUID } from "node:crypto";
import { nextDigest, REFUSED_AFTER_HOURS, secondsToRetry } from "@/lib/domain/notices/digest";
import { findMoment, hoursBefore } from "../sql/moment";
import { askPrisma, inPrismaTransaction, type Db } from "../prisma";
import { date, instantColumn } from "../records/codec";
import { lockDue, type ClaimedDigest } from "../statements/inbox";

/** Queues all due digests, each with its next time; returns how many. */
export async function queueDueDigests(host: string): Promise<number> {
  let queued = 0;
  for (const { personId } of await askPrisma(findDue)) {
    const isQueued = await inPrismaTransaction(
      ({ db }) => queueDigest(db, personId, host),
      () => "COMMIT",
    );
    if (isQueued) queued += 1;
  }
  return queued;
}

/** The longest overdue first; everyone gets an inbox the first time. */
async function findDue(db: Db): Promise<{ personId: string }[]> {
  const people = await db.person.findMany({
    where: { disabledAt: null, role: { not: "ADMIN" }, inbox: null },
    select: { id: true },
  });
  await db.inbox.createMany({ data: people.map(({ id: personId }) => ({ personId })), skipDuplicates: true });
  const { now } = await findMoment(db);
  return db.inbox.findMany({
    where: { digest: true, person: { disabledAt: null }, OR: [{ dueAt: null }, { dueAt: { lte: now } }] },
    orderBy: [{ dueAt: "asc" }, { personId: "asc" }],
    select: { personId: true },
  });
}

/** Queues nothing if there is nothing unread, or another process was first. */
async function queueDigest(db: Db, personId: string, host: string): Promise<boolean> {
  const due = await lockDue(db, personId);
  if (!due) return false;
  const dueAt = date(nextDigest(instantColumn(due.now), due.hour, due.timeZone));
  const { isNew, writtenTo: afterSeq, head: toSeq } = due;
  await db.inbox.updateMany({ where: { personId }, data: { dueAt, writtenTo: isNew ? afterSeq : toSeq } });
  if (isNew) return false;
  const unread = await db.notice.findFirst({
    where: { personId, seq: { gt: afterSeq, lte: toSeq }, readAt: null },
    select: { seq: true },
  });
  if (!unread) return false;
  const id = randomUUID();
  const messageId = `<digest.${id}@${host}>`;
  const data = { id, personId, afterSeq, toSeq, messageId, nextAt: due.now, createdAt: due.now };
  await db.digest.create({ data, select: { id: true } });
  return true;
}

/** Accepted by a server, or nothing left to send. */
export async function endDigest(id: string, state: "SENT" | "EMPTY"): Promise<void> {
  await askPrisma(async (db) => {
    const { now: endedAt } = await findMoment(db);
    await db.digest.updateMany({ where: { id, state: "WAITING" }, data: { state, endedAt } });
  });
}

/** Retries with growing delays; gives up once a server has refused permanently for days. */
export async function delayDigest(
  { id, attempts }: Pick<ClaimedDigest, "id" | "attempts">,
  { text, isFinal }: { text: string; isFinal: boolean },
): Promise<void> {
  // Spreads the retries out.
  const seconds = secondsToRetry(attempts) * (0.9 + Math.random() * 0.2);
  await askPrisma(async (db) => {
    const { now } = await findMoment(db);
    const where = { id, state: "WAITING" };
    const nextAt = new Date(now.getTime() + seconds * 1_000);
    const data = { fault: text.slice(0, 300), faultAt: now, nextAt };
    if (isFinal)
      await db.digest.updateMany({
        where: { ...where, createdAt: { lt: hoursBefore(now, REFUSED_AFTER_HOURS) } },
        data: { ...data, state: "REFUSED", endedAt: now },
      });
    await db.digest.updateMany({ where, data });
  });
}

/** Sent mails are remembered for ninety days. */
export async function forgetDigests(): Promise<void> {
  await askPrisma(async (db) => {
    const endedAt = { lt: hoursBefore((await findMoment(db)).now, 90 * 24) };
    await db.digest.deleteMany({ where: { state: { not: "WAITING" }, endedAt } });
  });
}
