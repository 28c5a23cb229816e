import fc from "fast-check";
import { expect, test } from "vitest";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { LADDER } from "@/lib/domain/pledge/stages";
import { REACHES, reachByPriority, reachInAll, type Reached } from "@/lib/domain/unresolved/charts/reach";
import type { CoverageCell } from "@/lib/domain/unresolved/matrix";
import { POSITIONS } from "@/lib/domain/unresolved/position";

const cell = (given: Partial<CoverageCell>): CoverageCell => ({
  participant: "FR",
  priority: 3,
  position: "OPEN",
  expected: true,
  highestStage: null,
  pledges: 1,
  onBehalf: 0,
  claimed: 0,
  declined: 0,
  unresolved: 0,
  dormant: 0,
  ...given,
});

test.each<[string, Partial<CoverageCell>, Reached]>([
  ["fulfilled", { position: "CLOSED", highestStage: "FULFILLED" }, "firm"],
  ["delivering", { highestStage: "DELIVERING" }, "firm"],
  ["allocated", { highestStage: "ALLOCATED" }, "firm"],
  ["committed", { highestStage: "COMMITTED" }, "conditional"],
  ["pledged", { highestStage: "PLEDGED" }, "indicative"],
  ["signalled", { highestStage: "SIGNALLED" }, "words"],
  ["suspended alone", { highestStage: null }, "none"],
  ["declined", { position: "DECLINED" }, "declined"],
  ["nothing", { position: "NONE" }, "none"],
])("%s", (_, given, reach) => {
  const [, , row] = reachByPriority([cell(given)]);
  expect(REACHES.filter((one) => row?.counts[one] === 1)).toEqual([reach]);
});

test("each expected cell is counted once on its priority, and no other", () => {
  const cells = fc.array(
    fc
      .record({
        priority: fc.constantFrom(...PRIORITIES),
        position: fc.constantFrom(...POSITIONS),
        expected: fc.boolean(),
        highestStage: fc.constantFrom(...LADDER, null),
      })
      .map(cell),
  );
  fc.assert(
    fc.property(cells, (all) => {
      const rows = reachByPriority(all);
      for (const { priority, counts } of rows)
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(
          all.filter((one) => one.expected && one.priority === priority).length,
        );
      const whole = reachInAll(rows);
      expect(Object.values(whole).reduce((sum, count) => sum + count, 0)).toBe(
        all.filter((one) => one.expected).length,
      );
    }),
  );
});
