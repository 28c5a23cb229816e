// Registers of two hundred leaves around one requirement: forty offered pledges, each of which waits for five things.
import fc from "fast-check";
import { EMPTY_SNAPSHOT, type Snapshot } from "@/lib/domain/history/snapshot";
import type { Condition, Leaf } from "@/lib/domain/pledge/condition";
import type { Offer } from "@/lib/domain/requirements/offer";
import { REQUIREMENT_FIELDS, type Requirement } from "@/lib/domain/requirements/requirement";
import type { Stage } from "@/lib/domain/pledge/stages";
import { TRIGGER_FIELDS, type Trigger } from "@/lib/domain/pledge/trigger";
import { unstatedIn } from "@/lib/domain/base/field";
import { aContribution, anApproval, aPledge } from "../cast";
import { anyCondition } from "./random-conditions";

const [OFFERED, LEAVES, TRIGGERS, APPROVALS, OTHERS] = [40, 5, 12, 20, 20];
const AT = "2026-01-08T09:00:00.000Z";

const offered = (at: number): string => `FR-3-${String(at + 100)}`;
const other = (at: number): string => `US-4-${String(at + 100)}`;

const aLeaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.nat(TRIGGERS - 1).map((at) => ({ trigger: `TRIGGER_${String(at)}` })),
  fc.nat(APPROVALS - 1).map((at) => ({ approval: `approval-${String(at)}` })),
  fc.record({
    pledge: fc.nat(OTHERS - 1).map(other),
    atLeast: fc.constantFrom("PLEDGED" as const, "COMMITTED" as const, "ALLOCATED" as const),
  }),
);

/** As pledges wait: most for all of several things, some for one of them, few for the absence of one. */
const aCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .array(aLeaf, { minLength: LEAVES, maxLength: LEAVES })
    .chain((leaves) =>
      fc.constantFrom<Condition>(
        { all: leaves },
        { all: [...leaves.slice(0, 2), { any: leaves.slice(2) }] },
        { all: [...leaves.slice(0, 1), { kOf: 2, of: leaves.slice(1) }] },
      ),
    ),
  anyCondition(aLeaf, LEAVES),
);

const someStage = fc.constantFrom<Stage>(
  "SIGNALLED",
  "PLEDGED",
  "COMMITTED",
  "COMMITTED",
  "ALLOCATED",
  "ALLOCATED",
);

export const REQUIREMENT = "LAND-1";

/** `need`: a share of all that is offered. */
export const aLargeRegister: fc.Arbitrary<{ snapshot: Snapshot; need: bigint }> = fc
  .record({
    pledges: fc.array(
      fc.record({
        condition: aCondition,
        stage: someStage,
        most: fc.integer({ min: 1, max: 30 }),
        isUpTo: fc.nat(3),
      }),
      { minLength: OFFERED, maxLength: OFFERED },
    ),
    others: fc.array(someStage, { minLength: OTHERS, maxLength: OTHERS }),
    triggers: fc.array(fc.constantFrom("MET" as const, "NOT_MET" as const, "UNKNOWN" as const), {
      minLength: TRIGGERS,
      maxLength: TRIGGERS,
    }),
    approvals: fc.array(
      fc.record({
        status: fc.constantFrom(
          "APPROVED" as const,
          "REQUIRED" as const,
          "TABLED" as const,
          "UNKNOWN" as const,
        ),
        serves: fc.subarray(
          Array.from({ length: OFFERED }, (_, at) => offered(at)),
          { maxLength: 2 },
        ),
      }),
      { minLength: APPROVALS, maxLength: APPROVALS },
    ),
    share: fc.integer({ min: 10, max: 45 }),
  })
  .map(({ pledges, others, triggers, approvals, share }) => {
    const all = pledges.reduce((sum, { most }) => sum + most * 100, 0);
    const need = Math.ceil((all * share) / 100);
    return {
      snapshot: {
        ...EMPTY_SNAPSHOT,
        pledge: new Map(
          [
            ...pledges.map(({ condition, stage, most, isUpTo }, at) =>
              aPledge({
                ...{
                  id: offered(at),
                  reference: offered(at),
                  stage,
                  condition,
                  conditionSetOn: "2026-01-07",
                },
                contributions: [
                  aContribution({ id: `line-${String(at)}`, quantity: numberOf(most * 100, isUpTo) }),
                ],
              }),
            ),
            ...others.map((stage, at) =>
              aPledge({ id: other(at), reference: other(at), stage, contributions: [] }),
            ),
          ].map((pledge) => [pledge.id, pledge]),
        ),
        trigger: new Map(
          triggers.map((state, at) => [`TRIGGER_${String(at)}`, aTrigger(`TRIGGER_${String(at)}`, state)]),
        ),
        approval: new Map(
          approvals.map((one, at) => [
            `approval-${String(at)}`,
            anApproval({ id: `approval-${String(at)}`, ...one }),
          ]),
        ),
        requirement: new Map([[REQUIREMENT, requirementOf(need)]]),
        offer: new Map(pledges.map((_, at) => [String(at), offerOf(offered(at), `line-${String(at)}`)])),
      },
      need: BigInt(need) * 10_000n,
    };
  });

const numberOf = (n: number, isUpTo: number) =>
  isUpTo === 0
    ? { kind: "UP_TO" as const, min: 0, max: n, unit: "PERSON" as const, asStated: null }
    : { kind: "EXACT" as const, min: n, max: n, unit: "PERSON" as const, asStated: null };

export const aTrigger = (code: string, state: Trigger["state"]): Trigger => ({
  ...unstatedIn(TRIGGER_FIELDS),
  ...{ code, title: "It", state, evidence: [], version: 1, createdAt: AT, updatedAt: AT },
});

export const requirementOf = (need: number): Requirement => ({
  ...unstatedIn(REQUIREMENT_FIELDS),
  ...{ id: REQUIREMENT, reference: REQUIREMENT, title: "A force", capability: "TROOPS", domain: "LAND" },
  ...{ location: "IN_UKRAINE", priority: 3, criticality: 1, neededBy: { day: null, date: null } },
  quantity: { kind: "EXACT", min: need, max: need, unit: "PERSON", asStated: null },
  ...{ money: null, closed: null, version: 1, createdAt: AT, updatedAt: AT },
});

export const offerOf = (pledge: string, contribution: string): Offer => ({
  ...{ id: `offer ${contribution}`, requirement: REQUIREMENT, pledge, contribution },
  ...{ amount: null, fit: null, reason: null, withdrawn: null, version: 1, createdAt: AT, updatedAt: AT },
});
