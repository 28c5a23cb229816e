import { scenarioRecord } from "@/lib/domain/history/record";
import type { Scenario } from "@/lib/domain/history/scenarios/scenario";
import type { Prisma } from "../generated/client";
import type { ScenarioModel } from "../generated/models";
import type { Db } from "../prisma";
import {
  atAndReason,
  changedColumns,
  date,
  dateOrNull,
  fromJson,
  instantColumn,
  jsonOf,
  type Stored,
  type Written,
} from "./codec";
import type { RecordStore } from "./store";

export const scenarioStore: RecordStore<Scenario> = {
  table: "scenario",
  key: "id",
  idOf: ({ id }) => id,
  nameOf: ({ id, name }) => `${name} (${id})`,
  canonical: scenarioRecord,
  insert: (db, record) => db.scenario.create({ data: rowOf(record), select: { id: true } }),
  update: (db, before, after) =>
    db.scenario.updateMany({
      where: { id: before.id, version: before.version },
      data: changedColumns(rowOf(before), rowOf(after)),
    }),
};

export const selectScenarios = async (db: Db, found: Prisma.ScenarioFindManyArgs): Promise<Scenario[]> =>
  (await db.scenario.findMany({ ...found, include: null })).map(scenarioOf);

export async function selectScenario(db: Db, id: string): Promise<Scenario | null> {
  const row = await db.scenario.findUnique({ where: { id } });
  return row && scenarioOf(row);
}

export const scenarioOf = (row: Stored<ScenarioModel>): Scenario => ({
  id: row.id,
  name: row.name,
  note: row.note,
  ownerId: row.ownerId,
  asOf: instantColumn(row.asOf),
  position: Number(row.position),
  rules: row.rules,
  assumptions: fromJson(row.assumptions),
  result: fromJson(row.result),
  withdrawn: atAndReason(row.withdrawnAt, row.withdrawReason),
  version: row.version,
  createdAt: instantColumn(row.createdAt),
  updatedAt: instantColumn(row.updatedAt),
});

const rowOf = (record: Scenario) =>
  ({
    id: record.id,
    name: record.name,
    note: record.note,
    ownerId: record.ownerId,
    asOf: date(record.asOf),
    position: record.position,
    rules: record.rules,
    assumptions: jsonOf(record.assumptions),
    result: jsonOf(record.result),
    withdrawnAt: dateOrNull(record.withdrawn?.at ?? null),
    withdrawReason: record.withdrawn?.reason ?? null,
    version: record.version,
    createdAt: date(record.createdAt),
    updatedAt: date(record.updatedAt),
  }) satisfies Written<ScenarioModel>;
