// Whole records in SQL queries, as JSON: members are Prisma's fields of the table, and the record's own codec reads
// them.
import type { EntityType } from "@/lib/domain/base/audit";
import { LADDER, rungOf } from "@/lib/domain/pledge/stages";
import type { OfferOn } from "@/lib/domain/requirements/offer";
import { columnOf } from "../sql/column-of";
import type { Queryable } from "../connection";
import { Prisma } from "../generated/client";
import { accessSealOf } from "../records/access";
import { approvalOf, type ApprovalRow } from "../records/approval";
import { baselineOf } from "../records/baseline";
import type { Stored } from "../records/codec";
import { commentOf } from "../records/comment";
import { deliveryOf } from "../records/delivery";
import { exportOf } from "../records/export";
import { findingOf } from "../records/finding";
import { handoverOf } from "../records/handover";
import { importOf } from "../records/import";
import { offerOf, type OfferRow } from "../records/offer";
import { participantOf } from "../records/participant";
import { personOf } from "../records/person";
import { pledgeFromRow, type StoredPledgeRow } from "../records/pledge";
import { CITED } from "../records/pledge-lines";
import type { OnPledge } from "../records/pledge-of";
import { anyProposalOf } from "../records/proposal";
import { questionOf } from "../records/question";
import type { RecordOf } from "../records/record-of";
import { registerOf } from "../records/register";
import { requirementOf } from "../records/requirement";
import { rulingOf } from "../records/ruling";
import { scenarioOf } from "../records/scenario";
import { sourceOf } from "../records/source";
import { triggerOf } from "../records/trigger";

/** The JSON row of each kind. */
export interface JsonOf {
  register: Stored<Prisma.RegisterModel>;
  participant: Stored<Prisma.ParticipantModel>;
  person: Stored<Prisma.PersonModel>;
  source: Stored<Prisma.SourceModel>;
  pledge: StoredPledgeRow;
  approval: ApprovalRow;
  comment: OnPledge<Stored<Prisma.CommentModel>>;
  baseline: Stored<Prisma.BaselineModel>;
  proposal: Stored<Prisma.ProposalModel>;
  ruling: OnPledge<Stored<Prisma.RulingModel>>;
  handover: Stored<Prisma.HandoverModel>;
  access: Stored<Prisma.AccessSealModel>;
  trigger: Stored<Prisma.TriggerModel>;
  requirement: Stored<Prisma.RequirementModel>;
  offer: OfferRow;
  delivery: OnPledge<Stored<Prisma.DeliveryModel>>;
  scenario: Stored<Prisma.ScenarioModel>;
  finding: Stored<Prisma.FindingModel>;
  question: Stored<Prisma.QuestionModel>;
  export: Stored<Prisma.ExportModel>;
  import: Stored<Prisma.ImportModel>;
}

interface Question<E extends EntityType> {
  table: string;
  /** The record as JSON, from a row named r. */
  json: string;
  read: (row: JsonOf[E]) => RecordOf[E];
}

type Names = Readonly<Record<string, unknown>>;

const membersOf = (fields: Names, row: string): string =>
  Object.keys(fields)
    .map((field) => `${row}.${columnOf(field)} AS "${field}"`)
    .join(", ");

/**
 * row_to_json takes half as long as json_build_object, which looks up the type of each name and value each
 * time.
 */
const objectOf = (members: string): string => `(SELECT row_to_json(whole) FROM (SELECT ${members}) whole)`;

const object = (fields: Names, ...more: string[]): string =>
  objectOf([membersOf(fields, "r"), ...more].join(", "));

const ALLOCATED_STAGES = LADDER.slice(rungOf("ALLOCATED"))
  .map((stage) => `'${stage}'`)
  .join();
const PLEDGE =
  "json_build_object('reference', (SELECT p.reference FROM pledge p WHERE p.id = r.pledge_id)) AS pledge";
const REQUIREMENT =
  "json_build_object('reference', (SELECT q.reference FROM requirement q WHERE q.id = r.requirement_id)) AS requirement";
const SERVES = `(
  SELECT coalesce(json_agg(json_build_object('pledge', json_build_object('reference', p.reference))), '[]')
    FROM approval_pledge ap JOIN pledge p ON p.id = ap.pledge_id WHERE ap.approval_id = r.id AND ap.removed_in IS NULL) AS serves`;
const CONTRIBUTIONS = `(
  SELECT coalesce(json_agg(${objectOf(membersOf(Prisma.ContributionScalarFieldEnum, "c"))} ORDER BY c.position), '[]')
    FROM contribution c WHERE c.pledge_id = r.id AND c.removed_in IS NULL) AS contributions`;
const CITING = objectOf(
  `${membersOf(Prisma.EvidenceScalarFieldEnum, "e")}, ${objectOf(membersOf(CITED, "s"))} AS source`,
);
const EVIDENCE = `(
  SELECT coalesce(json_agg(${CITING} ORDER BY e.position), '[]')
    FROM evidence e JOIN source s ON s.id = e.source_id WHERE e.pledge_id = r.id) AS evidence`;

export const RECORDS: { readonly [E in EntityType]: Question<E> } = {
  register: { table: "register", json: object(Prisma.RegisterScalarFieldEnum), read: registerOf },
  participant: { table: "participant", json: object(Prisma.ParticipantScalarFieldEnum), read: participantOf },
  person: { table: "person", json: object(Prisma.PersonScalarFieldEnum), read: personOf },
  source: { table: "source", json: object(Prisma.SourceScalarFieldEnum), read: sourceOf },
  pledge: {
    table: "pledge",
    json: object(Prisma.PledgeScalarFieldEnum, CONTRIBUTIONS, EVIDENCE),
    read: pledgeFromRow,
  },
  approval: { table: "approval", json: object(Prisma.ApprovalScalarFieldEnum, SERVES), read: approvalOf },
  comment: { table: "comment", json: object(Prisma.CommentScalarFieldEnum, PLEDGE), read: commentOf },
  baseline: { table: "baseline", json: object(Prisma.BaselineScalarFieldEnum), read: baselineOf },
  proposal: { table: "proposal", json: object(Prisma.ProposalScalarFieldEnum), read: anyProposalOf },
  ruling: { table: "ruling", json: object(Prisma.RulingScalarFieldEnum, PLEDGE), read: rulingOf },
  handover: { table: "handover", json: object(Prisma.HandoverScalarFieldEnum), read: handoverOf },
  access: { table: "access_seal", json: object(Prisma.AccessSealScalarFieldEnum), read: accessSealOf },
  trigger: { table: "trigger", json: object(Prisma.TriggerScalarFieldEnum), read: triggerOf },
  requirement: { table: "requirement", json: object(Prisma.RequirementScalarFieldEnum), read: requirementOf },
  offer: { table: "offer", json: object(Prisma.OfferScalarFieldEnum, REQUIREMENT, PLEDGE), read: offerOf },
  delivery: { table: "delivery", json: object(Prisma.DeliveryScalarFieldEnum, PLEDGE), read: deliveryOf },
  scenario: { table: "scenario", json: object(Prisma.ScenarioScalarFieldEnum), read: scenarioOf },
  finding: { table: "finding", json: object(Prisma.FindingScalarFieldEnum), read: findingOf },
  question: { table: "question", json: object(Prisma.QuestionScalarFieldEnum), read: questionOf },
  export: { table: "export", json: object(Prisma.ExportScalarFieldEnum), read: exportOf },
  import: { table: "import", json: object(Prisma.ImportScalarFieldEnum), read: importOf },
};

/** `rest` follows the condition on row r (ORDER BY, LIMIT). */
export async function selectRecords<E extends EntityType>(
  q: Queryable,
  entity: E,
  where: string,
  values: unknown[],
  rest = "",
): Promise<RecordOf[E][]> {
  const { json, table, read } = RECORDS[entity];
  const { rows } = await q.query<{ record: JsonOf[E] }>(
    `SELECT ${json} AS record FROM ${table} r WHERE ${where} ${rest}`,
    values,
  );
  return rows.map(({ record }) => read(record));
}

/**
 * Whether the participant of x leaves or has left: joined, because a subquery for each row would read all of
 * them each time.
 */
export const LEAVING = {
  json: "CASE WHEN gone.code IS NOT NULL THEN json_build_object('on', gone.left_on, 'reason', gone.left_reason) END",
  join: "LEFT JOIN participant gone ON gone.code = x.participant AND gone.left_on IS NOT NULL",
};

/** Of a pledge, without its evidence: a JSON row for `pledgeFromRow`. */
export const PLEDGE_WITH_LINES = object(
  Prisma.PledgeScalarFieldEnum,
  CONTRIBUTIONS,
  "json_build_array() AS evidence",
);

/** The other pledges of a pledge's approvals with limits from which something may be allocated. */
export const SHARING = `
  SELECT coalesce(json_agg(${PLEDGE_WITH_LINES} ORDER BY r.reference), '[]') FROM pledge r
   WHERE r.voided_at IS NULL AND r.stage IN (${ALLOCATED_STAGES}) AND r.id IN (
     SELECT other.pledge_id FROM approval_pledge mine
       JOIN approval a ON a.id = mine.approval_id AND a.limits IS NOT NULL
       JOIN approval_pledge other ON other.approval_id = a.id AND other.removed_in IS NULL AND other.pledge_id <> mine.pledge_id
      WHERE mine.removed_in IS NULL AND mine.pledge_id = `;

/** Pledge p's offers not withdrawn, on requirements that aren't closed, each with its requirement. */
export const OFFERS_ON = `
  SELECT coalesce(json_agg(json_build_object('offer', ${RECORDS.offer.json}, 'requirement', json_build_object(
      'reference', q.reference, 'title', q.title, 'capability', q.capability, 'domain', q.domain, 'location', q.location,
      'quantity', q.quantity, 'money', q.money)) ORDER BY r.created_at, r.id), '[]')
    FROM offer r JOIN requirement q ON q.id = r.requirement_id
   WHERE r.withdrawn_at IS NULL AND q.closed_at IS NULL AND r.pledge_id = `;

export type OfferOnRow = Omit<OfferOn, "offer"> & { offer: OfferRow };

export const offersOn = (rows: readonly OfferOnRow[]): OfferOn[] =>
  rows.map(({ offer, ...on }) => ({ ...on, offer: offerOf(offer) }));
