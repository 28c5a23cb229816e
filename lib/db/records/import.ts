import type { ImportRecord } from "@/lib/domain/import";
import { importRecord } from "@/lib/domain/record";
import { membersOf, rowOf, type Fields, type Shape } from "./shape";

const IMPORT: Fields<ImportRecord> = {
  id: "plain",
  reference: "plain",
  file: "json",
  imported: "plain",
  proposed: "plain",
  leftOut: "plain",
  undone: "json",
  version: "plain",
};

export const imported: Shape<ImportRecord> = {
  table: "import",
  key: "id",
  idOf: (record) => record.id,
  nameOf: (record) => record.reference,
  json: `json_build_object(${membersOf(IMPORT, "r")})`,
  row: (record) => rowOf(IMPORT, record),
  canonical: importRecord,
};
