import type { Handover } from "@/lib/domain/people/handover";
import { handoverRecord } from "@/lib/domain/history/record";
import type { HandoverModel } from "../generated/models";
import type { Db } from "../prisma";
import { fromVersion, type Stored, type Written } from "./codec";
import { storedAs } from "./columns";
import { BY_ID, type RecordStore } from "./store";

export const handoverStore: RecordStore<Handover> = {
  table: "handover",
  ...BY_ID,
  nameOf: ({ id }) => id,
  canonical: handoverRecord,
  insert: (db, record) => db.handover.create({ data: rowOf(record), select: { id: true } }),
  update: (db, before, after) => db.handover.updateMany(fromVersion(rowOf, before, after)),
};

export async function selectHandover(db: Db, id: string): Promise<Handover | null> {
  const row = await db.handover.findUnique({ where: { id } });
  return row && handoverOf(row);
}

const ROW = storedAs<Handover, HandoverModel>()({
  asIs: ["id", "fromId", "toId", "participants", "note", "pledges", "version"],
  instants: ["createdAt"],
  json: ["entries"],
});

export const handoverOf = (row: Stored<HandoverModel>): Handover => ROW.read(row);

const rowOf = (record: Handover) => ROW.write(record) satisfies Written<HandoverModel, "state">;
