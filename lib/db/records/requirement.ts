import { requirementRecord } from "@/lib/domain/history/record";
import { REQUIREMENT_FIELDS, type Requirement } from "@/lib/domain/requirements/requirement";
import type { Prisma } from "../generated/client";
import type { RequirementModel } from "../generated/models";
import type { Db } from "../prisma";
import { atAndReason, dateOrNull, fromVersion, type Stored, type Written } from "./codec";
import { columnsOf, storedAs } from "./columns";
import { BY_ID, type RecordStore } from "./store";

const VALUES = columnsOf(REQUIREMENT_FIELDS);
const ROW = storedAs<Requirement, RequirementModel>()({
  asIs: ["id", "reference", "version"],
  instants: ["createdAt", "updatedAt"],
  json: ["quantity", "money", "neededBy"],
});

export const requirementStore: RecordStore<Requirement> = {
  table: "requirement",
  ...BY_ID,
  nameOf: ({ reference }) => reference,
  canonical: requirementRecord,
  insert: (db, record) => db.requirement.create({ data: rowOf(record), select: { id: true } }),
  update: (db, before, after) => db.requirement.updateMany(fromVersion(rowOf, before, after)),
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
  ...ROW.read(row),
  ...VALUES.fromRow(row),
  closed: atAndReason(row.closedAt, row.closeReason),
});

const rowOf = (record: Requirement) =>
  ({
    ...ROW.write(record),
    ...VALUES.toRow(record),
    closedAt: dateOrNull(record.closed?.at ?? null),
    closeReason: record.closed?.reason ?? null,
  }) satisfies Written<RequirementModel>;
