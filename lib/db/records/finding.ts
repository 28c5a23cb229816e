// A finding is one row; what was written to it is kept whole, in its order.
import type { Finding } from "@/lib/domain/finding";
import { findingRecord } from "@/lib/domain/record";
import { membersOf, rowOf, type Fields, type Shape } from "./shape";

const FINDING: Fields<Finding> = {
  id: "plain",
  reference: "plain",
  text: "plain",
  authorId: "plain",
  entries: "json",
  version: "plain",
  createdAt: "instant",
  updatedAt: "instant",
};

export const finding: Shape<Finding> = {
  table: "finding",
  key: "id",
  idOf: (record) => record.id,
  nameOf: (record) => record.reference,
  json: `json_build_object(${membersOf(FINDING, "r")}, 'about', json_build_object('kind', r.about_kind, 'key', r.about_key))`,
  row: (record) => ({
    ...rowOf(FINDING, record),
    about_kind: record.about.kind,
    about_key: record.about.key,
  }),
  canonical: findingRecord,
};
