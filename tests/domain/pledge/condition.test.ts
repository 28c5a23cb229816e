// The value of a condition, and which leaves decide it, compared with every way to change its leaves.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decidingLeaves,
  evaluate,
  isActionable,
  leafKey,
  leavesOf,
  not,
  withoutInferred,
  type Condition,
  type Leaf,
  type Truth,
  type TruthOf,
} from "@/lib/domain/pledge/condition";
import { conditionParts, type ConditionPart } from "@/lib/domain/conditions/condition-parts";
import { anyCondition, asNumber, aTriggerLeaf, aTruth, byNumbers } from "../../support/any/random-conditions";
import { cases } from "@/tests/support/cases";
import { decidingByTrying } from "@/tests/support/second/trying";

const RUNS = { numRuns: cases(300) };

const world = fc.record({ A: aTruth, B: aTruth, C: aTruth, D: aTruth, E: aTruth });
const truthFrom =
  (known: Record<string, Truth>): TruthOf =>
  (leaf) =>
    "trigger" in leaf ? (known[leaf.trigger] ?? null) : null;

const a: Leaf = { trigger: "A" };
const b: Leaf = { trigger: "B" };
const said = (condition: Condition, known: Record<string, Truth>): Truth =>
  evaluate(condition, truthFrom(known));

describe("three values", () => {
  test.each<[Truth, Truth, Truth, Truth]>([
    [true, true, true, true],
    [true, null, null, true],
    [true, false, false, true],
    [null, null, null, null],
    [null, false, false, null],
    [false, false, false, false],
  ])("%s with %s: all is %s, any is %s, whichever comes first", (one, other, all, any) => {
    for (const known of [
      { A: one, B: other },
      { A: other, B: one },
    ]) {
      expect(said({ all: [a, b] }, known)).toBe(all);
      expect(said({ any: [a, b] }, known)).toBe(any);
    }
  });
  test("NOT swaps true and false, and leaves unknown as it is", () => {
    expect([true, false, null].map((A) => said({ not: a }, { A }))).toEqual([false, true, null]);
  });
  test("a pledge can start only if its condition is true, or if it has none", () => {
    expect([true, false, null].map((A) => isActionable(a, truthFrom({ A })))).toEqual([true, false, false]);
    expect(isActionable(null, truthFrom({}))).toBe(true);
  });
});

test("“at least k” is true with enough true leaves, and false only if there can't be enough", () => {
  const two: Condition = { kOf: 2, of: [a, b, { trigger: "C" }] };
  expect(said(two, { A: true, B: true, C: false })).toBe(true);
  expect(said(two, { A: true, B: null, C: false })).toBe(null);
  expect(said(two, { A: true, B: false, C: false })).toBe(false);
  expect(said({ not: two }, { A: true, B: true, C: null })).toBe(false);
});

describe("without what is only our reading", () => {
  const read = (trigger: string): Leaf => ({ trigger, basis: "INFERRED" });
  test.each<[string, Condition, Condition | null]>([
    ["a leaf", read("A"), null],
    ["one of two that must hold", { all: [read("A"), b] }, { all: [b] }],
    ["one of two of which either will do", { any: [read("A"), b] }, null],
    ["under NOT", { all: [{ not: read("A") }, b] }, { all: [b] }],
    ["none of these", { not: { any: [read("A"), b] } }, { not: { any: [b] } }],
    ["one of those of which two must hold", { kOf: 2, of: [read("A"), a, b] }, { kOf: 1, of: [a, b] }],
    ["two of those of which two must hold", { kOf: 2, of: [read("A"), read("B"), b] }, null],
    ["fewer than two of three", { not: { kOf: 2, of: [read("A"), a, b] } }, { not: { kOf: 2, of: [a, b] } }],
  ])("%s", (_what, whole, left) => {
    expect(withoutInferred(whole)).toEqual(left);
  });
  test("a stated leaf stays, and so does one without a basis", () => {
    const whole: Condition = { all: [{ trigger: "A", basis: "STATED" }, b] };
    expect(withoutInferred(whole)).toEqual(whole);
  });
});

describe("laws, on conditions of up to twelve leaves", { timeout: 60_000 }, () => {
  const condition = anyCondition(aTriggerLeaf);

  test("evaluation is the minimum, the maximum and the complement of numbers", () => {
    fc.assert(
      fc.property(condition, world, (whole, known) => {
        const values = leavesOf(whole).map((leaf) => asNumber(truthFrom(known)(leaf)));
        expect(asNumber(said(whole, known))).toBe(byNumbers(whole)(values));
      }),
      RUNS,
    );
  });
  test("a double negation changes nothing, and De Morgan's laws hold", () => {
    fc.assert(
      fc.property(condition, condition, world, (one, other, known) => {
        expect(said({ not: { not: one } }, known)).toBe(said(one, known));
        expect(said({ not: { all: [one, other] } }, known)).toBe(
          said({ any: [{ not: one }, { not: other }] }, known),
        );
        expect(said({ not: { any: [one, other] } }, known)).toBe(
          said({ all: [{ not: one }, { not: other }] }, known),
        );
      }),
      RUNS,
    );
  });
  test("a leaf that becomes known never changes what is already true or false", () => {
    fc.assert(
      fc.property(condition, world, aTruth, (whole, known, later) => {
        const before = said(whole, known);
        if (before !== null) expect(said(whole, { ...known, ...filled(known, later) })).toBe(before);
      }),
      RUNS,
    );
  });
  test("leaving our reading out is the same as setting each such leaf to what starts the pledge", () => {
    fc.assert(
      fc.property(condition, world, (whole, known) => {
        const left = withoutInferred(whole);
        const supposed = byNumbers(whole)(
          favourable(whole).map(({ leaf, wanted }) =>
            leaf.basis === "INFERRED" ? (wanted ? 2 : 0) : asNumber(truthFrom(known)(leaf)),
          ),
        );
        expect(left === null ? 2 : asNumber(said(left, known))).toBe(supposed);
      }),
      RUNS,
    );
  });
  test("a pledge that can start with our reading can start without it", () => {
    fc.assert(
      fc.property(condition, world, (whole, known) => {
        if (said(whole, known) !== true) return;
        const left = withoutInferred(whole);
        expect(left === null || said(left, known)).toBe(true);
      }),
      RUNS,
    );
  });
  test("a leaf decides if it is in some minimal set of changes that makes the whole true", () => {
    fc.assert(
      fc.property(condition, world, (whole, known) => {
        const truthOf = truthFrom(known);
        const leaves = leavesOf(whole);
        const brute = decidingByTrying(whole, leaves.map(truthOf));
        const parts = leafParts(conditionParts(whole, truthOf));
        expect(parts.map(({ decides }) => decides)).toEqual(brute.map((wanted) => wanted !== null));
        const wanted = leaves.flatMap((leaf, place) => {
          const value = brute[place] ?? null;
          return value === null ? [] : [`${leafKey(leaf)} ${value}`];
        });
        expect(
          new Set(decidingLeaves(whole, truthOf).map((one) => `${leafKey(one.leaf)} ${one.wanted}`)),
        ).toEqual(new Set(wanted));
      }),
      RUNS,
    );
  });
  test("each leaf's part has the leaf's truth, and the top part that of the whole", () => {
    fc.assert(
      fc.property(condition, world, (whole, known) => {
        const truthOf = truthFrom(known);
        const top = conditionParts(whole, truthOf);
        expect(top.truth).toBe(said(whole, known));
        for (const part of leafParts(top)) {
          const truth = part.leaf && truthOf(part.leaf);
          expect(part.truth).toBe(part.negated ? not(truth) : truth);
          expect(at(whole, part.path)).toBe(part.leaf);
        }
      }),
      RUNS,
    );
  });
});

test("a false leaf in a satisfied ANY decides nothing, and under NOT the wanted value is false", () => {
  const known = truthFrom({ A: false, B: true });
  expect(decidingLeaves({ any: [a, b] }, known)).toEqual([]);
  expect(decidingLeaves({ all: [{ any: [a, b] }, a] }, known)).toEqual([{ leaf: a, wanted: true }]);
  expect(decidingLeaves({ not: b }, known)).toEqual([{ leaf: b, wanted: false }]);
});

/** Each leaf with the value that helps the whole to be true. */
function favourable(part: Condition, wanted = true): { leaf: Leaf; wanted: boolean }[] {
  if ("not" in part) return favourable(part.not, !wanted);
  if ("all" in part) return part.all.flatMap((one) => favourable(one, wanted));
  if ("any" in part) return part.any.flatMap((one) => favourable(one, wanted));
  if ("kOf" in part) return part.of.flatMap((one) => favourable(one, wanted));
  return [{ leaf: part, wanted }];
}

const leafParts = (part: ConditionPart): ConditionPart[] =>
  part.leaf ? [part] : part.parts.flatMap(leafParts);

const filled = (known: Record<string, Truth>, later: Truth): Record<string, Truth> =>
  Object.fromEntries(Object.entries(known).map(([name, truth]) => [name, truth ?? later]));

const at = (whole: Condition, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>((part, step) => (step === "" ? part : Reflect.get(part as object, step)), whole);
