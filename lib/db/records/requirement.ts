import { requirementRecord } from "@/lib/domain/history/record";
import { REQUIREMENT_FIELDS, type Requirement } from "@/lib/domain/requirements/requirement";
import type { Prisma } from "../generated/client";
import type { RequirementModel } from "../generated/models";
import type { Db } from "../prisma";
import {
  atAndReason,
  changedColumns,
  date,
  dateOrNull,
  fromJson,
  instantColumn,
  jsonOf,
  jsonOrNull,
  type Stored,
  type Written,
} from "./codec";
import { columnsOf } from "./columns";
import type { RecordStore } from "./store";

const VALUES = columnsOf(REQUIREMENT_FIELDS);

export const requirementStore: RecordStore<Requirement> = {
  table: "requirement",
  key: "id",
  idOf: ({ id }) => id,
  nameOf: ({ reference }) => reference,
  canonical: requirementRecord,
  insert: (db, record) => db.requirement.create({ data: rowOf(record), select: { id: true } }),
  update: (db, before, after) =>
    db.requirement.updateMany({
      where: { id: before.id, version: before.version },
      data: changedColumns(rowOf(before), rowOf(after)),
    }),
};

export const selectRequirements = async (
  db: Db,
  found: Prisma.RequirementFindManyArgs,
): Promise<Requirement[]> => (await db.requirement.findMany({ ...found, include: null })).map(requirementOf);

export async function selectRequirement(db: Db, reference: string): Promise<Requirement | null> {
  const row = await db.requirement.findUnique({ where: { reference } });
  return row && requirementOf(row);
}

export const requirementOf = (row: Stored<RequirementModel>): Requirement => ({
  id: row.id,
  reference: row.reference,
  ...VALUES.fromRow(row),
  quantity: fromJson(row.quantity),
  money: fromJson(row.money),
  neededBy: fromJson(row.neededBy),
  closed: atAndReason(row.closedAt, row.closeReason),
  version: row.version,
  createdAt: instantColumn(row.createdAt),
  updatedAt: instantColumn(row.updatedAt),
});

const rowOf = (record: Requirement) =>
  ({
    id: record.id,
    reference: record.reference,
    ...VALUES.toRow(record),
    quantity: jsonOrNull(record.quantity),
    money: jsonOrNull(record.money),
    neededBy: jsonOf(record.neededBy),
    closedAt: dateOrNull(record.closed?.at ?? null),
    closeReason: record.closed?.reason ?? null,
    version: record.version,
    createdAt: date(record.createdAt),
    updatedAt: date(record.updatedAt),
  }) satisfies Written<RequirementModel>;
