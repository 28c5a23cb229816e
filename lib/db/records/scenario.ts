import { scenarioRecord } from "@/lib/domain/history/record";
import type { Scenario } from "@/lib/domain/history/scenarios/scenario";
import type { Prisma } from "../generated/client";
import type { ScenarioModel } from "../generated/models";
import type { Db } from "../prisma";
import { atAndReason, dateOrNull, fromVersion, type Stored, type Written } from "./codec";
import { storedAs } from "./columns";
import { BY_ID, type RecordStore } from "./store";

export const scenarioStore: RecordStore<Scenario> = {
  table: "scenario",
  ...BY_ID,
  nameOf: ({ id, name }) => `${name} (${id})`,
  canonical: scenarioRecord,
  insert: (db, record) => db.scenario.create({ data: rowOf(record), select: { id: true } }),
  update: (db, before, after) => db.scenario.updateMany(fromVersion(rowOf, before, after)),
};

export const selectScenarios = async (db: Db, found: Prisma.ScenarioFindManyArgs): Promise<Scenario[]> =>
  (await db.scenario.findMany({ ...found, include: null })).map(scenarioOf);

export async function selectScenario(db: Db, id: string): Promise<Scenario | null> {
  const row = await db.scenario.findUnique({ where: { id } });
  return row && scenarioOf(row);
}

const ROW = storedAs<Scenario, ScenarioModel>()({
  asIs: ["id", "name", "note", "ownerId", "rules", "version"],
  instants: ["asOf", "createdAt", "updatedAt"],
  numbers: ["position"],
  json: ["assumptions", "result"],
});

export const scenarioOf = (row: Stored<ScenarioModel>): Scenario => ({
  ...ROW.read(row),
  withdrawn: atAndReason(row.withdrawnAt, row.withdrawReason),
});

const rowOf = (record: Scenario) =>
  ({
    ...ROW.write(record),
    withdrawnAt: dateOrNull(record.withdrawn?.at ?? null),
    withdrawReason: record.withdrawn?.reason ?? null,
  }) satisfies Written<ScenarioModel>;
