import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ASSUMED_STATES,
  ASSUMED_STATUSES,
  subjectOf,
  supposedIn,
  type Assumption,
} from "@/lib/domain/history/scenarios/assumption";
import type { Condition, Leaf } from "@/lib/domain/pledge/condition";
import type { Offer } from "@/lib/domain/requirements/offer";
import type { LinkState } from "@/lib/domain/pledge/link";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { unstatedIn } from "@/lib/domain/base/field";
import { resultOfScenario } from "@/lib/domain/history/scenarios/result";
import { holding, itemsOfPledge } from "@/lib/domain/history/snapshot-items";
import type { Limit } from "@/lib/domain/pledge/measure";
import { LADDER, STAGES } from "@/lib/domain/pledge/stages";
import { TRIGGER_FIELDS, TRIGGER_STATES, WAITINGS, type Trigger } from "@/lib/domain/pledge/trigger";
import { EMPTY_SNAPSHOT, type Snapshot } from "@/lib/domain/history/snapshot";
import { aContribution, anApproval, aPledge, TODAY } from "@/tests/support/cast";
import { anyCondition } from "../../../support/any/random-conditions";
import { cases } from "@/tests/support/cases";
import { aRequirement } from "@/tests/domain/requirements/offered";

const AT = "2026-01-08T09:00:00.000Z";
const COUNT = 4;
const places = Array.from({ length: COUNT }, (_, at) => at);
const idOf = (kind: string, at: number): string => `00000000-0000-4000-8000-${kind}00000000${String(at)}`;
const referenceOf = (at: number): string => `FR-3-00${String(at + 1)}`;

const anyPlace = fc.constantFrom(...places);
const anyLeaf: fc.Arbitrary<Leaf> = fc.oneof(
  anyPlace.map((at) => ({ trigger: `TRIGGER_${String(at)}` })),
  anyPlace.map((at) => ({ approval: idOf("aaa", at) })),
  fc.record({ pledge: anyPlace.map(referenceOf), atLeast: fc.constantFrom(...LADDER) }),
);

const anyAssumption: fc.Arbitrary<Assumption> = fc.oneof(
  fc.record({
    trigger: anyPlace.map((at) => `TRIGGER_${String(at)}`),
    state: fc.constantFrom(...ASSUMED_STATES),
  }),
  fc.record({
    approval: anyPlace.map((at) => idOf("aaa", at)),
    status: fc.constantFrom(...ASSUMED_STATUSES),
  }),
  fc.record({ pledge: anyPlace.map(referenceOf), atLeast: fc.constantFrom(...LADDER) }),
  fc.record({
    contribution: anyPlace.map((at) => idOf("ccc", at)),
    quantity: fc.integer({ min: 0, max: 20_000 }),
    unit: fc.constant("PERSON" as const),
  }),
);
const anyAssumptions = fc.uniqueArray(anyAssumption, { selector: subjectOf, maxLength: 8 });

const anySnapshot: fc.Arbitrary<Snapshot> = fc
  .record({
    pledges: fc.array(
      fc.record({
        stage: fc.constantFrom(...STAGES),
        condition: fc.option(anyCondition(anyLeaf, 5)),
        approved: fc.boolean(),
      }),
      { minLength: COUNT, maxLength: COUNT },
    ),
    triggers: fc.array(
      fc.record({ state: fc.constantFrom(...TRIGGER_STATES), waiting: fc.constantFrom(...WAITINGS) }),
      { minLength: COUNT, maxLength: COUNT },
    ),
  })
  .map(({ pledges, triggers }) => snapshotOf(pledges, triggers));

function snapshotOf(
  pledges: { stage: Pledge["stage"]; condition: Condition | null; approved: boolean }[],
  triggers: Pick<Trigger, "state" | "waiting">[],
): Snapshot {
  return {
    ...EMPTY_SNAPSHOT,
    pledge: new Map(
      pledges.map(({ stage, condition }, at) => [
        idOf("bbb", at),
        aPledge({
          id: idOf("bbb", at),
          reference: referenceOf(at),
          stage,
          suspendedFrom: stage === "SUSPENDED" ? "PLEDGED" : null,
          condition,
          conditionSetOn: condition && "2026-01-07",
          contributions: [aContribution({ id: idOf("ccc", at) })],
        }),
      ]),
    ),
    approval: new Map(
      pledges.map(({ approved }, at) => [
        idOf("aaa", at),
        anApproval({
          id: idOf("aaa", at),
          status: approved ? "APPROVED" : "REQUIRED",
          serves: [referenceOf(at)],
        }),
      ]),
    ),
    trigger: new Map(
      triggers.map((one, at) => [
        `TRIGGER_${String(at)}`,
        {
          code: `TRIGGER_${String(at)}`,
          ...unstatedIn(TRIGGER_FIELDS),
          ...one,
          title: "It",
          evidence: [],
          version: 1,
          createdAt: AT,
          updatedAt: AT,
        },
      ]),
    ),
    requirement: new Map([[NEED.id, NEED]]),
    offer: new Map(places.map((at) => [idOf("ddd", at), offerAt(at)])),
  };
}

const NEED = aRequirement({ id: idOf("eee", 0), createdAt: AT, updatedAt: AT });

const offerAt = (at: number): Offer => ({
  id: idOf("ddd", at),
  requirement: "LAND-1",
  pledge: referenceOf(at),
  contribution: idOf("ccc", at),
  amount: null,
  fit: "FULL",
  reason: "So.",
  withdrawn: null,
  version: 1,
  createdAt: AT,
  updatedAt: AT,
});

describe("over random registers", () => {
  test("with nothing supposed, nothing is different", () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        const result = resultOfScenario(snapshot, [], TODAY);
        for (const row of result.coverage) expect(row.supposed).toEqual(row.base);
        expect(result.waiting.supposed).toBe(result.waiting.base);
        expect(result.next.supposed).toEqual(result.next.base);
        expect([result.started.count, result.stopped.count, result.obstacles.count]).toEqual([0, 0, 0]);
      }),
      { numRuns: cases(150) },
    );
  });

  test("the order of the assumptions makes no difference", () => {
    fc.assert(
      fc.property(anySnapshot, anyAssumptions, fc.infiniteStream(fc.nat()), (snapshot, assumptions, by) => {
        const other = [...assumptions]
          .map((one) => [by.next().value as number, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
        expect(resultOfScenario(snapshot, other, TODAY)).toEqual(
          resultOfScenario(snapshot, assumptions, TODAY),
        );
      }),
      { numRuns: cases(150) },
    );
  });

  test("the snapshot that assumptions are applied to doesn't change", () => {
    fc.assert(
      fc.property(anySnapshot, anyAssumptions, (snapshot, assumptions) => {
        const before = structuredClone(snapshot);
        supposedIn(snapshot, assumptions, TODAY);
        resultOfScenario(snapshot, assumptions, TODAY);
        expect(snapshot).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });

  test("a supposed register, read as a base, has the supposed figures; no pledge starts and stops", () => {
    fc.assert(
      fc.property(anySnapshot, anyAssumptions, (snapshot, assumptions) => {
        const { started, stopped } = resultOfScenario(snapshot, assumptions, TODAY);
        const back = resultOfScenario(supposedIn(snapshot, assumptions, TODAY), [], TODAY);
        const there = resultOfScenario(snapshot, assumptions, TODAY);
        expect(back.coverage.map(({ base }) => base)).toEqual(there.coverage.map(({ supposed }) => supposed));
        expect(back.waiting.base).toBe(there.waiting.supposed);
        expect(back.next.base).toEqual(there.next.supposed);
        const both = started.first.filter((one) =>
          stopped.first.some((other) => other.reference === one.reference),
        );
        expect(both).toEqual([]);
      }),
      { numRuns: cases(100) },
    );
  });
});

test("a pledge that is already further stays there, and one that has ended stays ended", () => {
  const snapshot = snapshotOf(
    [
      { stage: "ALLOCATED", condition: null, approved: true },
      { stage: "DECLINED", condition: null, approved: true },
    ],
    [],
  );
  const so = supposedIn(
    snapshot,
    [
      { pledge: referenceOf(0), atLeast: "COMMITTED" },
      { pledge: referenceOf(1), atLeast: "COMMITTED" },
    ],
    TODAY,
  );
  expect([...so.pledge.values()].map(({ stage }) => stage)).toEqual(["ALLOCATED", "DECLINED"]);
});

test("a line of an allocated pledge without a condition becomes firm with the number supposed", () => {
  const snapshot = snapshotOf([{ stage: "ALLOCATED", condition: null, approved: true }], []);
  const { coverage } = resultOfScenario(
    snapshot,
    [{ contribution: idOf("ccc", 0), quantity: 4_000, unit: "PERSON" }],
    TODAY,
  );
  expect(coverage[0]?.supposed).toMatchObject({ firm: { low: "4000", high: "4000" }, shortfall: "11000" });
});

describe("two lines that are one unit", () => {
  const worldWith = (state: LinkState): Snapshot => {
    const { pledge, ...rest } = snapshotOf(
      [
        { stage: "ALLOCATED", condition: null, approved: true },
        { stage: "PLEDGED", condition: null, approved: true },
      ],
      [],
    );
    const sameAs = {
      pledge: referenceOf(0),
      contribution: idOf("ccc", 0),
      state,
      by: idOf("fff", 0),
      reason: null,
    };
    const second = pledge.get(idOf("bbb", 1));
    if (!second) throw new Error("no second pledge");
    const contributions = second.contributions.map((line) => ({ ...line, sameAs }));
    return { ...rest, pledge: new Map([...pledge, [second.id, { ...second, contributions }]]) };
  };
  const allocated: Assumption = { pledge: referenceOf(1), atLeast: "ALLOCATED" };
  const numbered = (at: number, quantity: number): Assumption => ({
    contribution: idOf("ccc", at),
    quantity,
    unit: "PERSON",
  });
  const firmOf = (state: LinkState, ...assumptions: Assumption[]): string | undefined =>
    resultOfScenario(worldWith(state), assumptions, TODAY).coverage[0]?.supposed.firm.low;

  test("count once when both are supposed to be allocated, by the larger number", () => {
    expect(firmOf("CONFIRMED", numbered(0, 4_000), numbered(1, 3_000), allocated)).toBe("4000");
    expect(firmOf("CONFIRMED", numbered(0, 4_000), numbered(1, 6_000), allocated)).toBe("6000");
  });
  test.each(["CLAIMED", "DECLINED"] as const)("count twice while the link between them is %s", (state) => {
    expect(firmOf(state, numbered(0, 4_000), numbered(1, 3_000), allocated)).toBe("7000");
  });
});

describe("obstacles", () => {
  /** Approvals serve the next pledge as well; a superseded one is replaced by the next. */
  const anySharingSnapshot: fc.Arbitrary<Snapshot> = fc
    .tuple(anySnapshot, fc.array(fc.option(fc.nat(20_000)), { minLength: COUNT, maxLength: COUNT }))
    .map(([snapshot, most]) => sharing(snapshot, most));

  const sharing = (snapshot: Snapshot, most: readonly (number | null)[]): Snapshot => ({
    ...snapshot,
    pledge: new Map(
      [...snapshot.pledge.values()].map((one, at) => [
        one.id,
        one.stage === "SUPERSEDED" ? { ...one, supersededBy: referenceOf((at + 1) % COUNT) } : one,
      ]),
    ),
    approval: new Map(
      [...snapshot.approval.values()].map((one, at) => {
        const limit = most[at] ?? null;
        const serves = [referenceOf(at), referenceOf((at + 1) % COUNT)];
        return [one.id, { ...one, serves, limits: limit === null ? null : [upTo(limit)] }];
      }),
    ),
  });

  const upTo = (most: number): Limit => ({
    quantity: { kind: "UP_TO", min: 0, max: most, unit: "PERSON", asStated: null },
    money: null,
  });

  const blocked = (snapshot: Snapshot, reference: string): string[] => {
    const pledge = [...snapshot.pledge.values()].find((one) => one.reference === reference);
    const items = pledge ? holding(itemsOfPledge(snapshot, pledge), TODAY) : [];
    return items.filter((one) => one.class === "BLOCKED").map(({ code }) => code);
  };

  test("are found of every pledge that has others than before", () => {
    fc.assert(
      fc.property(anySharingSnapshot, anyAssumptions, (snapshot, assumptions) => {
        const so = supposedIn(snapshot, assumptions, TODAY);
        const otherwise = places
          .map(referenceOf)
          .filter((one) => blocked(snapshot, one).sort().join() !== blocked(so, one).sort().join());
        const { obstacles } = resultOfScenario(snapshot, assumptions, TODAY);
        expect(obstacles.first.map(({ reference }) => reference)).toEqual(otherwise);
      }),
      { numRuns: cases(150) },
    );
  });

  const given = { stage: "ALLOCATED" as const, condition: null, approved: true };
  const shortOf = (snapshot: Snapshot, assumption: Assumption): string[] =>
    resultOfScenario(snapshot, [assumption], TODAY).obstacles.first.map(
      ({ reference, appeared }) => `${reference} ${appeared.join()}`,
    );

  test("include a mandate that a contribution would exceed, for each pledge that it serves", () => {
    const snapshot = sharing(snapshotOf([given, given], []), [12_000, null]);
    const more: Assumption = { contribution: idOf("ccc", 0), quantity: 7_000, unit: "PERSON" };
    expect(shortOf(snapshot, more)).toEqual(["FR-3-001 APPROVED_LESS", "FR-3-002 APPROVED_LESS"]);
  });

  test("include a mandate that an allocation would exceed, for each pledge that it serves", () => {
    const snapshot = sharing(snapshotOf([given, { ...given, stage: "COMMITTED" }], []), [6_000, null]);
    expect(shortOf(snapshot, { pledge: referenceOf(1), atLeast: "ALLOCATED" })).toEqual([
      "FR-3-001 APPROVED_LESS",
      "FR-3-002 APPROVED_LESS",
    ]);
  });

  test("are gone where the replacement of a pledge that is waited for has come far enough", () => {
    const waits: Condition = { pledge: referenceOf(1), atLeast: "COMMITTED" };
    const snapshot = sharing(
      snapshotOf(
        [
          { ...given, condition: waits },
          { ...given, stage: "SUPERSEDED" },
          { ...given, stage: "PLEDGED" },
        ],
        [],
      ),
      [],
    );
    const { obstacles } = resultOfScenario(
      snapshot,
      [{ pledge: referenceOf(2), atLeast: "COMMITTED" }],
      TODAY,
    );
    expect(obstacles.first).toMatchObject([
      { reference: "FR-3-001", appeared: [], gone: ["DEPENDS_ON_PARTNER"] },
    ]);
  });
});
