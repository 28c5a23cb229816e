import { FITS, type Offer } from "@/lib/domain/requirements/offer";
import { offerRecord } from "@/lib/domain/history/record";
import type { Prisma } from "../generated/client";
import type { OfferModel } from "../generated/models";
import type { Db } from "../prisma";
import {
  atAndReason,
  changedColumns,
  date,
  dateOrNull,
  instantColumn,
  oneOfOrNull,
  type Stored,
  type Written,
} from "./codec";
import { ON_PLEDGE, pledgeIdOf, type OnPledge } from "./pledge-of";
import { ALL_STORES, type RecordStore } from "./store";

const NAMED = { ...ON_PLEDGE, requirement: { select: { reference: true } } } as const;

export const offerStore: RecordStore<Offer> = {
  table: "offer",
  key: "id",
  idOf: ({ id }) => id,
  nameOf: ({ id, pledge, requirement }) => `${id} of ${pledge} for ${requirement}`,
  canonical: offerRecord,
  insert: async (db, record) => {
    const where = { reference: record.requirement };
    const { id: requirementId } = await db.requirement.findUniqueOrThrow({ where, select: { id: true } });
    const pledgeId = await pledgeIdOf(db, record.pledge);
    return db.offer.create({ data: { ...rowOf(record), requirementId, pledgeId }, select: { id: true } });
  },
  update: (db, before, after) =>
    db.offer.updateMany({
      where: { id: before.id, version: before.version },
      data: changedColumns(rowOf(before), rowOf(after)),
    }),
};

export async function selectOffers(
  db: Db,
  where: Prisma.OfferWhereInput,
  orderBy: Prisma.OfferOrderByWithRelationInput[] = [{ createdAt: "asc" }, { id: "asc" }],
  take = ALL_STORES,
): Promise<Offer[]> {
  const rows = await db.offer.findMany({
    where,
    orderBy,
    take,
    include: NAMED,
    relationLoadStrategy: "join",
  });
  return rows.map(offerOf);
}

export type OfferRow = OnPledge<Stored<OfferModel>> & {
  readonly requirement: { readonly reference: string };
};

export const offerOf = (row: OfferRow): Offer => ({
  id: row.id,
  requirement: row.requirement.reference,
  pledge: row.pledge.reference,
  contribution: row.contributionId,
  amount: row.amount,
  fit: oneOfOrNull(FITS, row.fit),
  reason: row.reason,
  withdrawn: atAndReason(row.withdrawnAt, row.withdrawReason),
  version: row.version,
  createdAt: instantColumn(row.createdAt),
  updatedAt: instantColumn(row.updatedAt),
});

const rowOf = (record: Offer) =>
  ({
    id: record.id,
    contributionId: record.contribution,
    amount: record.amount,
    fit: record.fit,
    reason: record.reason,
    withdrawnAt: dateOrNull(record.withdrawn?.at ?? null),
    withdrawReason: record.withdrawn?.reason ?? null,
    version: record.version,
    createdAt: date(record.createdAt),
    updatedAt: date(record.updatedAt),
  }) satisfies Written<OfferModel, "requirementId" | "pledgeId">;
