import type { Export } from "@/lib/domain/log/export";
import { exportRecord } from "@/lib/domain/history/record";
import type { ExportModel } from "../generated/models";
import { changedColumns, date, fromJson, instantColumn, jsonOf, type Stored, type Written } from "./codec";
import type { RecordStore } from "./store";

export const exportStore: RecordStore<Export> = {
  table: "export",
  key: "id",
  idOf: ({ id }) => id,
  nameOf: ({ reference }) => reference,
  canonical: exportRecord,
  insert: (db, record) => db.export.create({ data: rowOf(record), select: { id: true } }),
  update: (db, before, after) =>
    db.export.updateMany({
      where: { id: before.id, version: before.version },
      data: changedColumns(rowOf(before), rowOf(after)),
    }),
};

export const exportOf = (row: Stored<ExportModel>): Export => ({
  id: row.id,
  reference: row.reference,
  view: fromJson(row.view),
  purpose: row.purpose,
  asOf: instantColumn(row.asOf),
  position: fromJson(row.position),
  complete: row.complete,
  events: row.events,
  records: fromJson(row.records),
  rows: fromJson(row.rows),
  manifestSha256: row.manifestSha256,
  version: row.version,
});

const rowOf = (record: Export) =>
  ({
    id: record.id,
    reference: record.reference,
    view: jsonOf(record.view),
    purpose: record.purpose,
    asOf: date(record.asOf),
    position: jsonOf(record.position),
    complete: record.complete,
    events: record.events,
    records: jsonOf(record.records),
    rows: jsonOf(record.rows),
    manifestSha256: record.manifestSha256,
    version: record.version,
  }) satisfies Written<ExportModel>;
