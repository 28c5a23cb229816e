import { FITS, type Offer } from "@/lib/domain/requirements/offer";
import { offerRecord } from "@/lib/domain/history/record";
import type { Prisma } from "../generated/client";
import type { OfferModel } from "../generated/models";
import type { Db } from "../prisma";
import { atAndReason, dateOrNull, fromVersion, type Stored, type Written } from "./codec";
import { storedAs } from "./columns";
import { ON_PLEDGE, pledgeIdOf, type OnPledge } from "./pledge-of";
import { ALL_STORES, BY_ID, type RecordStore } from "./store";

const NAMED = { ...ON_PLEDGE, requirement: { select: { reference: true } } } as const;

export const offerStore: RecordStore<Offer> = {
  table: "offer",
  ...BY_ID,
  nameOf: ({ id, pledge, requirement }) => `${id} of ${pledge} for ${requirement}`,
  canonical: offerRecord,
  insert: async (db, record) => {
    const where = { reference: record.requirement };
    const { id: requirementId } = await db.requirement.findUniqueOrThrow({ where, select: { id: true } });
    const pledgeId = await pledgeIdOf(db, record.pledge);
    return db.offer.create({ data: { ...rowOf(record), requirementId, pledgeId }, select: { id: true } });
  },
  update: (db, before, after) => db.offer.updateMany(fromVersion(rowOf, before, after)),
};

export async function selectOffers(
  db: Db,
  where: Prisma.OfferWhereInput,
  orderBy: Prisma.OfferOrderByWithRelationInput[] = [{ createdAt: "asc" }, { id: "asc" }],
  limit = ALL_STORES,
): Promise<Offer[]> {
  const rows = await db.offer.findMany({
    where,
    orderBy,
    take: limit,
    include: NAMED,
    relationLoadStrategy: "join",
  });
  return rows.map(offerOf);
}

export type OfferRow = OnPledge<Stored<OfferModel>> & {
  readonly requirement: { readonly reference: string };
};

const ROW = storedAs<Offer, OfferModel>()({
  asIs: ["id", "amount", "reason", "version"],
  instants: ["createdAt", "updatedAt"],
  codes: { fit: FITS },
});

export const offerOf = (row: OfferRow): Offer => ({
  ...ROW.read(row),
  requirement: row.requirement.reference,
  pledge: row.pledge.reference,
  contribution: row.contributionId,
  withdrawn: atAndReason(row.withdrawnAt, row.withdrawReason),
});

const rowOf = (record: Offer) =>
  ({
    ...ROW.write(record),
    contributionId: record.contribution,
    withdrawnAt: dateOrNull(record.withdrawn?.at ?? null),
    withdrawReason: record.withdrawn?.reason ?? null,
  }) satisfies Written<OfferModel, "requirementId" | "pledgeId">;
