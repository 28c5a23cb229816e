// A trigger is one row, with the evidence that its state rests on.
import { triggerRecord } from "@/lib/domain/record";
import type { Trigger } from "@/lib/domain/trigger";
import { membersOf, rowOf, type Fields, type Shape } from "./shape";

const TRIGGER: Fields<Trigger> = {
  code: "plain",
  title: "plain",
  description: "plain",
  waiting: "plain",
  state: "plain",
  since: "plain",
  evidence: "json",
  version: "plain",
  createdAt: "instant",
  updatedAt: "instant",
};

export const trigger: Shape<Trigger> = {
  table: "trigger",
  key: "code",
  idOf: (record) => record.code,
  nameOf: (record) => record.code,
  json: `json_build_object(${membersOf(TRIGGER, "r")})`,
  row: (record) => rowOf(TRIGGER, record),
  canonical: triggerRecord,
};
