import { DELIVERED_AS, type Delivery } from "@/lib/domain/pledge/delivery";
import { deliveryRecord } from "@/lib/domain/history/record";
import type { Prisma } from "../generated/client";
import type { DeliveryModel } from "../generated/models";
import type { Db } from "../prisma";
import {
  atAndReason,
  changedColumns,
  date,
  dateOrNull,
  dayColumn,
  fromJson,
  instantColumn,
  jsonOrNull,
  oneOfColumn,
  type Stored,
  type Written,
} from "./codec";
import { ON_PLEDGE, pledgeIdOf, type OnPledge } from "./pledge-of";
import type { RecordStore } from "./store";

export const deliveryStore: RecordStore<Delivery> = {
  table: "delivery",
  key: "id",
  idOf: ({ id }) => id,
  nameOf: ({ id, pledge }) => `${id} of ${pledge}`,
  canonical: deliveryRecord,
  insert: async (db, record) =>
    db.delivery.create({
      data: { ...rowOf(record), pledgeId: await pledgeIdOf(db, record.pledge) },
      select: { id: true },
    }),
  update: (db, before, after) =>
    db.delivery.updateMany({
      where: { id: before.id, version: before.version },
      data: changedColumns(rowOf(before), rowOf(after)),
    }),
};

/** The display order of a pledge's reports. */
const IN_ORDER: Prisma.DeliveryOrderByWithRelationInput[] = [
  { deliveredOn: "asc" },
  { createdAt: "asc" },
  { id: "asc" },
];

export async function selectDeliveries(
  db: Db,
  where: Prisma.DeliveryWhereInput,
  orderBy: Prisma.DeliveryOrderByWithRelationInput[] = IN_ORDER,
): Promise<Delivery[]> {
  const rows = await db.delivery.findMany({
    where,
    orderBy,
    include: ON_PLEDGE,
    relationLoadStrategy: "join",
  });
  return rows.map(deliveryOf);
}

export async function selectDelivery(db: Db, id: string): Promise<Delivery | null> {
  const [delivery] = await selectDeliveries(db, { id });
  return delivery ?? null;
}

export const deliveryOf = (row: OnPledge<Stored<DeliveryModel>>): Delivery => ({
  id: row.id,
  pledge: row.pledge.reference,
  contribution: row.contributionId,
  quantity: fromJson(row.quantity),
  money: fromJson(row.money),
  deliveredOn: dayColumn(row.deliveredOn),
  definition: oneOfColumn(DELIVERED_AS, row.definition),
  evidence: row.evidence,
  confirmation: fromJson(row.confirmation),
  note: row.note,
  retracted: atAndReason(row.retractedAt, row.retractReason),
  version: row.version,
  createdAt: instantColumn(row.createdAt),
  updatedAt: instantColumn(row.updatedAt),
});

const rowOf = (record: Delivery) =>
  ({
    id: record.id,
    contributionId: record.contribution,
    quantity: jsonOrNull(record.quantity),
    money: jsonOrNull(record.money),
    deliveredOn: date(record.deliveredOn),
    definition: record.definition,
    evidence: record.evidence,
    confirmation: jsonOrNull(record.confirmation),
    note: record.note,
    retractedAt: dateOrNull(record.retracted?.at ?? null),
    retractReason: record.retracted?.reason ?? null,
    version: record.version,
    createdAt: date(record.createdAt),
    updatedAt: date(record.updatedAt),
  }) satisfies Written<DeliveryModel, "pledgeId">;
