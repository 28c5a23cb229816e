// A digest is queued together with the log position it reaches, so each entry is in exactly one.
import "server-only";
import { randomUUID } from "node:crypto";
import { nextDigest } from "@/lib/domain/notices/digest";
import { findMoment } from "../sql/moment";
import { askPrisma, inPrismaTransaction, type Db } from "../prisma";
import { date, instantColumn } from "../records/codec";
import { lockDue } from "../statements/inbox";
import { outboxOf } from "./outbox";

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

export const digestOutbox = outboxOf(
  "digest",
  (db, where, data) => db.digest.updateMany({ where, data }),
  (db, where) => db.digest.deleteMany({ where }),
);
