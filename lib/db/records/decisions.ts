// Proposals, rulings and desks handed over: one row each.
import type { Handover } from "@/lib/domain/handover";
import type { Proposal } from "@/lib/domain/proposal";
import { handoverRecord, proposalRecord, rulingRecord } from "@/lib/domain/record";
import type { Ruling } from "@/lib/domain/ruling";
import { membersOf, rowOf, type Fields, type Shape } from "./shape";

const PROPOSAL: Fields<Proposal> = {
  id: "plain",
  subject: "plain",
  subjectId: "plain",
  reference: "plain",
  participant: "plain",
  priority: "plain",
  concerns: "plain",
  proposerId: "plain",
  status: "plain",
  wish: "json",
  reason: "plain",
  basedOn: "plain",
  deciderId: "plain",
  note: "plain",
  decidedAt: "instant",
  version: "plain",
  createdAt: "instant",
  updatedAt: "instant",
};

export const proposal: Shape<Proposal> = {
  table: "proposal",
  key: "id",
  idOf: (record) => record.id,
  nameOf: (record) => `${record.id} on ${record.reference ?? `an approval of ${record.participant}`}`,
  json: `json_build_object(${membersOf(PROPOSAL, "r")})`,
  row: (record) => rowOf(PROPOSAL, record),
  canonical: proposalRecord,
};

/** The proposals that stand and concern the pledge of this reference. */
export const standingOn = (reference: string): string =>
  `r.concerns @> ARRAY[${reference}] AND r.status IN ('OPEN', 'RETURNED')`;

const RULING: Fields<Ruling> = {
  id: "plain",
  field: "plain",
  holds: "plain",
  finding: "plain",
  reason: "plain",
  weighed: "plain",
  supersedes: "plain",
  rulerId: "plain",
  version: "plain",
  createdAt: "instant",
};

/** A ruling names its pledge by reference. */
export const ruling: Shape<Ruling> = {
  table: "ruling",
  key: "id",
  idOf: (record) => record.id,
  nameOf: (record) => `${record.id} on ${record.pledge}`,
  json: `json_build_object(${membersOf(RULING, "r")}, 'pledge', (SELECT p.reference FROM pledge p WHERE p.id = r.pledge_id))`,
  row: (record) => ({ ...rowOf(RULING, record), pledge_id: record.pledge }),
  found: { pledge_id: (parameter) => `(SELECT p.id FROM pledge p WHERE p.reference = ${parameter})` },
  canonical: rulingRecord,
};

const HANDOVER: Fields<Handover> = {
  id: "plain",
  fromId: "plain",
  toId: "plain",
  participants: "plain",
  note: "plain",
  pledges: "plain",
  version: "plain",
  createdAt: "instant",
};

export const handover: Shape<Handover> = {
  table: "handover",
  key: "id",
  idOf: (record) => record.id,
  nameOf: (record) => record.id,
  json: `json_build_object(${membersOf(HANDOVER, "r")})`,
  row: (record) => rowOf(HANDOVER, record),
  canonical: handoverRecord,
};
