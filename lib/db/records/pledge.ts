// A pledge's own row, contributions and evidence are read and written together. Only new, changed or removed lines are
// written.
import { atomsOf, isSameCondition } from "@/lib/domain/pledge/condition";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { PLEDGE_FIELDS } from "@/lib/domain/pledge/pledge-fields";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { pledgeRecord } from "@/lib/domain/history/record";
import { OPEN_STAGES, STAGES } from "@/lib/domain/pledge/stages";
import type { Prisma } from "../generated/client";
import type { ContributionModel, PledgeModel } from "../generated/models";
import type { Db } from "../prisma";
import {
  atAndReason,
  changedColumns,
  date,
  dateOrNull,
  dayColumn,
  dayOrNull,
  fromJson,
  instantColumn,
  jsonOf,
  jsonOrNull,
  oneOfColumn,
  oneOfOrNull,
  type Stored,
  type Written,
} from "./codec";
import { columnsOf } from "./columns";
import {
  CITED,
  contributionOf,
  contributionRows,
  evidenceFromRow,
  evidenceRows,
  type EvidenceRow,
} from "./pledge-lines";
import { BY_ID, type RecordStore } from "./store";

const VALUES = columnsOf(PLEDGE_FIELDS);

const WHOLE = {
  contributions: { where: { removedIn: null }, orderBy: { position: "asc" } },
  evidence: { orderBy: { position: "asc" }, include: { source: { select: CITED } } },
} as const satisfies Prisma.PledgeInclude;

export const pledgeStore: RecordStore<Pledge> = {
  table: "pledge",
  ...BY_ID,
  nameOf: ({ reference }) => reference,
  canonical: pledgeRecord,
  insert: async (db, record) => {
    const contributions = { create: contributionRows(record).map(({ pledgeId: _, ...line }) => line) };
    const evidence = { create: evidenceRows(record).map(({ pledgeId: _, ...piece }) => piece) };
    await db.pledge.create({ data: { ...pledgeRow(record), contributions, evidence }, select: { id: true } });
  },
  update: async (db, before, after) => {
    const data = changedColumns(pledgeRow(before), pledgeRow(after));
    const updated = await db.pledge.updateMany({ where: { id: before.id, version: before.version }, data });
    if (updated.count === 1) await putLines(db, before, after);
    return updated;
  },
  ownChanges: (before, after) =>
    hasSameLines(before, after) && isSameCondition(before.condition, after.condition)
      ? changedColumns(pledgeRow(before), pledgeRow(after))
      : null,
  rows: () => Promise.resolve(pledgeRow),
};

const hasSameLines = (before: Pledge, after: Pledge): boolean =>
  areEqual(contributionRows(before), contributionRows(after)) &&
  areEqual(evidenceRows(before), evidenceRows(after));
const areEqual = (before: readonly object[], after: readonly object[]): boolean =>
  JSON.stringify(before) === JSON.stringify(after);

/** By id. */
export async function selectPledges(db: Db, where: Prisma.PledgeWhereInput): Promise<Pledge[]> {
  const rows = await db.pledge.findMany({
    where,
    orderBy: { id: "asc" },
    include: WHOLE,
    relationLoadStrategy: "join",
  });
  return rows.map(pledgeFromRow);
}

/** The same without their evidence: where many are read for what they bring. By id. */
export async function selectPledgesWithLines(
  db: Db,
  where: Prisma.PledgeWhereInput,
): Promise<Omit<Pledge, "evidence">[]> {
  const rows = await db.pledge.findMany({
    where,
    orderBy: { id: "asc" },
    include: { contributions: WHOLE.contributions },
    relationLoadStrategy: "join",
  });
  return rows.map((row) => {
    const { evidence: _none, ...pledge } = pledgeFromRow({ ...row, evidence: [] });
    return pledge;
  });
}

export async function selectPledge(db: Db, where: Prisma.PledgeWhereUniqueInput): Promise<Pledge | null> {
  const row = await db.pledge.findUnique({ where, include: WHOLE, relationLoadStrategy: "join" });
  return row && pledgeFromRow(row);
}

/** Updates the leaves to match the record. */
export async function putLeaves(db: Db, pledge: Pledge): Promise<void> {
  const wanted = leafRows(pledge);
  const named = wanted.map(({ kind, key, atLeast }) => ({ kind, key, atLeast }));
  await db.conditionLeaf.deleteMany({ where: { pledgeId: pledge.id, NOT: named } });
  if (wanted.length > 0) await db.conditionLeaf.createMany({ data: wanted, skipDuplicates: true });
}

/** Each leaf of its condition once. */
export const leafRows = ({ id: pledgeId, condition }: Pick<Pledge, "id" | "condition">) =>
  atomsOf(condition).map((leaf) => {
    if ("trigger" in leaf) return { pledgeId, kind: "trigger", key: leaf.trigger, atLeast: "" };
    if ("approval" in leaf) return { pledgeId, kind: "approval", key: leaf.approval, atLeast: "" };
    return { pledgeId, kind: "pledge", key: leaf.pledge, atLeast: leaf.atLeast };
  });

async function putLines(db: Db, before: Pledge, after: Pledge): Promise<void> {
  const lines = sorted(contributionRows(before), contributionRows(after));
  const pieces = sorted(evidenceRows(before), evidenceRows(after));
  if (pieces.gone.length > 0) throw new Error("evidence is retracted, never removed");
  const pledgeId = after.id;
  // A proposal may name a contribution that was removed since.
  for (const line of lines.added)
    await db.contribution.upsert({
      where: { id: line.id, pledgeId },
      create: line,
      update: line,
      select: { id: true },
    });
  for (const { was, is } of lines.changed)
    await db.contribution.updateMany({ where: { id: is.id, pledgeId }, data: changedColumns(was, is) });
  if (lines.gone.length > 0)
    await db.contribution.updateMany({
      where: { pledgeId, id: { in: lines.gone.map(({ id }) => id) } },
      data: { removedIn: after.version },
    });
  for (const piece of pieces.added) await db.evidence.create({ data: piece, select: { id: true } });
  for (const { was, is } of pieces.changed)
    await db.evidence.updateMany({ where: { id: is.id, pledgeId }, data: changedColumns(was, is) });
}

function sorted<R extends { id: string }>(before: R[], after: R[]) {
  const old = new Map(before.map((row) => [row.id, row]));
  const kept = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !old.has(id)),
    changed: after.flatMap((is) => {
      const was = old.get(is.id);
      return was && Object.keys(changedColumns(was, is)).length > 0 ? [{ was, is }] : [];
    }),
    gone: before.filter(({ id }) => !kept.has(id)),
  };
}

export type StoredPledgeRow = Stored<PledgeModel> & {
  readonly contributions: readonly Stored<ContributionModel>[];
  readonly evidence: readonly EvidenceRow[];
};

export const pledgeFromRow = (row: StoredPledgeRow): Pledge => ({
  id: row.id,
  reference: row.reference,
  participant: row.participant,
  priority: oneOfColumn(PRIORITIES, row.priority),
  version: row.version,
  ...VALUES.fromRow(row),
  stage: oneOfColumn(STAGES, row.stage),
  stageReason: row.stageReason,
  stageSetOn: dayColumn(row.stageSetOn),
  suspendedFrom: oneOfOrNull(OPEN_STAGES, row.suspendedFrom),
  pledgedByStepOn: dayOrNull(row.pledgedByStepOn),
  lastConfirmedOn: dayOrNull(row.lastConfirmedOn),
  condition: fromJson(row.condition),
  conditionSetOn: dayOrNull(row.conditionSetOn),
  jointWith: fromJson(row.jointWith),
  onBehalfOf: fromJson(row.onBehalfOf),
  voided: atAndReason(row.voidedAt, row.voidReason),
  supersededBy: row.supersededBy,
  createdAt: instantColumn(row.createdAt),
  updatedAt: instantColumn(row.updatedAt),
  contributions: row.contributions.map(contributionOf),
  evidence: row.evidence.map(evidenceFromRow),
});

const pledgeRow = (record: Pledge) =>
  ({
    id: record.id,
    reference: record.reference,
    participant: record.participant,
    priority: record.priority,
    number: Number(record.reference.slice(record.reference.lastIndexOf("-") + 1)),
    version: record.version,
    ...VALUES.toRow(record),
    stage: record.stage,
    stageReason: record.stageReason,
    stageSetOn: date(record.stageSetOn),
    suspendedFrom: record.suspendedFrom,
    pledgedByStepOn: dateOrNull(record.pledgedByStepOn),
    lastConfirmedOn: dateOrNull(record.lastConfirmedOn),
    condition: jsonOrNull(record.condition),
    conditionSetOn: dateOrNull(record.conditionSetOn),
    jointWith: jsonOf(record.jointWith),
    onBehalfOf: jsonOf(record.onBehalfOf),
    voidedAt: dateOrNull(record.voided?.at ?? null),
    voidReason: record.voided?.reason ?? null,
    supersededBy: record.supersededBy,
    createdAt: date(record.createdAt),
    updatedAt: date(record.updatedAt),
  }) satisfies Written<PledgeModel>;
