import type { Export } from "@/lib/domain/log/export";
import { exportRecord } from "@/lib/domain/history/record";
import type { ExportModel } from "../generated/models";
import { fromVersion, type Stored, type Written } from "./codec";
import { storedAs } from "./columns";
import { BY_ID, type RecordStore } from "./store";

export const exportStore: RecordStore<Export> = {
  table: "export",
  ...BY_ID,
  nameOf: ({ reference }) => reference,
  canonical: exportRecord,
  insert: (db, record) => db.export.create({ data: rowOf(record), select: { id: true } }),
  update: (db, before, after) => db.export.updateMany(fromVersion(rowOf, before, after)),
};

const ROW = storedAs<Export, ExportModel>()({
  asIs: ["id", "reference", "purpose", "complete", "events", "manifestSha256", "version"],
  instants: ["asOf"],
  json: ["view", "position", "records", "rows"],
});

export const exportOf = (row: Stored<ExportModel>): Export => ROW.read(row);

const rowOf = (record: Export) => ROW.write(record) satisfies Written<ExportModel>;
