// Smallest sets of decisions in random registers, compared with trying every set.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { SmallestSets, Target } from "@/lib/domain/history/scenarios/smallest-sets/target";
import type { Day } from "@/lib/domain/base/day";
import { cases } from "@/tests/support/cases";
import { generous } from "@/tests/support/second/any/generous";
import { anyDay } from "@/tests/support/second/any/lines";
import { aSmallRegister } from "@/tests/support/second/any/register";
import { asOfDay } from "@/tests/support/second/mandates";
import { asSnapshot, type SmallRegister } from "@/tests/support/second/register";
import { nameOf, smallestByTrying, smallestSets, type Aim } from "@/tests/support/smallest-by-trying";
import { isDormantLeaf } from "@/tests/support/second/waiting";

const BOUNDS = { steps: 5_000_000, sets: 10_000 };

/** The register with its dormant triggers met. */
const awake = (register: SmallRegister): SmallRegister => ({
  ...register,
  triggers: register.triggers.map((one) =>
    isDormantLeaf(register, { trigger: one.code }) ? { ...one, state: "MET" } : one,
  ),
});

const told = ({ outcome, atLeast, sets }: SmallestSets) => ({
  size: atLeast,
  sets: outcome === "reached" ? [""] : sets.map(nameOf).sort(),
});

interface Seen {
  compared: number;
  sizes: Set<number | null>;
  kinds: Set<string>;
}

function hold(any: SmallRegister, target: Target, aim: Aim, dormant: boolean, on: Day, seen: Seen): void {
  const register = dormant ? awake(asOfDay(any, on)) : asOfDay(any, on);
  const expected = smallestByTrying(register, aim);
  if (expected === undefined) return;
  const found = smallestSets({ target, dormant }, asSnapshot(any), on, BOUNDS);
  expect(told(found)).toEqual(expected);
  seen.compared += 1;
  seen.sizes.add(expected.size);
  for (const one of found.sets.flat()) seen.kinds.add(Object.keys(one).join(" "));
}

test("the smallest sets that let a pledge start are those found by trying", () => {
  const seen: Seen = { compared: 0, sizes: new Set(), kinds: new Set() };
  fc.assert(
    fc.property(aSmallRegister, anyDay, fc.boolean(), (register, on, dormant) => {
      for (const pledge of register.pledges) {
        if (pledge.voided || ["DECLINED", "WITHDRAWN", "LAPSED", "SUPERSEDED"].includes(pledge.stage))
          continue;
        hold(register, { pledge: pledge.reference }, { pledge }, dormant, on, seen);
      }
    }),
    { numRuns: cases(500) },
  );
  expect(seen.compared).toBeGreaterThan(cases(1_500));
  expect([...seen.sizes]).toEqual(expect.arrayContaining([0, 1, 2, 3, null]));
});

const someKept = fc.array(fc.boolean(), { minLength: 6, maxLength: 6 });

test("the smallest sets that make a requirement firm are those found by trying", () => {
  const seen: Seen = { compared: 0, sizes: new Set(), kinds: new Set() };
  fc.assert(
    fc.property(
      fc.tuple(aSmallRegister, someKept).map(([register, kept]) => generous(register, kept)),
      anyDay,
      fc.boolean(),
      fc.integer({ min: 1, max: 8 }),
      (register, on, dormant, n) => {
        for (const requirement of register.requirements) {
          const need = BigInt(n) * 10_000n;
          const target = { requirement: requirement.reference, need };
          hold(register, target, { requirement, need }, dormant, on, seen);
        }
      },
    ),
    { numRuns: cases(500) },
  );
  expect(seen.compared).toBeGreaterThan(cases(1_500));
  expect([...seen.sizes]).toEqual(expect.arrayContaining([0, 1, 2, 3, 4, null]));
  expect([...seen.kinds].sort()).toEqual([
    "approval status",
    "contribution amount currency",
    "contribution quantity unit",
    "pledge atLeast",
    "trigger state",
  ]);
});
