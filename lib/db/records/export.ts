import type { Export } from "@/lib/domain/export";
import { exportRecord } from "@/lib/domain/record";
import { membersOf, rowOf, type Fields, type Shape } from "./shape";

const EXPORT: Fields<Export> = {
  id: "plain",
  reference: "plain",
  view: "json",
  purpose: "plain",
  asOf: "instant",
  position: "json",
  complete: "plain",
  events: "plain",
  records: "json",
  rows: "json",
  manifestSha256: "plain",
  version: "plain",
};

export const exported: Shape<Export> = {
  table: "export",
  key: "id",
  idOf: (record) => record.id,
  nameOf: (record) => record.reference,
  json: `json_build_object(${membersOf(EXPORT, "r")})`,
  row: (record) => rowOf(EXPORT, record),
  canonical: exportRecord,
};
