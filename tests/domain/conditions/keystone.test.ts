// Keystones, and what still holds pledges up after one of them.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leafKey, leavesOf, type Condition, type Leaf, type Truth } from "@/lib/domain/pledge/condition";
import {
  hindrancesAfter,
  keystonesOf,
  keystoneSteps,
  type Keystone,
  type WaitingPledge,
} from "@/lib/domain/conditions/keystone";
import { type LADDER, rungOf } from "@/lib/domain/pledge/stages";
import { cases } from "@/tests/support/cases";
import { nameOf } from "@/tests/support/second/cycles";
import { keystonesByTrying } from "@/tests/support/second/keystones";
import { valueOf } from "@/tests/support/second/trying";

const CEASEFIRE: Leaf = { trigger: "CEASEFIRE" };
const REQUEST: Leaf = { trigger: "REQUEST" };
const VOTE: Leaf = { approval: "vote" };
const GUARANTEE: Leaf = { pledge: "US-4-001", atLeast: "COMMITTED" };

describe("one open item, set to true alone", () => {
  const PLEDGES_THAT_WAIT = [
    waiting("DE-3-001", { all: [CEASEFIRE, GUARANTEE, VOTE] }),
    waiting("FR-3-001", { all: [CEASEFIRE, { any: [GUARANTEE, REQUEST] }] }),
    waiting("IT-1-001", CEASEFIRE),
    waiting("PL-3-001", { all: [GUARANTEE, REQUEST] }),
  ];
  const SHUT = {
    truthOf: () => false,
    isDormant: (leaf: Leaf) => "trigger" in leaf && leaf.trigger === "CEASEFIRE",
  };
  const found = keystonesOf(PLEDGES_THAT_WAIT, SHUT);
  const of = (leaf: Leaf): Keystone | undefined => found.find((one) => leafKey(one.leaf) === leafKey(leaf));

  test("names the pledges and participants that wait for it", () => {
    expect(of(GUARANTEE)?.named).toEqual(["DE-3-001", "FR-3-001", "PL-3-001"]);
    expect(of(GUARANTEE)?.participants).toEqual(["DE", "FR", "PL"]);
  });
  test("is necessary where nothing else could stand in for it", () => {
    expect(of(GUARANTEE)?.necessary).toEqual(["DE-3-001", "PL-3-001"]);
    expect(of(CEASEFIRE)?.necessary).toEqual(["DE-3-001", "FR-3-001", "IT-1-001"]);
  });
  test("frees only what waits for nothing else", () => {
    expect(of(GUARANTEE)?.frees).toEqual([]);
    expect(of(CEASEFIRE)?.frees).toEqual(["IT-1-001"]);
  });
  test("frees more with dormant triggers and approvals assumed, not counting what these free alone", () => {
    expect(of(GUARANTEE)?.freesAssumed).toEqual(["DE-3-001", "FR-3-001"]);
    expect(of(REQUEST)?.freesAssumed).toEqual(["FR-3-001"]);
  });
  test("leaves what else its pledges wait for, except the ceasefire", () => {
    const named = PLEDGES_THAT_WAIT.filter(({ reference }) => of(GUARANTEE)?.named.includes(reference));
    expect(hindrancesAfter(GUARANTEE, named, SHUT)).toEqual([
      { leaf: VOTE, pledges: 1 },
      { leaf: REQUEST, pledges: 1 },
    ]);
  });
  test("comes first where most cannot start without it", () => {
    expect(found.map(({ leaf }) => leafKey(leaf))).toEqual(
      [CEASEFIRE, GUARANTEE, REQUEST, VOTE].map(leafKey),
    );
  });
});

test("a pledge is counted once for an unknown leaf that it names both as true and as not true", () => {
  const either: Condition = { any: [{ all: [CEASEFIRE, REQUEST] }, { all: [CEASEFIRE, { not: REQUEST }] }] };
  const truthOf = (leaf: Leaf): Truth => ("trigger" in leaf && leaf.trigger === "REQUEST" ? null : false);
  expect(
    hindrancesAfter(CEASEFIRE, [waiting("DE-3-001", either)], { truthOf, isDormant: () => false }),
  ).toEqual([{ leaf: REQUEST, pledges: 1 }]);
});

test("a pledge that comes to a stage has passed those below", () => {
  const [committed, pledged] = keystonesOf(
    [waiting("DE-3-001", { pledge: "US-4-001", atLeast: "PLEDGED" }), waiting("FR-3-001", GUARANTEE)],
    { truthOf: () => false, isDormant: () => false },
  );
  expect(committed).toMatchObject({
    leaf: GUARANTEE,
    named: ["DE-3-001", "FR-3-001"],
    frees: ["DE-3-001", "FR-3-001"],
  });
  expect(pledged).toMatchObject({ named: ["DE-3-001"], frees: ["DE-3-001"] });
});

test("a leaf that is true holds nothing up", () => {
  expect(
    keystonesOf([waiting("DE-3-001", CEASEFIRE)], { truthOf: () => true, isDormant: () => true }),
  ).toEqual([]);
});

test("keystones are those found by setting each leaf alone and counting again", () => {
  fc.assert(
    fc.property(anyGraph, ({ pledges, world }) => {
      const truthOf = truthIn(world);
      const isDormant = (leaf: Leaf): boolean => "trigger" in leaf && leaf.trigger === "CEASEFIRE";
      const found = keystonesOf(pledges, { truthOf, isDormant });
      const byName = (all: readonly Keystone[]) =>
        all.toSorted((a, b) => (nameOf(a.leaf) < nameOf(b.leaf) ? -1 : 1));
      expect(byName(found)).toEqual(byName(keystonesByTrying(pledges, { truthOf, isDormant })));

      for (const { leaf, named: references } of found) {
        const named = pledges.filter(({ reference }) => references.includes(reference));
        const awake = truthIn({ ...changed(world, leaf), CEASEFIRE: 1 });
        const next = hindrancesAfter(leaf, named, { truthOf, isDormant });
        expect(next.length > 0).toBe(named.some(({ condition }) => valueOf(condition, awake) !== 2));
      }
    }),
    { numRuns: cases(400) },
  );
});

function waiting(reference: string, condition: Condition): WaitingPledge {
  const [participant = "", priority] = reference.split("-");
  return { reference, participant, priority: Number(priority) as WaitingPledge["priority"], condition };
}

/** Of triggers and approvals: 0 false, ½ unknown, 1 true; of pledges: the rung. */
type World = Record<string, number>;

const PLEDGES = ["AA-1-001", "BB-1-001"];
const anyLeaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.constantFrom<Leaf>(CEASEFIRE, REQUEST, VOTE, { approval: "budget" }),
  fc.record({
    pledge: fc.constantFrom(...PLEDGES),
    atLeast: fc.constantFrom<(typeof LADDER)[number]>("PLEDGED", "COMMITTED", "ALLOCATED"),
  }),
);
const { part } = fc.letrec<{ part: Condition }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    anyLeaf,
    fc.array(tie("part"), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie("part"), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie("part").map((not) => ({ not })),
  ),
}));
const anyGraph = fc.record({
  pledges: fc
    .array(
      part.filter((one) => leavesOf(one).length <= 12),
      { minLength: 1, maxLength: 4 },
    )
    .map((conditions) => conditions.map((one, n) => waiting(`DE-3-00${n + 1}`, one))),
  world: fc.record({
    CEASEFIRE: fc.constantFrom(0, 0.5, 1),
    REQUEST: fc.constantFrom(0, 0.5, 1),
    vote: fc.constantFrom(0, 0.5, 1),
    budget: fc.constantFrom(0, 0.5, 1),
    "AA-1-001": fc.integer({ min: 0, max: 4 }),
    "BB-1-001": fc.integer({ min: 0, max: 4 }),
  }),
});

function truthIn(world: World): (leaf: Leaf) => Truth {
  return (leaf) => {
    if ("pledge" in leaf) return (world[leaf.pledge] ?? 0) >= rungOf(leaf.atLeast);
    const value = world["trigger" in leaf ? leaf.trigger : leaf.approval];
    return value === 0.5 ? null : value === 1;
  };
}

function changed(world: World, leaf: Leaf): World {
  if ("pledge" in leaf)
    return { ...world, [leaf.pledge]: Math.max(world[leaf.pledge] ?? 0, rungOf(leaf.atLeast)) };
  return { ...world, ["trigger" in leaf ? leaf.trigger : leaf.approval]: 1 };
}

test("a trigger that a thousand pledges wait for is examined in small steps", () => {
  const pledges = Array.from({ length: 1_000 }, (_, n) => ({
    reference: `FR-1-${String(n + 1).padStart(4, "0")}`,
    participant: "FR",
    priority: 1 as const,
    condition: { all: [{ trigger: "CEASEFIRE" }, { approval: `vote ${String(n)}` }] },
  }));
  const context = { truthOf: () => false, isDormant: () => false };
  const steps = keystoneSteps(pledges, context);
  let count = 0;
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) count += 1;
  expect(count).toBeGreaterThan(3 * pledges.length);
  expect(step.value).toEqual(keystonesOf(pledges, context));
});
