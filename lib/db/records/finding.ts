// Entries are stored whole, in order.
import type { Finding } from "@/lib/domain/oversight/finding";
import { findingRecord } from "@/lib/domain/history/record";
import { RECORD_KINDS } from "@/lib/domain/oversight/record-key";
import type { FindingModel } from "../generated/models";
import type { Db } from "../prisma";
import {
  changedColumns,
  date,
  fromJson,
  instantColumn,
  jsonOf,
  oneOfColumn,
  type Stored,
  type Written,
} from "./codec";
import { byReferenceOrId } from "./reference-or-id";
import type { RecordStore } from "./store";

export const findingStore: RecordStore<Finding> = {
  table: "finding",
  key: "id",
  idOf: ({ id }) => id,
  nameOf: ({ reference }) => reference,
  canonical: findingRecord,
  insert: (db, record) => db.finding.create({ data: rowOf(record), select: { id: true } }),
  update: (db, before, after) =>
    db.finding.updateMany({
      where: { id: before.id, version: before.version },
      data: changedColumns(rowOf(before), rowOf(after)),
    }),
};

export async function selectFinding(db: Db, name: string): Promise<Finding | null> {
  const row = await db.finding.findUnique({ where: byReferenceOrId(name) });
  return row && findingOf(row);
}

export const findingOf = (row: Stored<FindingModel>): Finding => ({
  id: row.id,
  reference: row.reference,
  about: { kind: oneOfColumn(RECORD_KINDS, row.aboutKind), key: row.aboutKey },
  text: row.text,
  authorId: row.authorId,
  entries: fromJson(row.entries),
  version: row.version,
  createdAt: instantColumn(row.createdAt),
  updatedAt: instantColumn(row.updatedAt),
});

const rowOf = (record: Finding) =>
  ({
    id: record.id,
    reference: record.reference,
    aboutKind: record.about.kind,
    aboutKey: record.about.key,
    text: record.text,
    authorId: record.authorId,
    entries: jsonOf(record.entries),
    version: record.version,
    createdAt: date(record.createdAt),
    updatedAt: date(record.updatedAt),
  }) satisfies Written<FindingModel, "number" | "state">;
