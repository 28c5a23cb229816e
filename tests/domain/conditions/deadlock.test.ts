// Cycles of pledges that wait for each other, compared with reachability and with every way the world may go.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Condition, Leaf, Truth } from "@/lib/domain/pledge/condition";
import { circlesAmong } from "@/lib/domain/conditions/circles";
import { cyclesAmong, edgesWithin, openersOf, type WaitingOn } from "@/lib/domain/conditions/deadlock";
import { anyCondition, aPledgeLeaf, aTriggerLeaf } from "../../support/any/random-conditions";
import { cases } from "@/tests/support/cases";
import { cyclesByTrying } from "@/tests/support/second/cycles";

const REFERENCES = ["FR-3-001", "GB-3-001", "US-4-001", "UA-4-001", "US-3-001"];
const [FR, GB, US, UA] = REFERENCES as [string, string, string, string, string];

const waiting = (reference: string, condition: Condition, conditionSetOn = "2026-01-07"): WaitingOn => ({
  reference,
  participant: reference.slice(0, 2),
  condition,
  conditionSetOn,
});
const on = (pledge: string): Leaf => ({ pledge, atLeast: "COMMITTED" });
const nothing = (): Truth => false;

test("two pledges that wait for each other are deadlocked, since the later of their conditions", () => {
  const pledges = [
    waiting(US, { all: [on(UA), { approval: "a" }] }, "2026-01-27"),
    waiting(UA, { all: [on(US), { approval: "b" }] }, "2026-01-07"),
  ];
  expect(cyclesAmong(pledges, nothing)).toEqual([
    { pledges: [UA, US], participants: ["UA", "US"], isDeadlock: true, since: "2026-01-27" },
  ]);
});

test("a cycle that something outside opens is no deadlock", () => {
  const pledges = [waiting(FR, { any: [on(GB), { trigger: "A" }] }), waiting(GB, on(FR))];
  expect(cyclesAmong(pledges, nothing)).toMatchObject([{ pledges: [FR, GB], isDeadlock: false }]);
});

test("two of a circle are deadlocked, though a third in it can start", () => {
  const pledges = [
    waiting(FR, { any: [on(US), { trigger: "A" }] }),
    waiting(US, { all: [on(UA), on(FR)] }, "2026-01-27"),
    waiting(UA, on(US)),
  ];
  expect(cyclesAmong(pledges, nothing)).toEqual([
    { pledges: [UA, US], participants: ["UA", "US"], isDeadlock: true, since: "2026-01-27" },
  ]);
});

test("the rest of a circle around a deadlock is a cycle, if it still is one", () => {
  const pledges = [
    waiting(US, { all: [on(UA), on(FR)] }),
    waiting(UA, on(US)),
    waiting(FR, { any: [on(US), on(GB), { trigger: "A" }] }),
    waiting(GB, on(FR)),
  ];
  expect(cyclesAmong(pledges, nothing)).toMatchObject([
    { pledges: [FR, GB], isDeadlock: false },
    { pledges: [UA, US], isDeadlock: true },
  ]);
});

test("pledges that could start once another deadlock opens are in none", () => {
  const pledges = [
    waiting(FR, on(GB)),
    waiting(GB, on(FR)),
    waiting(US, { any: [on(FR), on(UA)] }),
    waiting(UA, on(US)),
  ];
  expect(cyclesAmong(pledges, nothing)).toMatchObject([
    { pledges: [FR, GB], isDeadlock: true },
    { pledges: [UA, US], isDeadlock: false },
  ]);
});

test("a circle that one participant keeps shut has no openers", () => {
  const pledges = [waiting(US, { all: [on("US-3-001"), { trigger: "A" }] }), waiting("US-3-001", on(US))];
  const [cycle] = cyclesAmong(pledges, nothing);
  expect(cycle && openersOf(cycle, pledges, nothing)).toEqual([]);
});

test("one party that waits for itself is in a circle, and in no deadlock", () => {
  const own = [waiting("US-3-001", on(US)), waiting(US, on("US-3-001"))];
  expect(cyclesAmong(own, nothing)).toMatchObject([{ participants: ["US"], isDeadlock: false }]);
  expect(cyclesAmong([waiting(US, on(US))], nothing)).toMatchObject([{ pledges: [US], isDeadlock: false }]);
  expect(cyclesAmong([waiting(US, on(UA))], nothing)).toEqual([]);
});

test("an edge of several leaves has the firmest basis of them", () => {
  const bases: readonly (Leaf["basis"] | "none")[][] = [
    ["INFERRED", "STATED", "INFERRED"],
    ["REPORTED", "STATED"],
    ["INFERRED", "REPORTED", "INFERRED"],
    ["none", "INFERRED"],
    ["INFERRED", "INFERRED"],
  ];
  const basesOf = (said: (typeof bases)[number]) => {
    const all = said.map((basis) =>
      basis === "none" || basis === undefined ? on(GB) : { ...on(GB), basis },
    );
    const pledges = [waiting(FR, { all }), waiting(GB, on(FR))];
    const [cycle] = cyclesAmong(pledges, nothing);
    return cycle && edgesWithin(cycle, pledges).flatMap(({ from, basis }) => (from === FR ? [basis] : []));
  };
  expect(bases.map(basesOf)).toEqual([["STATED"], ["STATED"], ["REPORTED"], [null], ["INFERRED"]]);
});

test("a chain of 20,000 pledges doesn't overflow the stack", () => {
  const reference = (n: number) => `FR-3-${String(n).padStart(5, "0")}`;
  const chain = Array.from({ length: 20_000 }, (_, n) => waiting(reference(n), on(reference(n + 1))));
  expect(cyclesAmong(chain, nothing)).toEqual([]);
  const ring = [...chain, waiting(reference(20_000), on(reference(0)))];
  expect(cyclesAmong(ring, nothing)[0]?.pledges).toHaveLength(20_001);
});

/** Up to five pledges, twelve leaves in all. */
const graph = fc
  .uniqueArray(fc.constantFrom(...REFERENCES), { minLength: 1 })
  .chain((references) =>
    fc.tuple(
      ...references.map((reference) =>
        anyCondition(
          fc.oneof({ weight: 3, arbitrary: aPledgeLeaf(REFERENCES) }, { weight: 1, arbitrary: aTriggerLeaf }),
          Math.floor(12 / references.length),
        ).map((condition) => waiting(reference, condition)),
      ),
    ),
  );
const truths = fc.func(fc.constantFrom<Truth>(true, false, null));

test(
  "on random graphs, components and deadlocks are those that trying everything finds",
  { timeout: 60_000 },
  () => {
    let [cycles, deadlocks, within] = [0, 0, 0];
    const property = fc.property(graph, truths, (pledges, known) => {
      const truthOf = (leaf: Leaf): Truth => known(leaf);
      const found = cyclesAmong(pledges, truthOf);
      expect(found).toEqual(cyclesByTrying(pledges, truthOf));
      cycles += found.length;
      deadlocks += found.filter(({ isDeadlock }) => isDeadlock).length;
      const circles = circlesAmong(pledges).map((circle) => circle.length);
      within += found.filter((one) => one.isDeadlock && !circles.includes(one.pledges.length)).length;
    });
    // Few deadlocks lie within a circle: more graphs are tried until one does.
    for (let round = 0; round === 0 || (within === 0 && round < 10); round += 1)
      fc.assert(property, { numRuns: cases(600) });
    expect(cycles - deadlocks).toBeGreaterThan(50);
    expect(deadlocks).toBeGreaterThan(20);
    expect(within).toBeGreaterThan(0);
  },
);
