import type { ImportRecord } from "@/lib/domain/import/import";
import { importRecord } from "@/lib/domain/history/record";
import type { ImportModel } from "../generated/models";
import type { Db } from "../prisma";
import { changedColumns, fromJson, jsonOf, jsonOrNull, type Stored, type Written } from "./codec";
import type { RecordStore } from "./store";

export const importStore: RecordStore<ImportRecord> = {
  table: "import",
  key: "id",
  idOf: ({ id }) => id,
  nameOf: ({ reference }) => reference,
  canonical: importRecord,
  insert: (db, record) => db.import.create({ data: rowOf(record), select: { id: true } }),
  update: (db, before, after) =>
    db.import.updateMany({
      where: { id: before.id, version: before.version },
      data: changedColumns(rowOf(before), rowOf(after)),
    }),
};

export async function selectImport(db: Db, id: string): Promise<ImportRecord | null> {
  const row = await db.import.findUnique({ where: { id } });
  return row && importOf(row);
}

export const importOf = (row: Stored<ImportModel>): ImportRecord => ({
  id: row.id,
  reference: row.reference,
  file: fromJson(row.file),
  imported: row.imported,
  proposed: row.proposed,
  leftOut: row.leftOut,
  undone: fromJson(row.undone),
  version: row.version,
});

const rowOf = (record: ImportRecord) =>
  ({
    id: record.id,
    reference: record.reference,
    file: jsonOf(record.file),
    imported: record.imported,
    proposed: record.proposed,
    leftOut: record.leftOut,
    undone: jsonOrNull(record.undone),
    version: record.version,
  }) satisfies Written<ImportModel>;
