// The register itself is a record in a single row.
import { ROLES } from "@/lib/domain/people/actor";
import type { Register } from "@/lib/domain/people/person";
import { registerRecord } from "@/lib/domain/history/record";
import type { RegisterModel } from "../generated/models";
import type { Db } from "../prisma";
import { changedColumns, oneOfColumn, type Stored, type Written } from "./codec";
import type { RecordStore } from "./store";

export const registerStore: RecordStore<Register> = {
  table: "register",
  key: null,
  idOf: () => "register",
  nameOf: () => "itself",
  canonical: registerRecord,
  insert: (db, record) => db.register.create({ data: rowOf(record), select: { one: true } }),
  update: (db, before, after) =>
    db.register.updateMany({
      where: { version: before.version },
      data: changedColumns(rowOf(before), rowOf(after)),
    }),
};

export async function selectRegister(db: Db): Promise<Register | null> {
  const row = await db.register.findFirst();
  return row && registerOf(row);
}

export const registerOf = (row: Stored<RegisterModel>): Register => ({
  demonstration: row.demonstration,
  offsetMs: Number(row.offsetMs),
  timeZone: row.timeZone,
  marking: row.marking,
  staleDays: row.staleDays,
  mandateDays: row.mandateDays,
  secondFactorFor: row.secondFactorFor.map((role) => oneOfColumn(ROLES, role)),
  authority: row.authority,
  version: row.version,
});

const rowOf = (record: Register) =>
  ({
    demonstration: record.demonstration,
    offsetMs: record.offsetMs,
    timeZone: record.timeZone,
    marking: record.marking,
    staleDays: record.staleDays,
    mandateDays: record.mandateDays,
    secondFactorFor: record.secondFactorFor,
    authority: record.authority,
    version: record.version,
  }) satisfies Written<RegisterModel, "one">;
