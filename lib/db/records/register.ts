// The register itself is a record in a single row.
import { ROLES } from "@/lib/domain/people/actor";
import type { Register } from "@/lib/domain/people/register";
import { registerRecord } from "@/lib/domain/history/record";
import type { RegisterModel } from "../generated/models";
import type { Db } from "../prisma";
import { changedColumns, oneOfColumn, type Stored, type Written } from "./codec";
import { storedAs } from "./columns";
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

const ROW = storedAs<Register, RegisterModel>()({
  asIs: ["demonstration", "timeZone", "marking", "staleDays", "mandateDays", "authority", "version"],
  numbers: ["offsetMs"],
});

export const registerOf = (row: Stored<RegisterModel>): Register => ({
  ...ROW.read(row),
  secondFactorFor: row.secondFactorFor.map((role) => oneOfColumn(ROLES, role)),
});

const rowOf = ({ secondFactorFor, ...record }: Register) =>
  ({ ...ROW.write(record), secondFactorFor }) satisfies Written<RegisterModel, "one">;
