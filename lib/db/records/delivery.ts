import { DELIVERED_AS, type Delivery } from "@/lib/domain/pledge/delivery";
import { deliveryRecord } from "@/lib/domain/history/record";
import type { Prisma } from "../generated/client";
import type { DeliveryModel } from "../generated/models";
import type { Db } from "../prisma";
import { atAndReason, dateOrNull, fromVersion, type Stored, type Written } from "./codec";
import { storedAs } from "./columns";
import { ON_PLEDGE, pledgeIdOf, type OnPledge } from "./pledge-of";
import { BY_ID, type RecordStore } from "./store";

export const deliveryStore: RecordStore<Delivery> = {
  table: "delivery",
  ...BY_ID,
  nameOf: ({ id, pledge }) => `${id} of ${pledge}`,
  canonical: deliveryRecord,
  insert: async (db, record) =>
    db.delivery.create({
      data: { ...rowOf(record), pledgeId: await pledgeIdOf(db, record.pledge) },
      select: { id: true },
    }),
  update: (db, before, after) => db.delivery.updateMany(fromVersion(rowOf, before, after)),
};

/** The display order of a pledge's reports. */
const IN_ORDER: Prisma.DeliveryOrderByWithRelationInput[] = [
  { deliveredOn: "asc" },
  { createdAt: "asc" },
  { id: "asc" },
];

export async function selectDeliveries(db: Db, where: Prisma.DeliveryWhereInput): Promise<Delivery[]> {
  const rows = await db.delivery.findMany({
    where,
    orderBy: IN_ORDER,
    include: ON_PLEDGE,
    relationLoadStrategy: "join",
  });
  return rows.map(deliveryOf);
}

export async function selectDelivery(db: Db, id: string): Promise<Delivery | null> {
  const [delivery] = await selectDeliveries(db, { id });
  return delivery ?? null;
}

const ROW = storedAs<Delivery, DeliveryModel>()({
  asIs: ["id", "evidence", "note", "version"],
  days: ["deliveredOn"],
  instants: ["createdAt", "updatedAt"],
  json: ["quantity", "money", "confirmation"],
  codes: { definition: DELIVERED_AS },
});

export const deliveryOf = (row: OnPledge<Stored<DeliveryModel>>): Delivery => ({
  ...ROW.read(row),
  pledge: row.pledge.reference,
  contribution: row.contributionId,
  retracted: atAndReason(row.retractedAt, row.retractReason),
});

const rowOf = (record: Delivery) =>
  ({
    ...ROW.write(record),
    contributionId: record.contribution,
    retractedAt: dateOrNull(record.retracted?.at ?? null),
    retractReason: record.retracted?.reason ?? null,
  }) satisfies Written<DeliveryModel, "pledgeId">;
