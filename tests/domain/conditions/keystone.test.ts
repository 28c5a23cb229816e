// Keystones against a world that is really changed, and against every way that things could go.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isLeaf,
  leafKey,
  leavesOf,
  type Condition,
  type Leaf,
  type Truth,
} from "@/lib/domain/pledge/condition";
import {
  hindrancesAfter,
  keystonesOf,
  type Keystone,
  type WaitingPledge,
} from "@/lib/domain/conditions/keystone";
import type { LADDER } from "@/lib/domain/pledge/stages";
import { rungOf } from "@/lib/domain/pledge/stages";
import { cases } from "@/tests/support/cases";

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

  test("names whoever waits for it, and whom", () => {
    expect(of(GUARANTEE)?.named).toEqual(["DE-3-001", "FR-3-001", "PL-3-001"]);
    expect(of(GUARANTEE)?.participants).toEqual(["DE", "FR", "PL"]);
  });
  test("is necessary where nothing else could stand in for it", () => {
    expect(of(GUARANTEE)?.necessary).toEqual(["DE-3-001", "PL-3-001"]);
    expect(of(CEASEFIRE)?.necessary).toEqual(["DE-3-001", "FR-3-001", "IT-1-001"]);
  });
  test("frees alone what waits for nothing else", () => {
    expect(of(GUARANTEE)?.frees).toEqual([]);
    expect(of(CEASEFIRE)?.frees).toEqual(["IT-1-001"]);
  });
  test("frees more where dormant triggers and approvals are assumed, of what these alone don't free", () => {
    expect(of(GUARANTEE)?.freesAssumed).toEqual(["DE-3-001", "FR-3-001"]);
    expect(of(REQUEST)?.freesAssumed).toEqual(["FR-3-001"]);
  });
  test("leaves in the way what else a pledge waits for, the ceasefire apart", () => {
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

test("what is true holds nothing back", () => {
  expect(
    keystonesOf([waiting("DE-3-001", CEASEFIRE)], { truthOf: () => true, isDormant: () => true }),
  ).toEqual([]);
});

test("agrees with a world that is really changed, and with every way things could go", () => {
  fc.assert(
    fc.property(anyGraph, ({ pledges, world }) => {
      const truthOf = truthIn(world);
      const isDormant = (leaf: Leaf): boolean => "trigger" in leaf && leaf.trigger === "CEASEFIRE";
      const found = keystonesOf(pledges, { truthOf, isDormant });
      const open = new Map(
        pledges
          .flatMap(({ condition }) => leavesOf(condition))
          .filter((leaf) => truthOf(leaf) !== true)
          .map((leaf) => [leafKey(leaf), leaf]),
      );
      expect(found.map(({ leaf }) => leafKey(leaf)).sort()).toEqual([...open.keys()].sort());

      for (const { leaf, named, necessary, frees, freesAssumed } of found) {
        const after = changed(world, leaf);
        const turned = (condition: Condition): boolean => turns(condition, leaf);
        const where = (holds: (condition: Condition) => boolean): string[] =>
          pledges.filter(({ condition }) => holds(condition)).map(({ reference }) => reference);
        const can = (condition: Condition, given: World): boolean => valueOf(condition, truthIn(given)) === 1;
        expect(named).toEqual(where(turned));
        expect(frees).toEqual(where((one) => turned(one) && !can(one, world) && can(one, after)));
        const [without, all] = [assumed(world, leaf), assumed(after, leaf)];
        expect(freesAssumed).toEqual(where((one) => turned(one) && !can(one, without) && can(one, all)));
        expect(necessary).toEqual(where((one) => turned(one) && !everTrue(one, leaf)));
        const awake = { ...after, CEASEFIRE: 1 };
        const next = hindrancesAfter(
          leaf,
          pledges.filter(({ reference }) => named.includes(reference)),
          { truthOf, isDormant },
        );
        expect(next.length > 0).toBe(where((one) => turned(one) && !can(one, awake)).length > 0);
      }
    }),
    { numRuns: cases(400) },
  );
});

function waiting(reference: string, condition: Condition): WaitingPledge {
  const [participant = "", priority] = reference.split("-");
  return { reference, participant, priority: Number(priority) as WaitingPledge["priority"], condition };
}

/** Triggers and approvals: 0 false, ½ unknown, 1 true; a pledge's rung. */
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

/** With the ceasefire and both approvals, as far as they aren't what is looked at. */
function assumed(world: World, leaf: Leaf): World {
  const names = ["CEASEFIRE", "vote", "budget"].filter((name) => !Object.values(leaf).includes(name));
  return { ...world, ...Object.fromEntries(names.map((name) => [name, 1])) };
}

/** Whether the leaf's coming true makes one of the condition's leaves true. */
const turns = (condition: Condition, leaf: Leaf): boolean =>
  leavesOf(condition).some((one) => {
    if ("pledge" in leaf && "pledge" in one)
      return one.pledge === leaf.pledge && rungOf(one.atLeast) <= rungOf(leaf.atLeast);
    return leafKey(one) === leafKey(leaf);
  });

/** Kleene's logic as arithmetic. */
function valueOf(condition: Condition, truthOf: (leaf: Leaf, at: number) => Truth): number {
  let at = 0;
  const value = (one: Condition): number => {
    if ("all" in one) return Math.min(...one.all.map(value));
    if ("any" in one) return Math.max(...one.any.map(value));
    if ("kOf" in one) return one.of.map(value).sort((x, y) => y - x)[one.kOf - 1] ?? 0;
    if ("not" in one) return 1 - value(one.not);
    if (!isLeaf(one)) throw new Error("no leaf");
    const truth = truthOf(one, at++);
    return truth === null ? 0.5 : Number(truth);
  };
  return value(condition);
}

/** Whether it is true in one of all the ways in which its leaves could turn out, each by itself, without this one. */
function everTrue(condition: Condition, without: Leaf): boolean {
  const leaves = leavesOf(condition);
  for (let way = 0; way < 2 ** leaves.length; way += 1)
    if (valueOf(condition, (leaf, at) => (turns(without, leaf) ? false : (way >> at) % 2 === 1)) === 1)
      return true;
  return false;
}
