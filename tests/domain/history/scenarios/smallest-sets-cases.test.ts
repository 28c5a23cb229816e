import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { supposedIn } from "@/lib/domain/history/scenarios/assumption";
import { EMPTY_SNAPSHOT, type Snapshot } from "@/lib/domain/history/snapshot";
import { requirementCoverageIn } from "@/lib/domain/history/scenarios/smallest-sets/offers";
import { requirementIn } from "@/lib/domain/history/scenarios/smallest-sets/posed";
import { MOST_SETS, MOST_SEARCH_STEPS } from "@/lib/domain/history/scenarios/smallest-sets/smallest-sets";
import type { Condition } from "@/lib/domain/pledge/condition";
import type { Contribution } from "@/lib/domain/pledge/contribution";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { aContribution, anApproval, aPledge, TODAY } from "@/tests/support/cast";
import { cases } from "@/tests/support/cases";
import {
  aLargeRegister,
  aTrigger,
  offerOf,
  REQUIREMENT,
  requirementOf,
} from "@/tests/support/any/large-decisions";
import { nameOf, smallestSets } from "@/tests/support/smallest-by-trying";

const BOUNDS = { steps: MOST_SEARCH_STEPS, sets: MOST_SETS };
const [CEASEFIRE, REQUEST] = [{ trigger: "CEASEFIRE_IN_FORCE" }, { trigger: "UKRAINE_REQUEST" }];
const VOTE = { approval: "vote" };

/** A French pledge offered for 6,000 soldiers, a vote that isn't held, a ceasefire and a request. */
function world(change: Partial<Pledge>, more: Partial<{ [K in keyof Snapshot]: unknown[] }> = {}): Snapshot {
  const keyed = (all: unknown[]) =>
    new Map(
      all.map((one) => [(one as { id?: string; code: string }).id ?? (one as { code: string }).code, one]),
    );
  const own = {
    pledge: [aPledge({ id: "pledge", contributions: [aContribution({ id: "line-0" })], ...change })],
    approval: [anApproval({ id: "vote", serves: [] })],
    trigger: [
      { ...aTrigger("CEASEFIRE_IN_FORCE", "NOT_MET"), waiting: "DORMANT" },
      aTrigger("UKRAINE_REQUEST", "UNKNOWN"),
    ],
    requirement: [requirementOf(6_000)],
    offer: [offerOf("FR-3-001", "line-0")],
    ...more,
  };
  return {
    ...EMPTY_SNAPSHOT,
    ...Object.fromEntries(Object.entries(own).map(([type, all]) => [type, keyed(all)])),
  };
}

const toStart = (condition: Condition, dormant = false, more = {}) =>
  smallestSets({ target: { pledge: "FR-3-001" }, dormant }, world({ condition }, more), TODAY, BOUNDS);
const toBeFirm = (change: Partial<Pledge>, dormant = false, more = {}) =>
  smallestSets(
    { target: { requirement: REQUIREMENT, need: null }, dormant },
    world(change, more),
    TODAY,
    BOUNDS,
  );

const told = ({ outcome, atLeast, sets }: ReturnType<typeof toStart>): [string, number | null, string[]] => [
  outcome,
  atLeast,
  sets.map(nameOf),
];

const [MET, ASKED, VOTED] = [
  "trigger:CEASEFIRE_IN_FORCE:MET",
  "trigger:UKRAINE_REQUEST:MET",
  "approval:vote:APPROVED",
];
const ALLOCATION = "pledge:FR-3-001:ALLOCATED";

describe("a pledge starts", () => {
  test.each<[string, Condition, boolean, [string, number | null, string[]]]>([
    ["all that is open", { all: [CEASEFIRE, VOTE] }, false, ["found", 2, [`${VOTED} ${MET}`]]],
    ["the ceasefire taken as there", { all: [CEASEFIRE, VOTE] }, true, ["found", 1, [VOTED]]],
    ["one of two is enough", { any: [REQUEST, VOTE] }, false, ["found", 1, [VOTED, ASKED]]],
    ["two of three", { kOf: 2, of: [CEASEFIRE, REQUEST, VOTE] }, true, ["found", 1, [VOTED, ASKED]]],
    [
      "that something isn't so must be known",
      { not: REQUEST },
      false,
      ["found", 1, ["trigger:UKRAINE_REQUEST:NOT_MET"]],
    ],
    ["what isn't so needs no decision", { not: CEASEFIRE }, false, ["reached", 0, []]],
    ["and what is so isn't undone", { not: CEASEFIRE }, true, ["never", null, []]],
    ["nothing both is and isn't", { all: [REQUEST, { not: REQUEST }] }, false, ["never", null, []]],
    ["nobody decides for a record that isn't there", { trigger: "NOWHERE" }, false, ["never", null, []]],
  ])("%s", (_, condition, dormant, expected) => {
    expect(told(toStart(condition, dormant))).toEqual(expected);
  });

  test("an allocation takes the approvals that serve the pledge", () => {
    const other = aPledge({ id: "other", reference: "GB-3-001", stage: "COMMITTED" });
    const vote = anApproval({ id: "vote", serves: ["GB-3-001"] });
    const more = {
      approval: [vote],
      pledge: [aPledge({ id: "pledge", condition: { pledge: "GB-3-001", atLeast: "ALLOCATED" } }), other],
    };
    expect(told(toStart({ all: [] }, false, more))).toEqual([
      "found",
      2,
      [`${VOTED} pledge:GB-3-001:ALLOCATED`],
    ]);
  });

  test("a search for a pledge that has ended is closed", () => {
    const ended = world({ stage: "WITHDRAWN", condition: VOTE });
    const found = smallestSets({ target: { pledge: "FR-3-001" }, dormant: false }, ended, TODAY, BOUNDS);
    expect(found.outcome).toBe("closed");
  });
});

const numbered = (quantity: Partial<Contribution["quantity"]>): Partial<Pledge> => ({
  stage: "ALLOCATED",
  contributions: [
    aContribution({
      id: "line-0",
      quantity: { kind: "EXACT", min: 6_000, max: 6_000, unit: "PERSON", asStated: null, ...quantity },
    }),
  ],
});

describe("a requirement is firm", () => {
  test.each<[string, Partial<Pledge>, [string, number | null, string[]]]>([
    ["by an allocation", {}, ["found", 1, [ALLOCATION]]],
    ["by an allocation and what it waits for", { condition: VOTE }, ["found", 2, [`${VOTED} ${ALLOCATION}`]]],
    ["nothing is set aside of what nobody promised", { stage: "SIGNALLED" }, ["never", null, []]],
    ["already", { stage: "ALLOCATED" }, ["reached", 0, []]],
    [
      "by the most that was said",
      numbered({ kind: "UP_TO", min: 0 }),
      ["found", 1, ["contribution:line-0:6000:PERSON"]],
    ],
    ["not by more than was said", numbered({ kind: "UP_TO", min: 0, max: 5_999 }), ["never", null, []]],
    [
      "not by what is only in words",
      numbered({ kind: "QUALITATIVE", min: null, max: null }),
      ["never", null, []],
    ],
  ])("%s", (_, change, expected) => {
    expect(told(toBeFirm(change))).toEqual(expected);
  });

  test("a missing number is to be asked for, and a sealed one is never supposed", () => {
    const askedOf = (change: Partial<Pledge>) => toBeFirm(change).ask.map(({ about }) => about);
    expect(askedOf(numbered({ kind: "QUALITATIVE", min: null, max: null }))).toEqual(["number"]);
    expect(askedOf(numbered({ kind: "AT_LEAST", max: null }))).toEqual(["most"]);
    expect(askedOf(numbered({ kind: "EXACT" }))).toEqual([]);
    const shown = numbered({ kind: "SEALED", min: 10, max: 7_000, sealed: "SHOWN" });
    expect(told(toBeFirm(shown))).toEqual(["never", null, []]);
    expect(askedOf(numbered({ kind: "SEALED", min: null, max: null, sealed: "HIDDEN" }))).toEqual(["sealed"]);
  });

  test("an allocation that exceeds its mandate is in no set", () => {
    const least = {
      quantity: { kind: "UP_TO" as const, min: 0, max: 5_000, unit: "PERSON" as const, asStated: null },
      money: null,
    };
    const vote = (max: number) => [
      anApproval({
        ...{ id: "vote", status: "APPROVED", serves: ["FR-3-001"] },
        limits: [{ ...least, quantity: { ...least.quantity, max } }],
      }),
    ];
    expect(toBeFirm({}, false, { approval: vote(5_999) }).outcome).toBe("never");
    expect(toBeFirm({}, false, { approval: vote(6_000) }).outcome).toBe("found");
    // Nobody knows how much of a joint promise is whose.
    const jointWith = [
      { participant: "SE", state: "CONFIRMED" as const, by: "person-manager", reason: null },
    ];
    expect(toBeFirm({ jointWith }, false, { approval: vote(5_999) }).outcome).toBe("found");
  });
});

test("a stopped search says how many are needed at least, and gives a larger set that is enough", () => {
  const [one] = fc.sample(aLargeRegister, { numRuns: 1, seed: 11 });
  if (!one) throw new Error("no register");
  const question = { target: { requirement: REQUIREMENT, need: one.need }, dormant: false };
  const whole = smallestSets(question, one.snapshot, TODAY, BOUNDS);
  expect(whole.atLeast).toBeGreaterThan(1);
  const stopped = smallestSets(question, one.snapshot, TODAY, { ...BOUNDS, steps: 1 });
  expect(stopped).toMatchObject({ outcome: "undecided", sets: [] });
  expect(stopped.atLeast).toBeLessThanOrEqual(whole.atLeast ?? 0);
  expect(stopped.larger?.length).toBeGreaterThanOrEqual(whole.atLeast ?? Infinity);
});

describe("registers of two hundred leaves", () => {
  test("sets of up to six are found within the steps in 95 of 100 registers", () => {
    const found = fc
      .sample(aLargeRegister, { numRuns: cases(60), seed: 1 })
      .map(({ snapshot: one, need }) =>
        smallestSets({ target: { requirement: REQUIREMENT, need }, dormant: false }, one, TODAY, BOUNDS),
      )
      .filter(({ atLeast }) => atLeast !== null && atLeast <= 6);
    const known = found.filter(({ outcome }) => outcome === "found" || outcome === "reached");
    expect(found.length).toBeGreaterThan(20);
    expect(known.length).toBeGreaterThanOrEqual(found.length * 0.95);
  });

  test("each set, supposed in a scenario, makes the requirement firm", () => {
    let sets = 0;
    fc.assert(
      fc.property(aLargeRegister, ({ snapshot: one, need }) => {
        const asked = requirementIn(one, REQUIREMENT);
        if (!asked) throw new Error("no requirement");
        const found = smallestSets(
          { target: { requirement: REQUIREMENT, need }, dormant: false },
          one,
          TODAY,
          BOUNDS,
        );
        for (const set of found.sets) {
          const firm = requirementCoverageIn(supposedIn(one, set, TODAY), asked, TODAY, (line) => line).firm
            .low;
          expect(firm).toBeGreaterThanOrEqual(need);
          expect(set.length).toBe(found.atLeast);
          sets += 1;
        }
      }),
      { numRuns: cases(20) },
    );
    expect(sets).toBeGreaterThan(0);
  });

  test("the order of the records makes no difference", () => {
    fc.assert(
      fc.property(aLargeRegister, ({ snapshot: one, need }) => {
        const turned = Object.fromEntries(
          Object.entries(one).map(([type, records]) => [
            type,
            new Map([...(records as ReadonlyMap<string, unknown>)].reverse()),
          ]),
        ) as unknown as Snapshot;
        const question = { target: { requirement: REQUIREMENT, need }, dormant: false };
        expect(smallestSets(question, turned, TODAY, BOUNDS)).toEqual(
          smallestSets(question, one, TODAY, BOUNDS),
        );
      }),
      { numRuns: cases(15) },
    );
  });
});
