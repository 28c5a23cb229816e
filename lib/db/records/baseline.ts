import type { Baseline } from "@/lib/domain/oversight/baseline";
import { baselineRecord } from "@/lib/domain/history/record";
import type { Prisma } from "../generated/client";
import type { BaselineModel } from "../generated/models";
import type { Db } from "../prisma";
import { fromVersion, type Stored, type Written } from "./codec";
import { storedAs } from "./columns";
import { BY_ID, type RecordStore } from "./store";

export const baselineStore: RecordStore<Baseline> = {
  table: "baseline",
  ...BY_ID,
  nameOf: ({ name }) => name,
  canonical: baselineRecord,
  insert: (db, record) => db.baseline.create({ data: rowOf(record), select: { id: true } }),
  update: (db, before, after) => db.baseline.updateMany(fromVersion(rowOf, before, after)),
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

const ROW = storedAs<Baseline, BaselineModel>()({
  asIs: ["id", "name", "version"],
  instants: ["asOf", "createdAt"],
});

export const baselineOf = (row: Stored<BaselineModel>): Baseline => ROW.read(row);

const rowOf = (record: Baseline) => ROW.write(record) satisfies Written<BaselineModel>;
