// Drafted pledges. They aren't records, but technical rows until a person accepts one.
import {
  DRAFT_STATES,
  type DraftContent,
  type DraftState,
  type PledgeDraft,
} from "@/lib/domain/passages/pledge-draft";
import type { EarlierPledge } from "@/lib/domain/passages/drafts/statement";
import type { ComparedPledge } from "@/lib/domain/passages/pledges-alike";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { ROLES } from "@/lib/domain/people/actor";
import { STAGES } from "@/lib/domain/pledge/stages";
import type { Prisma } from "../../generated/client";
import { askPrisma, type Db } from "../../prisma";
import { contributionOf } from "../../records/pledge-lines";
import { dayOrNull, fromJson, instantColumn, oneOfColumn } from "../../records/codec";

export interface DraftScope {
  source: string | null;
  states: readonly DraftState[];
  /** The drafts that an officer sees; null: all. */
  seenBy: { person: string; desk: readonly string[] } | null;
  limit: number;
}

export const findDrafts = ({ source, states, seenBy, limit }: DraftScope): Promise<PledgeDraft[]> =>
  askPrisma((db) =>
    selectDrafts(
      db,
      {
        state: { in: [...states] },
        ...(source === null ? {} : { sourceId: source }),
        ...(seenBy && { OR: [{ personId: seenBy.person }, { participant: { in: [...seenBy.desk] } }] }),
      },
      limit,
    ),
  );

/** Open drafts from a source of participants that aren't on this desk. */
export const countDraftsOffDesk = (sourceId: string, desk: readonly string[]): Promise<number> =>
  askPrisma((db) =>
    db.pledgeDraft.count({
      where: { sourceId, state: "OPEN", participant: { not: null, notIn: [...desk] } },
    }),
  );

export const hasDrafts = (sourceId: string): Promise<boolean> =>
  askPrisma(
    async (db) => (await db.pledgeDraft.findFirst({ where: { sourceId }, select: { id: true } })) !== null,
  );

/** Pledges in force of these participants, the last changed of them, for a text that may repeat them. */
export const findEarlierPledges = (participants: readonly string[]): Promise<EarlierPledge[]> =>
  askPrisma(async (db) => {
    const rows = await db.pledge.findMany({
      where: {
        participant: { in: [...participants] },
        voidedAt: null,
        supersededBy: null,
        stage: { not: "DECLINED" },
      },
      orderBy: [{ updatedAt: "desc" }, { participant: "asc" }, { priority: "asc" }, { number: "asc" }],
      take: MOST_EARLIER,
      select: { reference: true, participant: true, title: true, contributions: LINES },
      relationLoadStrategy: "join",
    });
    return rows.map((row) => ({ ...row, contributions: row.contributions.map(contributionOf) }));
  });

/** Pledges in force of these participants, the last changed of them, to be compared with drafts of this source. */
export const findPledgesToCompare = (
  participants: readonly string[],
  sourceId: string,
): Promise<ComparedPledge[]> =>
  askPrisma(async (db) => {
    const rows = await db.pledge.findMany({
      where: { participant: { in: [...participants] }, voidedAt: null, supersededBy: null },
      orderBy: [{ updatedAt: "desc" }, { participant: "asc" }, { priority: "asc" }, { number: "asc" }],
      take: MOST_EARLIER,
      select: {
        reference: true,
        participant: true,
        priority: true,
        title: true,
        stage: true,
        statedOn: true,
        windowStart: true,
        windowEnd: true,
        contributions: LINES,
        evidence: { where: { sourceId, retractedAt: null }, take: 1, select: { id: true } },
      },
      relationLoadStrategy: "join",
    });
    return rows.map(({ evidence, ...row }) => ({
      ...row,
      priority: oneOfColumn(PRIORITIES, row.priority),
      stage: oneOfColumn(STAGES, row.stage),
      statedOn: dayOrNull(row.statedOn),
      windowStart: dayOrNull(row.windowStart),
      windowEnd: dayOrNull(row.windowEnd),
      contributions: row.contributions.map(contributionOf),
      citesSource: evidence.length > 0,
    }));
  });

const MOST_EARLIER = 1_000;
const LINES = { where: { removedIn: null }, orderBy: { position: "asc" } } as const;

export const findDraft = (id: string): Promise<PledgeDraft | null> => askPrisma((db) => selectDraft(db, id));

export async function selectDraft(db: Db, id: string): Promise<PledgeDraft | null> {
  const row = await db.pledgeDraft.findUnique({ where: { id }, select: DRAFT });
  return row && draftOf(row);
}

export async function selectDrafts(
  db: Db,
  where: Prisma.PledgeDraftWhereInput,
  take: number,
): Promise<PledgeDraft[]> {
  const orderBy = [
    { source: { createdAt: "desc" as const } },
    { sourceId: "asc" as const },
    { starts: "asc" as const },
    { createdAt: "asc" as const },
    { id: "asc" as const },
  ];
  return (await db.pledgeDraft.findMany({ where, orderBy, take, select: DRAFT })).map(draftOf);
}

const DRAFT = {
  id: true,
  sourceId: true,
  content: true,
  state: true,
  pledge: true,
  version: true,
  createdAt: true,
  person: { select: { id: true, name: true, role: true } },
} satisfies Prisma.PledgeDraftSelect;

const draftOf = (row: Prisma.PledgeDraftGetPayload<{ select: typeof DRAFT }>): PledgeDraft => ({
  id: row.id,
  source: row.sourceId,
  content: fromJson<DraftContent>(row.content),
  state: oneOfColumn(DRAFT_STATES, row.state),
  pledge: row.pledge,
  proposedBy: { ...row.person, role: oneOfColumn(ROLES, row.person.role) },
  version: row.version,
  createdAt: instantColumn(row.createdAt),
});
