import fc from "fast-check";
import { expect, test } from "vitest";
import { spreadApart, monthTicks, ticksUpTo } from "@/lib/domain/unresolved/charts/axis";

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [4, [0, 1, 2, 3, 4]],
  [29, [0, 10, 20, 30]],
  [434, [0, 100, 200, 300, 400, 500]],
  [1_200_000_000, [0, 500_000_000, 1_000_000_000, 1_500_000_000]],
])("an axis up to %d has the ticks %j", (largest, ticks) => expect(ticksUpTo(largest)).toEqual(ticks));

test("an axis reaches from 0 to the largest value in at most five even steps", () => {
  fc.assert(
    fc.property(fc.nat(2_000_000_000), (largest) => {
      const ticks = ticksUpTo(largest);
      expect(ticks[0]).toBe(0);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(largest);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(new Set(ticks.slice(1).map((tick, at) => tick - (ticks[at] ?? 0))).size).toBe(1);
    }),
  );
});

test("months are marked at their first days, the last one always", () => {
  expect(monthTicks("2025-11-15", "2026-02-25", 12)).toEqual(["2025-12-01", "2026-01-01", "2026-02-01"]);
  expect(monthTicks("2025-01-01", "2026-02-25", 7)).toEqual([
    "2025-02-01",
    "2025-04-01",
    "2025-06-01",
    "2025-08-01",
    "2025-10-01",
    "2025-12-01",
    "2026-02-01",
  ]);
  expect(monthTicks("2026-02-20", "2026-02-25", 5)).toEqual([]);
});

test("labels at the ends of lines don't touch, stay in order, and don't leave the chart at either end", () => {
  expect(spreadApart([10, 12, 90], 16, 100)).toEqual([10, 26, 90]);
  expect(spreadApart([95, 96], 16, 100)).toEqual([84, 100]);
  fc.assert(
    fc.property(fc.array(fc.nat(100), { maxLength: 6 }), (wanted) => {
      const placed = spreadApart(wanted, 16, 100);
      const sorted = [...placed].sort((a, b) => a - b);
      sorted.forEach((one, at) => at === 0 || expect(one - (sorted[at - 1] ?? 0)).toBeGreaterThanOrEqual(16));
      for (const [at, one] of wanted.entries())
        for (const [other, two] of wanted.entries())
          if (one < two) expect(placed[at]).toBeLessThan(placed[other] ?? 0);
      for (const one of placed) {
        expect(one).toBeGreaterThanOrEqual(0);
        expect(one).toBeLessThanOrEqual(100);
      }
    }),
  );
});
