import { EVIDENCE_FIELDS } from "@/lib/domain/pledge/evidence";
import { rulingRecord } from "@/lib/domain/history/record";
import type { RuledValue } from "@/lib/domain/proposals/ruled-value";
import type { KnownRuling, Ruling } from "@/lib/domain/proposals/ruling";
import type { Prisma } from "../generated/client";
import type { RulingModel } from "../generated/models";
import type { Db } from "../prisma";
import {
  changedColumns,
  date,
  fromJson,
  instantColumn,
  jsonOrNull,
  oneOfColumn,
  type Stored,
  type Written,
} from "./codec";
import { ON_PLEDGE, pledgeIdOf, type OnPledge } from "./pledge-of";
import type { RecordStore } from "./store";

export const rulingStore: RecordStore<Ruling> = {
  table: "ruling",
  key: "id",
  idOf: ({ id }) => id,
  nameOf: ({ id, pledge }) => `${id} on ${pledge}`,
  canonical: rulingRecord,
  insert: async (db, record) =>
    db.ruling.create({
      data: { ...rowOf(record), pledgeId: await pledgeIdOf(db, record.pledge) },
      select: { id: true },
    }),
  update: (db, before, after) =>
    db.ruling.updateMany({
      where: { id: before.id, version: before.version },
      data: changedColumns(rowOf(before), rowOf(after)),
    }),
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

export const rulingOf = (row: OnPledge<Stored<RulingModel>>): Ruling => ({
  id: row.id,
  pledge: row.pledge.reference,
  field: oneOfColumn(EVIDENCE_FIELDS, row.field),
  holds: row.holds,
  finding: row.finding,
  reason: row.reason,
  weighed: row.weighed,
  ...(row.says === null ? {} : { says: fromJson<RuledValue>(row.says) }),
  supersedes: row.supersedes,
  rulerId: row.rulerId,
  version: row.version,
  createdAt: instantColumn(row.createdAt),
});

const rowOf = (record: Ruling) =>
  ({
    id: record.id,
    field: record.field,
    holds: record.holds,
    finding: record.finding,
    reason: record.reason,
    weighed: record.weighed,
    says: jsonOrNull(record.says ?? null),
    supersedes: record.supersedes,
    rulerId: record.rulerId,
    version: record.version,
    createdAt: date(record.createdAt),
  }) satisfies Written<RulingModel, "pledgeId">;
