import { triggerRecord } from "@/lib/domain/history/record";
import { TRIGGER_FIELDS, type Trigger } from "@/lib/domain/pledge/trigger";
import type { Prisma } from "../generated/client";
import type { TriggerModel } from "../generated/models";
import type { Db } from "../prisma";
import { changedColumns, date, fromJson, instantColumn, jsonOf, type Stored, type Written } from "./codec";
import { columnsOf } from "./columns";
import { ALL_STORES, type RecordStore } from "./store";

const VALUES = columnsOf(TRIGGER_FIELDS);

export const triggerStore: RecordStore<Trigger> = {
  table: "trigger",
  key: "code",
  idOf: ({ code }) => code,
  nameOf: ({ code }) => code,
  canonical: triggerRecord,
  insert: (db, record) => db.trigger.create({ data: rowOf(record), select: { code: true } }),
  update: (db, before, after) =>
    db.trigger.updateMany({
      where: { code: before.code, version: before.version },
      data: changedColumns(rowOf(before), rowOf(after)),
    }),
};

const BY_CODE: Prisma.TriggerOrderByWithRelationInput[] = [{ code: "asc" }];

export async function selectTriggers(
  db: Db,
  where: Prisma.TriggerWhereInput,
  orderBy: Prisma.TriggerOrderByWithRelationInput[] = BY_CODE,
  take = ALL_STORES,
): Promise<Trigger[]> {
  return (await db.trigger.findMany({ where, orderBy, take })).map(triggerOf);
}

export async function selectTrigger(db: Db, code: string): Promise<Trigger | null> {
  const row = await db.trigger.findUnique({ where: { code } });
  return row && triggerOf(row);
}

export const triggerOf = (row: Stored<TriggerModel>): Trigger => ({
  code: row.code,
  ...VALUES.fromRow(row),
  evidence: fromJson(row.evidence),
  version: row.version,
  createdAt: instantColumn(row.createdAt),
  updatedAt: instantColumn(row.updatedAt),
});

const rowOf = (record: Trigger) =>
  ({
    code: record.code,
    ...VALUES.toRow(record),
    evidence: jsonOf(record.evidence),
    version: record.version,
    createdAt: date(record.createdAt),
    updatedAt: date(record.updatedAt),
  }) satisfies Written<TriggerModel>;
