// Watches, notices and mails: limits counted in the same statement, and rows shared among processes.
import type { Actor } from "@/lib/domain/people/actor";
import { NOTICE_DAYS } from "@/lib/domain/notices/notice";
import { MOST_WATCHES, topicName, type Topic } from "@/lib/domain/people/watch";
import { heldUntil } from "@/lib/domain/people/power";
import { instantOrNull } from "../records/codec";
import { findMoment, hoursBefore } from "../sql/moment";
import { askPrisma, type Db } from "../prisma";

/** False: the person has reached the limit. Watching again changes nothing. */
export async function beginWatch(personId: string, topic: Topic): Promise<boolean> {
  const [row] = await askPrisma(
    (db) => db.$queryRaw<{ watches: boolean }[]>`
      WITH known AS (SELECT topic FROM watch WHERE person_id = ${personId}::uuid),
      begun AS (
        INSERT INTO watch (person_id, topic, created_at)
        SELECT ${personId}::uuid, ${topicName(topic)}::text, register_now() WHERE (SELECT count(*) FROM known) < ${MOST_WATCHES}
        ON CONFLICT DO NOTHING RETURNING topic)
      SELECT EXISTS (SELECT FROM begun) OR EXISTS (SELECT FROM known WHERE topic = ${topicName(topic)}) AS watches`,
  );
  return row?.watches === true;
}

/**
 * Deletes old read notices, and all old ones of accounts disabled for as long; unread ones stay. In batches,
 * by the person's key.
 */
export async function forgetNotices(days = NOTICE_DAYS): Promise<void> {
  await askPrisma(async (db) => {
    const before = hoursBefore((await findMoment(db)).at, days * 24);
    const where = { at: { lt: before } };
    const old = await db.event.findFirst({ where, orderBy: { at: "desc" }, select: { seq: true } });
    if (!old) return;
    for (let forgotten = PORTION; forgotten === PORTION;)
      forgotten = await db.$executeRaw`
        DELETE FROM notice WHERE (person_id, seq) IN (
          SELECT n.person_id, n.seq FROM person p CROSS JOIN LATERAL (
            SELECT person_id, seq FROM notice
             WHERE person_id = p.id AND seq <= ${old.seq} AND (read_at IS NOT NULL OR p.disabled_at < ${before}::timestamptz)
             ORDER BY seq LIMIT ${PORTION}) n
           LIMIT ${PORTION})`;
  });
}

const PORTION = 1_000;

export interface DueDigest {
  hour: number;
  timeZone: string;
  /** The first digest: it isn't written, only its time is set. */
  isNew: boolean;
  now: Date;
  writtenTo: bigint;
  head: bigint;
}

/** Locks an inbox until the end of the transaction, if its digest is due. Null: another process has it, or wrote it. */
export async function lockDue(db: Db, personId: string): Promise<DueDigest | null> {
  const [due] = await db.$queryRaw<DueDigest[]>`
    SELECT i.hour, coalesce(i.time_zone, r.time_zone) AS "timeZone", i.due_at IS NULL AS "isNew", now() AS now,
           i.written_to AS "writtenTo", (SELECT seq FROM audit.head) AS head
      FROM inbox i, register r
     WHERE i.person_id = ${personId}::uuid AND i.digest AND (i.due_at IS NULL OR i.due_at <= now())
       FOR UPDATE OF i SKIP LOCKED`;
  return due ?? null;
}

/** For a sender: the person as they are now, and the entries. */
export interface ClaimedDigest {
  id: string;
  messageId: string;
  after: number;
  to: number;
  attempts: number;
  /** Null: the account is disabled, or wants no digests any more. */
  person: Actor | null;
  /** The person's, or the register's. */
  timeZone: string;
  marking: string;
  /** A demonstration, which runs on its own clock. */
  demonstration: boolean;
}

/** The next digest to send, reserved for this time. Null: none is due. */
export async function claimDigest(leaseMs: number): Promise<ClaimedDigest | null> {
  const [row] = await askPrisma(
    (db) => db.$queryRaw<(ClaimedDigest & { factorRemovedAt: Date | null; now: Date })[]>`
      WITH claimed AS (
        UPDATE digest SET attempts = attempts + 1, next_at = now() + ${leaseMs}::float8 * interval '1 millisecond'
         WHERE id = (SELECT id FROM digest WHERE state = 'WAITING' AND next_at <= now()
                      ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING *)
      SELECT c.id, c.message_id AS "messageId", c.after_seq::float8 AS after, c.to_seq::float8 AS to, c.attempts,
             CASE WHEN p.disabled_at IS NULL AND coalesce(i.digest, true) THEN json_build_object('id', p.id, 'email', p.email, 'name', p.name, 'role', p.role,
               'desk', p.desk, 'sealed', p.sealed, 'language', p.language,
               'session', NULL, 'request', NULL) END AS person,
             p.factor_removed_at AS "factorRemovedAt", register_now() AS now,
             coalesce(i.time_zone, r.time_zone) AS "timeZone", r.marking, r.demonstration
        FROM claimed c JOIN person p ON p.id = c.person_id LEFT JOIN inbox i ON i.person_id = p.id CROSS JOIN register r`,
  );
  if (!row) return null;
  const { factorRemovedAt, now, person, ...digest } = row;
  const held = heldUntil(instantOrNull(factorRemovedAt), now.toISOString());
  return { ...digest, person: person && { ...person, heldUntil: held } };
}
