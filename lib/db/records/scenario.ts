import { scenarioRecord } from "@/lib/domain/record";
import type { Scenario } from "@/lib/domain/scenario";
import { instantSql, membersOf, rowOf, type Fields, type Shape } from "./shape";

const SCENARIO: Fields<Scenario> = {
  id: "plain",
  name: "plain",
  note: "plain",
  ownerId: "plain",
  asOf: "instant",
  position: "plain",
  rules: "plain",
  assumptions: "json",
  result: "json",
  version: "plain",
  createdAt: "instant",
  updatedAt: "instant",
};

export const scenario: Shape<Scenario> = {
  table: "scenario",
  key: "id",
  idOf: (record) => record.id,
  nameOf: (record) => `${record.name} (${record.id})`,
  json: `json_build_object(${membersOf(SCENARIO, "r")}, 'withdrawn',
    CASE WHEN r.withdrawn_at IS NOT NULL
         THEN json_build_object('at', ${instantSql("r.withdrawn_at")}, 'reason', r.withdraw_reason) END)`,
  row: (record) => ({
    ...rowOf(SCENARIO, record),
    withdrawn_at: record.withdrawn?.at ?? null,
    withdraw_reason: record.withdrawn?.reason ?? null,
  }),
  canonical: scenarioRecord,
};
