// What is needed, and what is offered for it: one row each.
import type { Offer } from "@/lib/domain/offer";
import { offerRecord, requirementRecord } from "@/lib/domain/record";
import type { Requirement } from "@/lib/domain/requirement";
import { instantSql, membersOf, rowOf, type Fields, type Shape } from "./shape";

const REQUIREMENT: Fields<Requirement> = {
  id: "plain",
  reference: "plain",
  title: "plain",
  capability: "plain",
  priority: "plain",
  domain: "plain",
  location: "plain",
  quantity: "json",
  money: "json",
  neededBy: "json",
  criticality: "plain",
  lead: "plain",
  note: "plain",
  version: "plain",
  createdAt: "instant",
  updatedAt: "instant",
};

export const requirement: Shape<Requirement> = {
  table: "requirement",
  key: "id",
  idOf: (record) => record.id,
  nameOf: (record) => record.reference,
  json: `json_build_object(${membersOf(REQUIREMENT, "r")}, 'closed', ${atAndReason("r.closed_at", "r.close_reason")})`,
  row: (record) => ({
    ...rowOf(REQUIREMENT, record),
    closed_at: record.closed?.at ?? null,
    close_reason: record.closed?.reason ?? null,
  }),
  canonical: requirementRecord,
};

const OFFER: Fields<Offer> = {
  id: "plain",
  amount: "plain",
  fit: "plain",
  reason: "plain",
  version: "plain",
  createdAt: "instant",
  updatedAt: "instant",
};

/** An offer names requirement and pledge by reference. */
export const offer: Shape<Offer> = {
  table: "offer",
  key: "id",
  idOf: (record) => record.id,
  nameOf: (record) => `${record.id} of ${record.pledge} for ${record.requirement}`,
  json: `json_build_object(${membersOf(OFFER, "r")},
    'requirement', (SELECT q.reference FROM requirement q WHERE q.id = r.requirement_id),
    'pledge', (SELECT p.reference FROM pledge p WHERE p.id = r.pledge_id),
    'contribution', r.contribution_id, 'withdrawn', ${atAndReason("r.withdrawn_at", "r.withdraw_reason")})`,
  row: (record) => ({
    ...rowOf(OFFER, record),
    requirement_id: record.requirement,
    pledge_id: record.pledge,
    contribution_id: record.contribution,
    withdrawn_at: record.withdrawn?.at ?? null,
    withdraw_reason: record.withdrawn?.reason ?? null,
  }),
  found: {
    requirement_id: (parameter) => `(SELECT q.id FROM requirement q WHERE q.reference = ${parameter})`,
    pledge_id: (parameter) => `(SELECT p.id FROM pledge p WHERE p.reference = ${parameter})`,
  },
  canonical: offerRecord,
};

/** Offers of pledge p that stand, on requirements that aren't closed, each beside what it is for: as OfferOn, in JSON. */
export const OFFERS_ON = `
  SELECT coalesce(json_agg(json_build_object('offer', ${offer.json}, 'requirement', json_build_object(
      'reference', q.reference, 'title', q.title, 'capability', q.capability, 'domain', q.domain, 'location', q.location,
      'quantity', q.quantity, 'money', q.money)) ORDER BY r.created_at, r.id), '[]')
    FROM offer r JOIN requirement q ON q.id = r.requirement_id
   WHERE r.withdrawn_at IS NULL AND q.closed_at IS NULL AND r.pledge_id = `;

function atAndReason(at: string, reason: string): string {
  return `CASE WHEN ${at} IS NOT NULL THEN json_build_object('at', ${instantSql(at)}, 'reason', ${reason}) END`;
}
