// The outbox. A digest is written together with the place in the log that it reaches, so no entry is in two and none is left
// out; it is sent by whichever process comes first, and by another where that one ended.
import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/domain/actor";
import { nextDigest, REFUSED_AFTER_HOURS, secondsToRetry, type MailStanding } from "@/lib/domain/digest";
import { findMoment } from "../moment";
import { askPrisma, inPrismaTransaction, type Work } from "../prisma";
import { ask } from "../read/ask";
import { raw, sql } from "../read/sql";
import { date, instant } from "../records/codec";

/** Writes the digests of all who are due, each with their next time; answers how many there are to send. */
export async function writeDueDigests(host: string): Promise<number> {
  await ask(sql`
    INSERT INTO inbox (person_id)
    SELECT p.id FROM person p WHERE p.disabled_at IS NULL AND p.role <> 'ADMIN'
       AND NOT EXISTS (SELECT FROM inbox i WHERE i.person_id = p.id)
    ON CONFLICT DO NOTHING`);
  const due = await ask<{ id: string }>(sql`
    SELECT i.person_id AS id FROM inbox i JOIN person p ON p.id = i.person_id
     WHERE i.digest AND p.disabled_at IS NULL AND (i.due_at IS NULL OR i.due_at <= now()) ORDER BY i.due_at, i.person_id`);
  let written = 0;
  for (const { id } of due) {
    const isWritten = await inPrismaTransaction(
      (work) => writeDigest(work, id, host),
      () => "COMMIT",
    );
    if (isWritten) written += 1;
  }
  return written;
}

interface DueRow {
  hour: number;
  timeZone: string;
  isNew: boolean;
  now: Date;
  writtenTo: string;
  head: string;
}

/** Whoever comes second finds it done. Nothing where nothing unread has come. */
async function writeDigest({ client, db }: Work, personId: string, host: string): Promise<boolean> {
  const { rows } = await client.query<DueRow>(
    `SELECT i.hour, coalesce(i.time_zone, r.time_zone) AS "timeZone", i.due_at IS NULL AS "isNew", now() AS now,
            i.written_to AS "writtenTo", (SELECT seq FROM audit.head) AS head
       FROM inbox i, register r
      WHERE i.person_id = $1 AND i.digest AND (i.due_at IS NULL OR i.due_at <= now()) FOR UPDATE OF i SKIP LOCKED`,
    [personId],
  );
  const [due] = rows;
  if (!due) return false;
  const dueAt = date(nextDigest(instant(due.now), due.hour, due.timeZone));
  const [afterSeq, toSeq] = [BigInt(due.writtenTo), BigInt(due.head)];
  const writtenTo = due.isNew ? afterSeq : toSeq;
  await db.inbox.updateMany({ where: { personId }, data: { dueAt, writtenTo } });
  if (due.isNew) return false;
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

/** What a sender is told: for whom, as they are now, and which entries. */
export interface ClaimedDigest {
  id: string;
  messageId: string;
  after: number;
  to: number;
  attempts: number;
  /** Null for an account that is out of use, or that wants none any more. */
  person: Actor | null;
  /** Theirs, or the register's. */
  timeZone: string;
  marking: string;
  /** What else the register says of itself: a demonstration runs on a clock of its own. */
  demonstration: boolean;
}

/** The next to send; nobody else takes it for so long. Null where none is due. */
export async function claimDigest(leaseMs: number): Promise<ClaimedDigest | null> {
  const [row] = await ask<Omit<ClaimedDigest, "person"> & { person: Actor | null }>(sql`
    WITH claimed AS (
      UPDATE digest SET attempts = attempts + 1, next_at = now() + ${leaseMs} * interval '1 millisecond'
       WHERE id = (SELECT id FROM digest WHERE state = 'WAITING' AND next_at <= now()
                    ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING *)
    SELECT c.id, c.message_id AS "messageId", c.after_seq::float8 AS after, c.to_seq::float8 AS to, c.attempts,
           CASE WHEN p.disabled_at IS NULL AND coalesce(i.digest, true) THEN json_build_object('id', p.id, 'email', p.email, 'name', p.name, 'role', p.role,
             'desk', p.desk, 'sealed', p.sealed, 'language', p.language,
             'session', NULL, 'request', NULL) END AS person,
           coalesce(i.time_zone, r.time_zone) AS "timeZone", r.marking, r.demonstration
      FROM claimed c JOIN person p ON p.id = c.person_id LEFT JOIN inbox i ON i.person_id = p.id CROSS JOIN register r`);
  return row ?? null;
}

/** Taken by a server, or with nothing in it any more. */
export async function endDigest(id: string, state: "SENT" | "EMPTY"): Promise<void> {
  await askPrisma(async (db) => {
    const { now: endedAt } = await findMoment(db);
    await db.digest.updateMany({ where: { id, state: "WAITING" }, data: { state, endedAt } });
  });
}

/** To be tried again, later each time; given up where a server has said no for good for days. */
export async function delayDigest(
  { id, attempts }: Pick<ClaimedDigest, "id" | "attempts">,
  { text, isFinal }: { text: string; isFinal: boolean },
): Promise<void> {
  const ends = sql`${isFinal} AND created_at < now() - ${REFUSED_AFTER_HOURS} * interval '1 hour'`;
  await ask(sql`
    UPDATE digest SET fault = ${text.slice(0, 300)}, fault_at = now(),
           next_at = now() + ${secondsToRetry(attempts)} * (0.9 + random() * 0.2) * interval '1 second',
           state = CASE WHEN ${ends} THEN 'REFUSED' ELSE state END, ended_at = CASE WHEN ${ends} THEN now() END
     WHERE id = ${id}::uuid AND state = 'WAITING'`);
}

/** What was sent is known for ninety days. */
export async function forgetDigests(): Promise<void> {
  await ask(sql`DELETE FROM digest WHERE state <> 'WAITING' AND ended_at < now() - interval '90 days'`);
}

export async function findMailStanding(): Promise<MailStanding> {
  const [row] = await ask<MailStanding>(sql`
    SELECT (SELECT count(*)::int FROM digest WHERE state = 'WAITING') AS waiting,
           (SELECT ${shown("min(created_at)")} FROM digest WHERE state = 'WAITING') AS since,
           (SELECT json_build_object('at', ${shown("fault_at")}, 'text', fault) FROM digest
             WHERE state = 'WAITING' AND fault IS NOT NULL ORDER BY fault_at DESC LIMIT 1) AS fault,
           (SELECT ${shown("max(ended_at)")} FROM digest WHERE state = 'SENT') AS "lastSentAt",
           (SELECT count(*)::int FROM digest WHERE state = 'REFUSED' AND ended_at > now() - interval '30 days') AS refused`);
  return row ?? { waiting: 0, since: null, fault: null, lastSentAt: null, refused: 0 };
}

/** Mails go on the true clock; what is shown of them is moved to the register's. */
const shown = (moment: string) => raw(`audit.instant(${moment} + (register_now() - now()))`);
