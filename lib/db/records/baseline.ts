import type { Baseline } from "@/lib/domain/people/person";
import { baselineRecord } from "@/lib/domain/history/record";
import type { Prisma } from "../generated/client";
import type { BaselineModel } from "../generated/models";
import type { Db } from "../prisma";
import { changedColumns, date, instantColumn, type Stored, type Written } from "./codec";
import type { RecordStore } from "./store";

export const baselineStore: RecordStore<Baseline> = {
  table: "baseline",
  key: "id",
  idOf: ({ id }) => id,
  nameOf: ({ name }) => name,
  canonical: baselineRecord,
  insert: (db, record) => db.baseline.create({ data: rowOf(record), select: { id: true } }),
  update: (db, before, after) =>
    db.baseline.updateMany({
      where: { id: before.id, version: before.version },
      data: changedColumns(rowOf(before), rowOf(after)),
    }),
};

export const selectBaselines = async (db: Db, found: Prisma.BaselineFindManyArgs): Promise<Baseline[]> =>
  (await db.baseline.findMany(found)).map(baselineOf);

export async function selectFirstBaseline(db: Db): Promise<Baseline | null> {
  const [first] = await selectBaselines(db, { orderBy: { asOf: "asc" }, take: 1 });
  return first ?? null;
}

export async function selectBaseline(
  db: Db,
  where: Prisma.BaselineWhereUniqueInput,
): Promise<Baseline | null> {
  const row = await db.baseline.findUnique({ where });
  return row && baselineOf(row);
}

export const baselineOf = (row: Stored<BaselineModel>): Baseline => ({
  id: row.id,
  name: row.name,
  asOf: instantColumn(row.asOf),
  version: row.version,
  createdAt: instantColumn(row.createdAt),
});

const rowOf = (record: Baseline) =>
  ({
    id: record.id,
    name: record.name,
    asOf: date(record.asOf),
    version: record.version,
    createdAt: date(record.createdAt),
  }) satisfies Written<BaselineModel>;
