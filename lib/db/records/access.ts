// The last seal of the access log: a single row, like the register.
import type { AccessSeal } from "@/lib/domain/log/access";
import { accessRecord } from "@/lib/domain/history/record";
import type { AccessSealModel } from "../generated/models";
import type { Db } from "../prisma";
import { changedColumns, type Stored, type Written } from "./codec";
import { storedAs } from "./columns";
import type { RecordStore } from "./store";

export const accessStore: RecordStore<AccessSeal> = {
  table: "access_seal",
  key: null,
  idOf: () => "access",
  nameOf: () => "log",
  canonical: accessRecord,
  insert: (db, record) => db.accessSeal.create({ data: rowOf(record), select: { one: true } }),
  update: (db, before, after) =>
    db.accessSeal.updateMany({
      where: { version: before.version },
      data: changedColumns(rowOf(before), rowOf(after)),
    }),
};

export async function selectAccessSeal(db: Db): Promise<AccessSeal | null> {
  const row = await db.accessSeal.findFirst();
  return row && accessSealOf(row);
}

const ROW = storedAs<AccessSeal, AccessSealModel>()({
  asIs: ["sha256", "version"],
  numbers: ["through", "count"],
});

export const accessSealOf = (row: Stored<AccessSealModel>): AccessSeal => ROW.read(row);

const rowOf = (record: AccessSeal) => ROW.write(record) satisfies Written<AccessSealModel, "one">;
