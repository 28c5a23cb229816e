import type { ImportRecord } from "@/lib/domain/import/import";
import { importRecord } from "@/lib/domain/history/record";
import type { ImportModel } from "../generated/models";
import type { Db } from "../prisma";
import { fromVersion, type Stored, type Written } from "./codec";
import { storedAs } from "./columns";
import { BY_ID, type RecordStore } from "./store";

export const importStore: RecordStore<ImportRecord> = {
  table: "import",
  ...BY_ID,
  nameOf: ({ reference }) => reference,
  canonical: importRecord,
  insert: (db, record) => db.import.create({ data: rowOf(record), select: { id: true } }),
  update: (db, before, after) => db.import.updateMany(fromVersion(rowOf, before, after)),
};

export async function selectImport(db: Db, id: string): Promise<ImportRecord | null> {
  const row = await db.import.findUnique({ where: { id } });
  return row && importOf(row);
}

const ROW = storedAs<ImportRecord, ImportModel>()({
  asIs: ["id", "reference", "imported", "proposed", "leftOut", "version"],
  json: ["file", "undone"],
});

export const importOf = (row: Stored<ImportModel>): ImportRecord => ROW.read(row);

const rowOf = (record: ImportRecord) => ROW.write(record) satisfies Written<ImportModel>;
