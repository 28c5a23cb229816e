// An approval is a row with links to the pledges it serves; a removed link stays, marked.
import { APPROVAL_FIELDS, type Approval } from "@/lib/domain/pledge/approval";
import { approvalRecord } from "@/lib/domain/history/record";
import type { Prisma } from "../generated/client";
import type { ApprovalModel } from "../generated/models";
import type { Db } from "../prisma";
import { changedColumns, type Stored, type Written } from "./codec";
import { columnsOf, storedAs } from "./columns";
import { BY_ID, type RecordStore } from "./store";

const VALUES = columnsOf(APPROVAL_FIELDS);
const ROW = storedAs<Approval, ApprovalModel>()({
  asIs: ["id", "participant", "version"],
  instants: ["createdAt", "updatedAt"],
  json: ["limits"],
});

const WHOLE = {
  serves: { where: { removedIn: null }, select: { pledge: { select: { reference: true } } } },
} satisfies Prisma.ApprovalInclude;

export const approvalStore: RecordStore<Approval> = {
  table: "approval",
  ...BY_ID,
  nameOf: ({ id, body, participant }) => `${body} (${participant}, ${id})`,
  canonical: approvalRecord,
  insert: async (db, record) => {
    await db.approval.create({ data: rowOf(record), select: { id: true } });
    await link(db, null, record);
  },
  update: async (db, before, after) => {
    const data = changedColumns(rowOf(before), rowOf(after));
    const updated = await db.approval.updateMany({ where: { id: before.id, version: before.version }, data });
    if (updated.count === 1) await link(db, before, after);
    return updated;
  },
};

export const IN_ORDER: Prisma.ApprovalOrderByWithRelationInput[] = [{ createdAt: "asc" }, { id: "asc" }];

export async function selectApprovals(db: Db, where: Prisma.ApprovalWhereInput): Promise<Approval[]> {
  const rows = await db.approval.findMany({
    where,
    orderBy: IN_ORDER,
    include: WHOLE,
    relationLoadStrategy: "join",
  });
  return rows.map(approvalOf);
}

export async function selectApproval(db: Db, id: string): Promise<Approval | null> {
  const [approval] = await selectApprovals(db, { id });
  return approval ?? null;
}

/** In order. */
export const serving = (reference: string): Prisma.ApprovalWhereInput => ({
  serves: { some: { removedIn: null, pledge: { reference } } },
});

export type ApprovalRow = Stored<ApprovalModel> & {
  readonly serves: readonly { readonly pledge: { readonly reference: string } }[];
};

export const approvalOf = (row: ApprovalRow): Approval => ({
  ...ROW.read(row),
  ...VALUES.fromRow(row),
  serves: row.serves.map(({ pledge }) => pledge.reference).sort(),
});

const rowOf = (record: Approval) =>
  ({ ...ROW.write(record), ...VALUES.toRow(record) }) satisfies Written<ApprovalModel>;

/** Updates the links to match the record. */
async function link(db: Db, before: Approval | null, { id, serves, version }: Approval): Promise<void> {
  const gone = (before?.serves ?? []).filter((reference) => !serves.includes(reference));
  const added = serves.filter((reference) => !before?.serves.includes(reference));
  if (gone.length > 0)
    await db.approvalPledge.updateMany({
      where: { approvalId: id, removedIn: null, pledge: { reference: { in: gone } } },
      data: { removedIn: version },
    });
  if (added.length === 0) return;
  const pledges = await db.pledge.findMany({
    where: { reference: { in: added } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  if (pledges.length !== added.length)
    throw new Error("an approval serves pledges that are there, each once");
  for (const { id: pledgeId } of pledges)
    await db.approvalPledge.upsert({
      where: { approvalId_pledgeId: { approvalId: id, pledgeId } },
      create: { approvalId: id, pledgeId },
      update: { removedIn: null },
      select: { pledgeId: true },
    });
}
