// Notices of one person. Each was written in the transaction of its event. Whether the person may still read it is
// checked each time.
import { type Actor, mayReadRegister, maySeeAccountProposals } from "@/lib/domain/people/actor";
import type { Json } from "@/lib/domain/base/canonical";
import { changesShown } from "@/lib/domain/notices/changes-shown";
import { COUNTED_TO } from "@/lib/domain/base/listing";
import { kindsOf, type Notice, type NoticeFilter, type NoticeKind } from "@/lib/domain/notices/notice";
import { askedOfAccount, participantIn, writtenIn } from "@/lib/domain/notices/record-texts";
import { nameProposed } from "@/lib/domain/proposals/account";
import { recordNameOf } from "@/lib/domain/log/record-name";
import { topicNamed } from "@/lib/domain/people/watch";
import { findNamesOfPeople } from "./people-names";
import { findNamedParticipants, findPledgeTitles } from "./titles";
import { LOGGED, PREVIOUS, type LoggedEvent } from "../../log/history";
import { askPrisma } from "../../prisma";
import { shownTo } from "../pledges/sealed";
import { ask } from "../../sql/ask";
import { all, sql, type Sql } from "../../sql/sql";

/** A page, newest first; one more than the limit, if another page follows. */
export function findNotices(actor: Actor, filter: NoticeFilter): Promise<Notice[]> {
  const [seq] = filter.after ?? [];
  return found(
    actor,
    all([matching(actor, filter), seq === undefined ? null : sql`n.seq < ${seq}::bigint`]),
    filter.limit + 1,
  );
}

/** Counts at most one more than the total shown. */
export const countNotices = (actor: Actor, filter: Pick<NoticeFilter, "show" | "kind">): Promise<number> =>
  count(matching(actor, filter), COUNTED_TO + 1);

/** Null: the person has no notice of that entry, or may no longer read it. */
export async function findNotice(actor: Actor, seq: number): Promise<Notice | null> {
  const [notice] = await found(actor, all([own(actor), sql`n.seq = ${seq}::bigint`]), 1);
  return notice ?? null;
}

/** The newest about the person's own account, also of an administrator, who has no inbox. */
export const findOwnAccountNotices = (actor: Actor, limit: number): Promise<Notice[]> =>
  found(
    actor,
    sql`n.person_id = ${actor.id}::uuid AND n.kind = 'ACCOUNT'
      AND EXISTS (SELECT FROM audit.event e WHERE e.seq = n.seq AND e.entity_id = ${actor.id})`,
    limit,
  );

/** Unread ones between two log positions, newest first. */
export const findUnreadBetween = (
  actor: Actor,
  { after, to }: { after: number; to: number },
  limit: number,
): Promise<Notice[]> => found(actor, between(actor, after, to), limit);

export const countUnreadBetween = (
  actor: Actor,
  { after, to }: { after: number; to: number },
): Promise<number> => count(between(actor, after, to), null);

async function count(which: Sql, atMost: number | null): Promise<number> {
  const [row] = await ask<{ n: number }>(sql`
    SELECT count(*)::int AS n FROM (SELECT FROM notice n WHERE ${which} LIMIT ${atMost}::bigint) counted`);
  return row?.n ?? 0;
}

type Row = LoggedEvent & {
  version: number;
  kind: NoticeKind;
  topic: string | null;
  entries: number;
  isRead: boolean;
};

async function found(actor: Actor, which: Sql, limit: number): Promise<Notice[]> {
  const rows = await askPrisma(
    (db) => db.$queryRaw<Row[]>`
      WITH asked AS MATERIALIZED (
        SELECT n.seq, n.kind, n.topic, n.entries, n.read_at FROM notice n WHERE ${which} ORDER BY n.seq DESC LIMIT ${limit})
      SELECT asked.kind, asked.topic, asked.entries, asked.read_at IS NOT NULL AS "isRead", e.entity_version AS version, ${LOGGED}
        FROM asked JOIN audit.event e ON e.seq = asked.seq
        ${PREVIOUS}
       ORDER BY asked.seq DESC`,
  );
  return called(await shown(actor, rows.map(noticeOf)));
}

/** Sealed numbers as this person may see them, by each change's participant. */
async function shown(actor: Actor, notices: readonly OfParticipant[]): Promise<Notice[]> {
  const changes = await shownTo(
    actor,
    notices.map(({ participant, notice }) => ({ participant, changes: notice.changes })),
  );
  return notices.map(({ notice }, index) => ({ ...notice, changes: changes[index]?.changes ?? [] }));
}

/** Comments and proposals get the title of their pledge, or the name of the account's holder. A pledge may have become coalition-only since the entry. */
async function called(notices: readonly Notice[]): Promise<Notice[]> {
  const references = notices.flatMap(({ record }) => record.reference ?? []);
  const watched = notices.flatMap(({ watch }) => participantWatched(watch) ?? []);
  const [pledges, participants, people] = await Promise.all([
    findPledgeTitles(references),
    findNamedParticipants(watched),
    findNamesOfPeople(notices.flatMap(({ asks }) => asks?.subjectId ?? [])),
  ]);
  return notices.map((notice) => {
    const { record, watch, asks } = notice;
    const holder = asks && (people.get(asks.subjectId) ?? nameProposed(asks.wish));
    const pledge = pledges.get(record.reference ?? "");
    return {
      ...notice,
      participant: participants.get(participantWatched(watch) ?? "") ?? null,
      record: { ...record, title: record.title ?? pledge?.title ?? holder },
      isForCoalition: notice.isForCoalition || pledge?.isForCoalition === true,
    };
  });
}

function participantWatched(watch: string | null): string | null {
  const topic = watch === null ? null : topicNamed(watch);
  return topic?.kind === "participant" ? topic.key : null;
}

interface OfParticipant {
  participant: string;
  notice: Notice;
}

function noticeOf({ version, kind, topic, entries, isRead, ...event }: Row): OfParticipant {
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
      record: { type: entityType, id: entityId, version, ...recordNameOf(entityType, after) },
      isForCoalition: isForCoalition(after),
      reason,
      asks: askedOfAccount(entityType, after),
      comment: writtenIn(entityType, after),
      changes: changesShown(event),
    },
  };
}

const isForCoalition = (record: Json): boolean =>
  (record as { handling?: unknown } | null)?.handling === "COALITION";

/** The person's own notices, of the kinds and about the records that their current role may read. */
function own(actor: Actor): Sql {
  const kinds = mayReadRegister(actor) ? kindsOf(actor) : [];
  return all([
    sql`n.person_id = ${actor.id}::uuid AND n.kind = ANY(${[...kinds]}::text[])`,
    maySeeAccountProposals(actor) ? null : NO_ACCOUNT_PROPOSAL,
  ]);
}

const NO_ACCOUNT_PROPOSAL = sql`
  NOT (n.kind IN ('TO_DECIDE', 'DECISION')
       AND EXISTS (SELECT FROM audit.event e JOIN proposal p ON p.id = e.entity_id::uuid
                    WHERE e.seq = n.seq AND e.entity_type = 'proposal' AND p.subject = 'account'))`;

const matching = (actor: Actor, { show, kind }: Pick<NoticeFilter, "show" | "kind">): Sql =>
  all([
    own(actor),
    kind.length === 0 ? null : sql`n.kind = ANY(${kind}::text[])`,
    show === "all" ? null : show === "unread" ? sql`n.read_at IS NULL` : sql`n.read_at IS NOT NULL`,
  ]);

const between = (actor: Actor, after: number, to: number): Sql =>
  all([own(actor), sql`n.seq > ${after}::bigint AND n.seq <= ${to}::bigint AND n.read_at IS NULL`]);
