// Writes one whole record, guarded by its version, and notes its pending event.
import { randomUUID } from "node:crypto";
import type { Action, EntityType } from "@/lib/domain/base/audit";
import { canonical } from "@/lib/domain/base/canonical";
import { isSameCondition } from "@/lib/domain/pledge/condition";
import type { Instant } from "@/lib/domain/base/day";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { PRIORITIES } from "@/lib/domain/base/priority";
import type { Transaction } from "../connection";
import { Prisma } from "../generated/client";
import type { Db } from "../prisma";
import { findMoment } from "../sql/moment";
import { sendsMail } from "@/lib/platform/env";
import { lockLeaves } from "../statements/condition-facts";
import { leafRows, putLeaves } from "../records/pledge";
import { contributionRows, evidenceRows } from "../records/pledge-lines";
import type { RecordOf } from "../records/record-of";
import { STORES } from "../records/stores";
import type { RecordStore } from "../records/store";
import { columnOf } from "../sql/column-of";
import { copyIn } from "../bulk/copy-in";
import { notificationsFor } from "./notifications";
import type { UnitOfWork } from "../derived/unit-of-work";

interface Change<E extends EntityType> {
  entity: E;
  before: RecordOf[E] | null;
  after: RecordOf[E];
  event: Happening;
}

export interface Happening {
  action: Action;
  reason?: string | null;
}

export async function saveRecord<E extends EntityType>(
  transaction: Transaction,
  touched: UnitOfWork,
  at: Instant,
  { entity, before, after, event }: Change<E>,
): Promise<RecordOf[E]> {
  const store: RecordStore<RecordOf[E]> = STORES[entity];
  const record = stamped(before, after, at);
  const own = before && store.ownChanges?.(before, record);
  if (own) touched.sent(sendUpdate(transaction, store.table, { ...before, id: store.idOf(record) }, own));
  else if (before === null) await store.insert(transaction.db, record);
  else once(await store.update(transaction.db, before, record));
  await AFTERWARDS[entity]?.(transaction, record, before);

  touched.note(entity, before, record);
  addEvent(touched, entity, { before, record, event });
  return record;
}

/** The same for many new records of one kind, in as few statements as possible. */
export async function saveNewRecords<E extends EntityType>(
  transaction: Transaction,
  touched: UnitOfWork,
  at: Instant,
  {
    entity,
    records,
    eventOf,
  }: { entity: E; records: readonly RecordOf[E][]; eventOf: (record: RecordOf[E]) => Happening },
): Promise<RecordOf[E][]> {
  const saved = records.map((record) => stamped<RecordOf[E]>(null, record, at));
  await insertAll(transaction, entity, saved, (record) => {
    touched.note(entity, null, record);
    addEvent(touched, entity, { before: null, record, event: eventOf(record) });
  });
  return saved;
}

/** Notes each record as its row is made: with COPY, while the database stores earlier ones. */
async function insertAll<E extends EntityType>(
  transaction: Transaction,
  entity: E,
  records: readonly RecordOf[E][],
  note: (record: RecordOf[E]) => void,
): Promise<void> {
  const { table, insert, rows }: RecordStore<RecordOf[E]> = STORES[entity];
  const { client, db } = transaction;
  const rowOf = await rows?.(db, records);
  if (rowOf)
    await copyIn(client, table, records, (record) => {
      note(record);
      return [rowOf(record)];
    });
  else
    for (const record of records) {
      note(record);
      await insert(db, record);
    }
  if (entity === "pledge")
    await copyLines(transaction, records as readonly RecordOf[EntityType][] as Pledge[]);
  else for (const record of records) await AFTERWARDS[entity]?.(transaction, record, null);
}

async function copyLines(transaction: Transaction, pledges: readonly Pledge[]): Promise<void> {
  await copyIn(transaction.client, "contribution", pledges, contributionRows);
  await copyIn(transaction.client, "evidence", pledges, evidenceRows);
  const conditions = pledges.flatMap(({ condition }) => condition ?? []);
  if (conditions.length === 0) return;
  // A later change of their leaves finds them waiting; a running one is waited for.
  await lockLeaves(transaction, { all: conditions });
  await copyIn(transaction.client, "condition_leaf", pledges, leafRows);
}

function addEvent<E extends EntityType>(
  touched: UnitOfWork,
  entity: E,
  { before, record, event }: { before: RecordOf[E] | null; record: RecordOf[E]; event: Happening },
): void {
  const store: RecordStore<RecordOf[E]> = STORES[entity];
  touched.events.push({
    action: event.action,
    reason: event.reason ?? null,
    entity,
    id: store.idOf(record),
    version: record.version,
    record: canonical(store.canonical(record)),
    notifications: notificationsFor(entity, before, record, event.action),
  });
}

function stamped<R extends RecordOf[EntityType]>(before: R | null, after: R, at: Instant): R {
  const record = { ...after, version: (before?.version ?? 0) + 1 };
  return "updatedAt" in record ? { ...record, updatedAt: at } : record;
}

function once({ count }: { count: number }): void {
  if (count !== 1) throw new StaleRecordError();
}

/** Not awaited yet: the next queries are sent with it. */
async function sendUpdate(
  q: Transaction,
  table: string,
  { id, version }: { id: string; version: number },
  changed: object,
): Promise<void> {
  const row = Object.entries(changed).map(([field, value]: [string, unknown]) => [
    columnOf(field),
    value === Prisma.DbNull ? null : value,
  ]);
  const columns = row.map(([column]) => column).join(", ");
  const { rows } = await q.query(
    `UPDATE ${table} SET (${columns}) = (SELECT ${columns} FROM json_populate_record(NULL::${table}, $1))
      WHERE id = $2 AND version = $3 RETURNING id`,
    [JSON.stringify(Object.fromEntries(row)), id, version],
  );
  once({ count: rows.length });
}

/** Someone else changed it after it was read without a lock: retry. */
class StaleRecordError extends Error {
  readonly code = "40001";
  constructor() {
    super("the record has moved on");
  }
}

const AFTERWARDS: {
  [E in EntityType]?: (
    transaction: Transaction,
    record: RecordOf[E],
    before: RecordOf[E] | null,
  ) => Promise<void>;
} = {
  pledge: async (transaction, record, before) => {
    if (isSameCondition(record.condition, before?.condition ?? null)) return;
    // A later change of its leaves finds it waiting; a running one is waited for.
    if (record.condition) await lockLeaves(transaction, record.condition);
    await putLeaves(transaction.db, record);
  },
  person: async (transaction, record, before) => {
    const wasAdmin = before?.role === "ADMIN" && before.disabledAt === null;
    if (record.role === "ADMIN" && record.disabledAt === null && !wasAdmin)
      await mailAdministrators(transaction.db, record.id);
  },
  participant: async ({ db }, { code }) => {
    const data = PRIORITIES.map((priority) => ({ participant: code, priority }));
    await db.referenceCounter.createMany({ data, skipDuplicates: true });
  },
};

/** The others are notified of a new one, however it became one. */
async function mailAdministrators(db: Db, isNew: string): Promise<void> {
  if (!sendsMail()) return;
  const where = { role: "ADMIN", disabledAt: null, id: { not: isNew } };
  const others = await db.person.findMany({ where, select: { id: true } });
  const { now } = await findMoment(db);
  const mail = { kind: "NEW_ADMIN", nextAt: now, createdAt: now };
  await db.accountMail.createMany({
    data: others.map(({ id }) => ({ id: randomUUID(), personId: id, ...mail })),
  });
}
