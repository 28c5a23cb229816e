// Notices of one person: what is there was told in the transaction of its event; who may still read it is asked anew.
import "server-only";
import type { Actor } from "@/lib/domain/actor";
import type { Json } from "@/lib/domain/canonical";
import { changesTold } from "@/lib/domain/changes-told";
import { COUNTED_TO } from "@/lib/domain/listing";
import { kindsOf, NOTICE_DAYS, type Notice, type NoticeFilter, type NoticeKind } from "@/lib/domain/notice";
import { participantIn, writtenIn } from "@/lib/domain/record-told";
import { nameOf } from "@/lib/domain/record-name";
import { topicNamed } from "@/lib/domain/watch";
import { reachesRegister } from "../reach";
import { eventOf, LOGGED, type LoggedRow } from "../history";
import type { Prisma } from "../generated/client";
import { findMoment } from "../moment";
import { askPrisma } from "../prisma";
import { ask } from "../read/ask";
import { shownTo } from "../read/sealed";
import { all, sql, type Sql } from "../read/sql";
import { findCalled, findTitled } from "./called";

/** A page, the newest first; one more than the limit says that another follows. */
export function findNotices(actor: Actor, filter: NoticeFilter): Promise<Notice[]> {
  const [seq] = filter.after ?? [];
  return found(
    actor,
    all([asked(actor, filter), seq === undefined ? null : sql`n.seq < ${seq}::bigint`]),
    filter.limit + 1,
  );
}

/** Up to one more than anybody counts. */
export async function countNotices(
  actor: Actor,
  filter: Pick<NoticeFilter, "show" | "kind">,
): Promise<number> {
  const [row] = await ask<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM (SELECT FROM notice n WHERE ${asked(actor, filter)} LIMIT ${COUNTED_TO + 1}) counted`);
  return row?.n ?? 0;
}

/** Null where the person was told of no such entry, or may not be told any more. */
export async function findNotice(actor: Actor, seq: number): Promise<Notice | null> {
  const [notice] = await found(actor, all([own(actor), sql`n.seq = ${seq}::bigint`]), 1);
  return notice ?? null;
}

/** The unread ones between two places of the log, the newest first. */
export const findUnreadBetween = (
  actor: Actor,
  { after, to }: { after: number; to: number },
  limit: number,
): Promise<Notice[]> => found(actor, between(actor, after, to), limit);

export async function countUnreadBetween(
  actor: Actor,
  { after, to }: { after: number; to: number },
): Promise<number> {
  const [row] = await ask<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM notice n WHERE ${between(actor, after, to)}`);
  return row?.n ?? 0;
}

/** Which of these entries the person was told of. */
export async function findTold({ id: personId }: Actor, entries: readonly number[]): Promise<Set<number>> {
  const where = { personId, seq: { in: [...entries] } };
  const rows = await askPrisma((db) => db.notice.findMany({ where, select: { seq: true } }));
  return new Set(rows.map(({ seq }) => Number(seq)));
}

/** Answers how many changed. */
export const markEntries = ({ id }: Actor, entries: readonly number[], isRead: boolean): Promise<number> =>
  mark({ personId: id, seq: { in: [...entries] } }, isRead);

/** All up to that entry: what came while somebody was reading stays unread. */
export const markThrough = ({ id }: Actor, seq: number): Promise<number> =>
  mark({ personId: id, seq: { lte: seq } }, true);

const mark = (which: Prisma.NoticeWhereInput, isRead: boolean): Promise<number> =>
  askPrisma(async (db) => {
    const readAt = isRead ? (await findMoment(db)).now : null;
    const { count } = await db.notice.updateMany({
      where: { ...which, readAt: isRead ? null : { not: null } },
      data: { readAt },
    });
    return count;
  });

/**
 * What was read and is old, and all that is old of somebody whose account is out of use for as long; what is unread waits.
 * Some at a time, each by the key of its person.
 */
export async function forgetNotices(days = NOTICE_DAYS): Promise<void> {
  const [old] = await ask<{ seq: string }>(sql`
    SELECT seq FROM audit.event WHERE at < ${before(days)} ORDER BY at DESC LIMIT 1`);
  if (!old) return;
  for (let forgotten = PORTION; forgotten === PORTION;) {
    const rows = await ask(sql`
      DELETE FROM notice WHERE (person_id, seq) IN (
        SELECT n.person_id, n.seq FROM person p CROSS JOIN LATERAL (
          SELECT person_id, seq FROM notice
           WHERE person_id = p.id AND seq <= ${old.seq}::bigint AND (read_at IS NOT NULL OR p.disabled_at < ${before(days)})
           ORDER BY seq LIMIT ${PORTION}) n
         LIMIT ${PORTION})
      RETURNING 1 AS one`);
    forgotten = rows.length;
  }
}

const PORTION = 1_000;

const before = (days: number): Sql => sql`register_now() - ${days} * interval '1 day'`;

type Row = LoggedRow & {
  version: number;
  kind: NoticeKind;
  topic: string | null;
  entries: number;
  isRead: boolean;
};

async function found(actor: Actor, which: Sql, limit: number): Promise<Notice[]> {
  const rows = await ask<Row>(sql`
    WITH asked AS MATERIALIZED (
      SELECT n.seq, n.kind, n.topic, n.entries, n.read_at FROM notice n WHERE ${which} ORDER BY n.seq DESC LIMIT ${limit})
    SELECT asked.kind, asked.topic, asked.entries, asked.read_at IS NOT NULL AS "isRead", e.entity_version AS version, ${LOGGED}
      FROM asked JOIN audit.event e ON e.seq = asked.seq
      LEFT JOIN audit.event previous ON previous.entity_type = e.entity_type AND previous.entity_id = e.entity_id
           AND previous.entity_version = e.entity_version - 1
     ORDER BY asked.seq DESC`);
  return called(await shown(actor, rows.map(noticeOf)));
}

/** Sealed numbers as this person may see them, by the participant that each change is about. */
async function shown(actor: Actor, told: readonly Told[]): Promise<Notice[]> {
  const changes = await shownTo(
    actor,
    told.map(({ participant, notice }) => ({ participant, changes: notice.changes })),
  );
  return told.map(({ notice }, index) => ({ ...notice, changes: changes[index]?.changes ?? [] }));
}

/** What stands on a pledge, a comment or a proposal, is known by the pledge's title. */
async function called(notices: readonly Notice[]): Promise<Notice[]> {
  const untitled = notices.flatMap(({ record }) => (record.title === null ? (record.reference ?? []) : []));
  const watched = notices.flatMap(({ watch }) => participantWatched(watch) ?? []);
  const [pledges, participants] = await Promise.all([findTitled(untitled), findCalled(watched)]);
  return notices.map((notice) => {
    const { record, watch } = notice;
    const pledge = record.title === null ? pledges.get(record.reference ?? "") : undefined;
    return {
      ...notice,
      participant: participants.get(participantWatched(watch) ?? "") ?? null,
      ...(pledge
        ? { record: { ...record, title: pledge.title }, isForCoalition: pledge.isForCoalition }
        : {}),
    };
  });
}

function participantWatched(watch: string | null): string | null {
  const topic = watch === null ? null : topicNamed(watch);
  return topic?.kind === "participant" ? topic.key : null;
}

interface Told {
  participant: string;
  notice: Notice;
}

function noticeOf({ version, kind, topic, entries, isRead, ...row }: Row): Told {
  const event = eventOf(row);
  const { seq, at, action, entityType, entityId, after, reason } = event;
  return {
    participant: participantIn(entityType, after) ?? "",
    notice: {
      seq,
      kind,
      watch: topic,
      participant: null,
      entries,
      isRead,
      at,
      actor: { name: event.actorName, role: event.actorRole },
      action,
      record: { type: entityType, id: entityId, version, ...nameOf(entityType, after) },
      isForCoalition: isForCoalition(after),
      reason,
      comment: writtenIn(entityType, after),
      changes: changesTold(event),
    },
  };
}

const isForCoalition = (record: Json): boolean =>
  (record as { handling?: unknown } | null)?.handling === "COALITION";

/** One's own, of kinds that one's role can be told of today. */
function own(actor: Actor): Sql {
  const kinds = reachesRegister(actor) ? kindsOf(actor) : [];
  return sql`n.person_id = ${actor.id}::uuid AND n.kind = ANY(${[...kinds]}::text[])`;
}

const asked = (actor: Actor, { show, kind }: Pick<NoticeFilter, "show" | "kind">): Sql =>
  all([
    own(actor),
    kind.length === 0 ? null : sql`n.kind = ANY(${kind}::text[])`,
    show === "all" ? null : show === "unread" ? sql`n.read_at IS NULL` : sql`n.read_at IS NOT NULL`,
  ]);

const between = (actor: Actor, after: number, to: number): Sql =>
  all([own(actor), sql`n.seq > ${after}::bigint AND n.seq <= ${to}::bigint AND n.read_at IS NULL`]);
