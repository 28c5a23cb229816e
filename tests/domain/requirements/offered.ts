// A requirement and what is offered for it, for tests.
import { unstatedIn } from "@/lib/domain/base/field";
import type { Quantity } from "@/lib/domain/pledge/quantity";
import type { Offer } from "@/lib/domain/requirements/offer";
import { REQUIREMENT_FIELDS, type Requirement } from "@/lib/domain/requirements/requirement";
import type { Offered } from "@/lib/domain/requirements/requirement-coverage";
import { aContribution } from "@/tests/support/cast";

export const people = (
  min: number,
  max: number | null = min,
  kind: Quantity["kind"] = "EXACT",
): Quantity => ({
  kind,
  min,
  max,
  unit: "PERSON",
  asStated: null,
});

export function aRequirement(change: Partial<Requirement> = {}): Requirement {
  return {
    id: "00000000-0000-4000-8000-0000000000f1",
    reference: "LAND-1",
    ...unstatedIn(REQUIREMENT_FIELDS),
    title: "Land force",
    capability: "TROOPS",
    priority: 3,
    domain: "LAND",
    location: "IN_UKRAINE",
    quantity: people(15_000),
    neededBy: { day: 30, date: null },
    criticality: 1,
    closed: null,
    version: 1,
    createdAt: "2026-01-08T09:00:00.000Z",
    updatedAt: "2026-01-08T09:00:00.000Z",
    ...change,
  };
}

export function anOffer(change: Partial<Offer> = {}): Offer {
  return {
    id: "00000000-0000-4000-8000-0000000000f2",
    requirement: "LAND-1",
    pledge: "FR-3-001",
    contribution: aContribution().id,
    amount: null,
    fit: null,
    reason: null,
    withdrawn: null,
    version: 1,
    createdAt: "2026-01-09T09:00:00.000Z",
    updatedAt: "2026-01-09T09:00:00.000Z",
    ...change,
  };
}

export const offered = (change: {
  offer?: Partial<Offer>;
  pledge?: Partial<Offered["pledge"]>;
  line?: Partial<NonNullable<Offered["line"]>>;
}): Offered => ({
  offer: anOffer(change.offer),
  pledge: {
    reference: "FR-3-001",
    participant: "FR",
    priority: 3,
    title: "Troops",
    stage: "ALLOCATED",
    voided: null,
    windowStart: null,
    windowEnd: null,
    actionable: true,
    ...change.pledge,
  },
  line: aContribution(change.line),
  unit: change.offer?.contribution ?? aContribution().id,
});
