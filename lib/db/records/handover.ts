import type { Handover } from "@/lib/domain/people/handover";
import { handoverRecord } from "@/lib/domain/history/record";
import type { HandoverModel } from "../generated/models";
import type { Db } from "../prisma";
import {
  changedColumns,
  date,
  fromJson,
  instantColumn,
  jsonOrNull,
  type Stored,
  type Written,
} from "./codec";
import type { RecordStore } from "./store";

export const handoverStore: RecordStore<Handover> = {
  table: "handover",
  key: "id",
  idOf: ({ id }) => id,
  nameOf: ({ id }) => id,
  canonical: handoverRecord,
  insert: (db, record) => db.handover.create({ data: rowOf(record), select: { id: true } }),
  update: (db, before, after) =>
    db.handover.updateMany({
      where: { id: before.id, version: before.version },
      data: changedColumns(rowOf(before), rowOf(after)),
    }),
};

export async function selectHandover(db: Db, id: string): Promise<Handover | null> {
  const row = await db.handover.findUnique({ where: { id } });
  return row && handoverOf(row);
}

export const handoverOf = (row: Stored<HandoverModel>): Handover => ({
  id: row.id,
  fromId: row.fromId,
  toId: row.toId,
  participants: row.participants,
  note: row.note,
  pledges: row.pledges,
  entries: row.entries === null ? null : fromJson(row.entries),
  version: row.version,
  createdAt: instantColumn(row.createdAt),
});

const rowOf = (record: Handover) =>
  ({
    id: record.id,
    fromId: record.fromId,
    toId: record.toId,
    participants: record.participants,
    note: record.note,
    pledges: record.pledges,
    entries: jsonOrNull(record.entries),
    version: record.version,
    createdAt: date(record.createdAt),
  }) satisfies Written<HandoverModel, "state">;
