// Entries are stored whole, in order.
import type { Finding } from "@/lib/domain/oversight/finding";
import { findingRecord } from "@/lib/domain/history/record";
import { RECORD_KINDS } from "@/lib/domain/oversight/record-key";
import type { FindingModel } from "../generated/models";
import type { Db } from "../prisma";
import { fromVersion, oneOfColumn, type Stored, type Written } from "./codec";
import { storedAs } from "./columns";
import { byReferenceOrId } from "./reference-or-id";
import { BY_ID, type RecordStore } from "./store";

export const findingStore: RecordStore<Finding> = {
  table: "finding",
  ...BY_ID,
  nameOf: ({ reference }) => reference,
  canonical: findingRecord,
  insert: (db, record) => db.finding.create({ data: rowOf(record), select: { id: true } }),
  update: (db, before, after) => db.finding.updateMany(fromVersion(rowOf, before, after)),
};

export async function selectFinding(db: Db, name: string): Promise<Finding | null> {
  const row = await db.finding.findUnique({ where: byReferenceOrId(name) });
  return row && findingOf(row);
}

const ROW = storedAs<Finding, FindingModel>()({
  asIs: ["id", "reference", "text", "authorId", "version"],
  instants: ["createdAt", "updatedAt"],
  json: ["entries"],
});

export const findingOf = (row: Stored<FindingModel>): Finding => ({
  ...ROW.read(row),
  about: { kind: oneOfColumn(RECORD_KINDS, row.aboutKind), key: row.aboutKey },
});

const rowOf = (record: Finding) =>
  ({
    ...ROW.write(record),
    aboutKind: record.about.kind,
    aboutKey: record.about.key,
  }) satisfies Written<FindingModel, "number" | "state">;
