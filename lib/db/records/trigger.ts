import { triggerRecord } from "@/lib/domain/history/record";
import { TRIGGER_FIELDS, type Trigger } from "@/lib/domain/pledge/trigger";
import type { Prisma } from "../generated/client";
import type { TriggerModel } from "../generated/models";
import type { Db } from "../prisma";
import { changedColumns, type Stored, type Written } from "./codec";
import { columnsOf, storedAs } from "./columns";
import { ALL_STORES, type RecordStore } from "./store";

const VALUES = columnsOf(TRIGGER_FIELDS);
const ROW = storedAs<Trigger, TriggerModel>()({
  asIs: ["code", "version"],
  instants: ["createdAt", "updatedAt"],
  json: ["evidence"],
});

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
  limit = ALL_STORES,
): Promise<Trigger[]> {
  return (await db.trigger.findMany({ where, orderBy, take: limit })).map(triggerOf);
}

export async function selectTrigger(db: Db, code: string): Promise<Trigger | null> {
  const row = await db.trigger.findUnique({ where: { code } });
  return row && triggerOf(row);
}

export const triggerOf = (row: Stored<TriggerModel>): Trigger => ({
  ...ROW.read(row),
  ...VALUES.fromRow(row),
});

const rowOf = (record: Trigger) =>
  ({ ...ROW.write(record), ...VALUES.toRow(record) }) satisfies Written<TriggerModel>;
