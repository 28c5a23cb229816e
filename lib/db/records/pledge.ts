// A pledge is a row, its contributions and its evidence: read whole, written whole. Of its lines, only those that are new,
// changed or taken off are written.
import { atomsOf } from "@/lib/domain/condition";
import { CONTRIBUTION_KINDS, DOMAINS, LOCATIONS, type Contribution } from "@/lib/domain/contribution";
import {
  CREDIBILITIES,
  EVIDENCE_FIELDS,
  EVIDENCE_KINDS,
  RELIABILITIES,
  type Evidence,
} from "@/lib/domain/evidence";
import { FURTHER_APPROVALS, HANDLINGS, type Pledge } from "@/lib/domain/pledge";
import { PRIORITIES } from "@/lib/domain/priority";
import { QUANTITY_KINDS, UNITS } from "@/lib/domain/quantity";
import { pledgeRecord } from "@/lib/domain/record";
import { OWNERSHIPS } from "@/lib/domain/source";
import { OPEN_STAGES, STAGES } from "@/lib/domain/stages";
import type { Prisma } from "../generated/client";
import type { ContributionModel, EvidenceModel, PledgeModel, SourceModel } from "../generated/models";
import type { Db } from "../prisma";
import {
  atAndReason,
  changed,
  date,
  dateOrNull,
  day,
  dayOrNull,
  fromJson,
  instant,
  jsonOf,
  jsonOrNull,
  numberOrNull,
  oneOf,
  oneOfOrNull,
  type Stored,
  type Written,
} from "./codec";
import type { Store } from "./store";

/** What an evidence says of its source. */
export const CITED = {
  id: true,
  publisher: true,
  url: true,
  title: true,
  publishedOn: true,
  language: true,
  ownership: true,
} as const satisfies Prisma.SourceSelect;

const WHOLE = {
  contributions: { where: { removedIn: null }, orderBy: { position: "asc" } },
  evidence: { orderBy: { position: "asc" }, include: { source: { select: CITED } } },
} as const satisfies Prisma.PledgeInclude;

export const pledgeStore: Store<Pledge> = {
  table: "pledge",
  key: "id",
  idOf: ({ id }) => id,
  nameOf: ({ reference }) => reference,
  canonical: pledgeRecord,
  insert: async (db, record) => {
    const contributions = { create: contributionRows(record).map(({ pledgeId: _, ...line }) => line) };
    const evidence = { create: evidenceRows(record).map(({ pledgeId: _, ...piece }) => piece) };
    await db.pledge.create({ data: { ...pledgeRow(record), contributions, evidence }, select: { id: true } });
  },
  update: async (db, before, after) => {
    const data = changed(pledgeRow(before), pledgeRow(after));
    const updated = await db.pledge.updateMany({ where: { id: before.id, version: before.version }, data });
    if (updated.count === 1) await putLines(db, before, after);
    return updated;
  },
  rows: (_db, records) => Promise.resolve(records.map(pledgeRow)),
};

/** In the order of their ids. */
export async function findPledges(db: Db, where: Prisma.PledgeWhereInput): Promise<Pledge[]> {
  const rows = await db.pledge.findMany({
    where,
    orderBy: { id: "asc" },
    include: WHOLE,
    relationLoadStrategy: "join",
  });
  return rows.map(pledgeOf);
}

export async function findPledge(db: Db, where: Prisma.PledgeWhereUniqueInput): Promise<Pledge | null> {
  const row = await db.pledge.findUnique({ where, include: WHOLE, relationLoadStrategy: "join" });
  return row && pledgeOf(row);
}

/** Makes the leaves what the record says. */
export async function putLeaves(db: Db, pledge: Pledge): Promise<void> {
  const wanted = leafRows(pledge);
  const named = wanted.map(({ kind, key, atLeast }) => ({ kind, key, atLeast }));
  await db.conditionLeaf.deleteMany({ where: { pledgeId: pledge.id, NOT: named } });
  if (wanted.length > 0) await db.conditionLeaf.createMany({ data: wanted, skipDuplicates: true });
}

/** What its condition names, each once. */
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
  // A proposal may name a line that was taken off since.
  for (const line of lines.added)
    await db.contribution.upsert({
      where: { id: line.id, pledgeId },
      create: line,
      update: line,
      select: { id: true },
    });
  for (const { was, is } of lines.changed)
    await db.contribution.updateMany({ where: { id: is.id, pledgeId }, data: changed(was, is) });
  if (lines.gone.length > 0)
    await db.contribution.updateMany({
      where: { pledgeId, id: { in: lines.gone.map(({ id }) => id) } },
      data: { removedIn: after.version },
    });
  for (const piece of pieces.added) await db.evidence.create({ data: piece, select: { id: true } });
  for (const { was, is } of pieces.changed)
    await db.evidence.updateMany({ where: { id: is.id, pledgeId }, data: changed(was, is) });
}

function sorted<R extends { id: string }>(before: R[], after: R[]) {
  const old = new Map(before.map((row) => [row.id, row]));
  const kept = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !old.has(id)),
    changed: after.flatMap((is) => {
      const was = old.get(is.id);
      return was && Object.keys(changed(was, is)).length > 0 ? [{ was, is }] : [];
    }),
    gone: before.filter(({ id }) => !kept.has(id)),
  };
}

export type EvidenceRow = Stored<EvidenceModel> & {
  readonly source: Stored<Pick<SourceModel, keyof typeof CITED>>;
};
export type PledgeRow = Stored<PledgeModel> & {
  readonly contributions: readonly Stored<ContributionModel>[];
  readonly evidence: readonly EvidenceRow[];
};

export const pledgeOf = (row: PledgeRow): Pledge => ({
  id: row.id,
  reference: row.reference,
  participant: row.participant,
  priority: oneOf(PRIORITIES, row.priority),
  version: row.version,
  title: row.title,
  summary: row.summary,
  stage: oneOf(STAGES, row.stage),
  stageReason: row.stageReason,
  stageSetOn: day(row.stageSetOn),
  suspendedFrom: oneOfOrNull(OPEN_STAGES, row.suspendedFrom),
  pledgedByStepOn: dayOrNull(row.pledgedByStepOn),
  statedOn: dayOrNull(row.statedOn),
  windowStart: dayOrNull(row.windowStart),
  windowEnd: dayOrNull(row.windowEnd),
  dueOn: dayOrNull(row.dueOn),
  authorisedBy: row.authorisedBy,
  furtherApproval: oneOf(FURTHER_APPROVALS, row.furtherApproval),
  owner: row.owner,
  nextAction: row.nextAction,
  nextActionDueOn: dayOrNull(row.nextActionDueOn),
  handling: oneOf(HANDLINGS, row.handling),
  lastConfirmedOn: dayOrNull(row.lastConfirmedOn),
  condition: fromJson(row.condition),
  conditionSetOn: dayOrNull(row.conditionSetOn),
  voided: atAndReason(row.voidedAt, row.voidReason),
  supersededBy: row.supersededBy,
  createdAt: instant(row.createdAt),
  updatedAt: instant(row.updatedAt),
  contributions: row.contributions.map(contributionOf),
  evidence: row.evidence.map(evidenceOf),
});

const contributionOf = (row: Stored<ContributionModel>): Contribution => ({
  id: row.id,
  kind: oneOf(CONTRIBUTION_KINDS, row.kind),
  domain: oneOf(DOMAINS, row.domain),
  location: oneOf(LOCATIONS, row.location),
  quantity: {
    kind: oneOf(QUANTITY_KINDS, row.quantityKind),
    min: numberOrNull(row.quantityMin),
    max: numberOrNull(row.quantityMax),
    unit: oneOfOrNull(UNITS, row.quantityUnit),
    asStated: row.quantityAsStated,
    ...(row.quantityCommitment === null ? {} : { commitment: row.quantityCommitment }),
  },
  money:
    row.moneyStated === null || row.moneyCurrency === null
      ? null
      : { amount: row.moneyStated, currency: row.moneyCurrency },
  noticeToMoveDays: row.noticeToMoveDays,
  availableFrom: dayOrNull(row.availableFrom),
  availableTo: dayOrNull(row.availableTo),
  caveats: fromJson(row.caveats),
  allocated:
    row.allocatedOn === null
      ? null
      : {
          quantity: fromJson(row.allocatedQuantity),
          money: fromJson(row.allocatedMoney),
          on: day(row.allocatedOn),
        },
});

const evidenceOf = (row: EvidenceRow): Evidence => {
  const files = fromJson<NonNullable<Evidence["files"]>>(row.files);
  return {
    id: row.id,
    source: {
      id: row.source.id,
      publisher: row.source.publisher,
      url: row.source.url,
      title: row.source.title,
      publishedOn: dayOrNull(row.source.publishedOn),
      language: row.source.language,
      ownership: oneOf(OWNERSHIPS, row.source.ownership),
    },
    kind: oneOf(EVIDENCE_KINDS, row.kind),
    reliability: oneOf(RELIABILITIES, row.reliability),
    credibility: oneOf(CREDIBILITIES, row.credibility),
    quote: row.quote,
    supports: row.supports,
    field: oneOfOrNull(EVIDENCE_FIELDS, row.field),
    claims: row.claims,
    validUntil: dayOrNull(row.validUntil),
    ...(files.length === 0 ? {} : { files }),
    ...(row.spanStart === null || row.spanEnd === null
      ? {}
      : { span: { start: row.spanStart, end: row.spanEnd } }),
    recordedAt: instant(row.recordedAt),
    retracted: atAndReason(row.retractedAt, row.retractReason),
  };
};

const pledgeRow = (record: Pledge) =>
  ({
    id: record.id,
    reference: record.reference,
    participant: record.participant,
    priority: record.priority,
    number: Number(record.reference.slice(record.reference.lastIndexOf("-") + 1)),
    version: record.version,
    title: record.title,
    summary: record.summary,
    stage: record.stage,
    stageReason: record.stageReason,
    stageSetOn: date(record.stageSetOn),
    suspendedFrom: record.suspendedFrom,
    pledgedByStepOn: dateOrNull(record.pledgedByStepOn),
    statedOn: dateOrNull(record.statedOn),
    windowStart: dateOrNull(record.windowStart),
    windowEnd: dateOrNull(record.windowEnd),
    dueOn: dateOrNull(record.dueOn),
    authorisedBy: record.authorisedBy,
    furtherApproval: record.furtherApproval,
    owner: record.owner,
    nextAction: record.nextAction,
    nextActionDueOn: dateOrNull(record.nextActionDueOn),
    handling: record.handling,
    lastConfirmedOn: dateOrNull(record.lastConfirmedOn),
    condition: jsonOrNull(record.condition),
    conditionSetOn: dateOrNull(record.conditionSetOn),
    voidedAt: dateOrNull(record.voided?.at ?? null),
    voidReason: record.voided?.reason ?? null,
    supersededBy: record.supersededBy,
    createdAt: date(record.createdAt),
    updatedAt: date(record.updatedAt),
  }) satisfies Written<PledgeModel>;

export const contributionRows = (record: Pledge) =>
  record.contributions.map(
    ({ quantity, money, allocated, ...line }, position) =>
      ({
        id: line.id,
        pledgeId: record.id,
        position,
        kind: line.kind,
        domain: line.domain,
        location: line.location,
        quantityKind: quantity.kind,
        quantityMin: quantity.min,
        quantityMax: quantity.max,
        quantityUnit: quantity.unit,
        quantityAsStated: quantity.asStated,
        quantityCommitment: quantity.commitment ?? null,
        moneyAmount: money?.amount ?? null,
        moneyCurrency: money?.currency ?? null,
        noticeToMoveDays: line.noticeToMoveDays,
        availableFrom: dateOrNull(line.availableFrom),
        availableTo: dateOrNull(line.availableTo),
        caveats: jsonOf(line.caveats),
        removedIn: null,
        allocatedOn: dateOrNull(allocated?.on ?? null),
        allocatedQuantity: jsonOrNull(allocated?.quantity ?? null),
        allocatedMoney: jsonOrNull(allocated?.money ?? null),
      }) satisfies Written<ContributionModel, "moneyStated">,
  );

export const evidenceRows = (record: Pledge) =>
  record.evidence.map(
    ({ source, retracted, span, files, ...piece }, position) =>
      ({
        id: piece.id,
        pledgeId: record.id,
        sourceId: source.id,
        position,
        kind: piece.kind,
        reliability: piece.reliability,
        credibility: piece.credibility,
        quote: piece.quote,
        supports: piece.supports,
        field: piece.field,
        claims: piece.claims,
        validUntil: dateOrNull(piece.validUntil),
        files: jsonOf(files ?? []),
        spanStart: span?.start ?? null,
        spanEnd: span?.end ?? null,
        recordedAt: date(piece.recordedAt),
        retractedAt: dateOrNull(retracted?.at ?? null),
        retractReason: retracted?.reason ?? null,
      }) satisfies Written<EvidenceModel>,
  );
