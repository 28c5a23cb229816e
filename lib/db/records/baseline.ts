import type { Baseline } from "@/lib/domain/people/person";
import { baselineRecord } from "@/lib/domain/history/record";
import type { Prisma } from "../generated/client";
import type { BaselineModel } from "../generated/models";
import type { Db } from "../prisma";
import { changed, date, instant, type Stored, type Written } from "./codec";
import type { Store } from "./store";

export const baselineStore: Store<Baseline> = {
  table: "baseline",
  key: "id",
  idOf: ({ id }) => id,
  nameOf: ({ name }) => name,
  canonical: baselineRecord,
  insert: (db, record) => db.baseline.create({ data: rowOf(record), select: { id: true } }),
  update: (db, before, after) =>
    db.baseline.updateMany({
      where: { id: before.id, version: before.version },
      data: changed(rowOf(before), rowOf(after)),
    }),
};

export const findBaselines = async (db: Db, found: Prisma.BaselineFindManyArgs): Promise<Baseline[]> =>
  (await db.baseline.findMany(found)).map(baselineOf);

export async function findFirstBaseline(db: Db): Promise<Baseline | null> {
  const [first] = await findBaselines(db, { orderBy: { asOf: "asc" }, take: 1 });
  return first ?? null;
}

export async function findBaseline(db: Db, where: Prisma.BaselineWhereUniqueInput): Promise<Baseline | null> {
  const row = await db.baseline.findUnique({ where });
  return row && baselineOf(row);
}

export const baselineOf = (row: Stored<BaselineModel>): Baseline => ({
  id: row.id,
  name: row.name,
  asOf: instant(row.asOf),
  version: row.version,
  createdAt: instant(row.createdAt),
});

const rowOf = (record: Baseline) =>
  ({
    id: record.id,
    name: record.name,
    asOf: date(record.asOf),
    version: record.version,
    createdAt: date(record.createdAt),
  }) satisfies Written<BaselineModel>;
