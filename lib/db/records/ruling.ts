import { EVIDENCE_FIELDS } from "@/lib/domain/pledge/evidence";
import { rulingRecord } from "@/lib/domain/history/record";
import type { RuledValue } from "@/lib/domain/proposals/ruled-value";
import type { KnownRuling, Ruling } from "@/lib/domain/proposals/ruling";
import type { Prisma } from "../generated/client";
import type { RulingModel } from "../generated/models";
import type { Db } from "../prisma";
import { fromJson, fromVersion, jsonOrNull, type Stored, type Written } from "./codec";
import { storedAs } from "./columns";
import { ON_PLEDGE, pledgeIdOf, type OnPledge } from "./pledge-of";
import { BY_ID, type RecordStore } from "./store";

export const rulingStore: RecordStore<Ruling> = {
  table: "ruling",
  ...BY_ID,
  nameOf: ({ id, pledge }) => `${id} on ${pledge}`,
  canonical: rulingRecord,
  insert: async (db, record) =>
    db.ruling.create({
      data: { ...rowOf(record), pledgeId: await pledgeIdOf(db, record.pledge) },
      select: { id: true },
    }),
  update: (db, before, after) => db.ruling.updateMany(fromVersion(rowOf, before, after)),
};

/** With the rulers' names, oldest first. */
export async function selectKnownRulings(db: Db, where: Prisma.RulingWhereInput): Promise<KnownRuling[]> {
  const rows = await db.ruling.findMany({
    where,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { ...ON_PLEDGE, ruler: { select: { name: true } } },
    relationLoadStrategy: "join",
  });
  return rows.map(({ ruler, ...row }) => ({ ...rulingOf(row), ruledBy: ruler.name }));
}

const ROW = storedAs<Ruling, RulingModel>()({
  asIs: ["id", "holds", "finding", "reason", "weighed", "supersedes", "rulerId", "version"],
  instants: ["createdAt"],
  codes: { field: EVIDENCE_FIELDS },
});

export const rulingOf = (row: OnPledge<Stored<RulingModel>>): Ruling => ({
  ...ROW.read(row),
  pledge: row.pledge.reference,
  ...(row.says === null ? {} : { says: fromJson<RuledValue>(row.says) }),
});

const rowOf = (record: Ruling) =>
  ({ ...ROW.write(record), says: jsonOrNull(record.says ?? null) }) satisfies Written<
    RulingModel,
    "pledgeId"
  >;
