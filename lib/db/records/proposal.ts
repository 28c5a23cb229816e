import { PRIORITIES } from "@/lib/domain/base/priority";
import type { AccountProposal, AnyProposal, KnownAccountProposal } from "@/lib/domain/proposals/account";
import { PROPOSAL_STATUSES, type KnownProposal, type Proposal } from "@/lib/domain/proposals/proposal";
import { proposalRecord } from "@/lib/domain/history/record";
import type { Prisma } from "../generated/client";
import type { ProposalModel } from "../generated/models";
import type { Db } from "../prisma";
import {
  dateOrNull,
  fromJson,
  fromVersion,
  instantOrNull,
  jsonOf,
  listText,
  oneOfColumn,
  oneOfOrNull,
  type Stored,
  type Written,
} from "./codec";
import { storedAs } from "./columns";
import { BY_ID, type RecordStore } from "./store";

export const proposalStore: RecordStore<AnyProposal> = {
  table: "proposal",
  ...BY_ID,
  nameOf: ({ id, reference, participant }) =>
    `${id} on ${reference ?? (participant === null ? "an account" : `an approval of ${participant}`)}`,
  canonical: proposalRecord,
  insert: (db, record) => db.proposal.create({ data: proposalRow(record), select: { id: true } }),
  update: (db, before, after) => db.proposal.updateMany(fromVersion(proposalRow, before, after)),
  rows: () => Promise.resolve((record) => ({ ...proposalRow(record), concerns: listText(record.concerns) })),
};

/** Open, or sent back. */
export const OLDEST_FIRST: Prisma.ProposalOrderByWithRelationInput[] = [{ createdAt: "asc" }, { id: "asc" }];

export const selectProposalRecords = async (
  db: Db,
  found: Prisma.ProposalFindManyArgs,
): Promise<Proposal[]> => (await db.proposal.findMany({ ...found, include: null })).map(proposalOf);

/** With the names of those involved. */
export async function selectKnownProposals(
  db: Db,
  where: Prisma.ProposalWhereInput,
): Promise<KnownProposal[]> {
  const rows = await db.proposal.findMany({
    where,
    orderBy: OLDEST_FIRST,
    include: { proposer: { select: { name: true, email: true } }, decider: { select: { name: true } } },
    relationLoadStrategy: "join",
  });
  return rows.map(({ proposer, decider, ...row }) => ({
    ...proposalOf(row),
    proposedBy: proposer,
    decidedBy: decider?.name ?? null,
  }));
}

/** About an account, with the names of those involved. */
export async function selectKnownAccountProposals(
  db: Db,
  where: Prisma.ProposalWhereInput,
): Promise<KnownAccountProposal[]> {
  const rows = await db.proposal.findMany({
    where: { ...where, subject: "account" },
    orderBy: OLDEST_FIRST,
    include: { proposer: { select: { name: true, email: true } }, decider: { select: { name: true } } },
    relationLoadStrategy: "join",
  });
  return rows.map(({ proposer, decider, ...row }) => ({
    ...accountProposalOf(row),
    proposedBy: proposer,
    decidedBy: decider?.name ?? null,
  }));
}

export const anyProposalOf = (row: Stored<ProposalModel>): AnyProposal =>
  row.subject === "account" ? accountProposalOf(row) : proposalOf(row);

export const accountProposalOf = (row: Stored<ProposalModel>): AccountProposal => ({
  ...ROW.read(row),
  subject: oneOfColumn(["account"], row.subject),
  reference: null,
  participant: null,
  priority: null,
  wish: fromJson(row.wish),
  linkShownAt: instantOrNull(row.linkShownAt),
});

export const proposalOf = (row: Stored<ProposalModel>): Proposal => ({
  ...ROW.read(row),
  subject: oneOfColumn(["pledge", "approval"], row.subject),
  reference: row.reference,
  participant: row.participant ?? "",
  priority: oneOfOrNull(PRIORITIES, row.priority),
  wish: fromJson(row.wish),
});

/** What proposals about pledges and accounts have in common. */
const ROW = storedAs<AnyProposal, ProposalModel>()({
  asIs: ["id", "subjectId", "concerns", "proposerId", "reason", "basedOn", "deciderId", "note", "version"],
  instants: ["decidedAt", "createdAt", "updatedAt"],
  codes: { status: PROPOSAL_STATUSES },
});

const proposalRow = (record: AnyProposal) =>
  ({
    ...ROW.write(record),
    subject: record.subject,
    reference: record.reference,
    participant: record.participant,
    priority: record.priority,
    wish: jsonOf(record.wish),
    linkShownAt: dateOrNull(record.linkShownAt ?? null),
  }) satisfies Written<ProposalModel>;
