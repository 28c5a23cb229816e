import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { OPEN_STAGES, STAGES, type Stage } from "@/lib/domain/pledge/stages";
import {
  agesFinding,
  panelsFinding,
  riseFinding,
  shadesFinding,
  type StagePanels,
} from "@/lib/domain/unresolved/charts/findings";
import { shadeOf, shadesOf } from "@/lib/domain/unresolved/charts/shades";

const some = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 80 });
const times = (value: number, count: number): number[] => Array.from({ length: count }, () => value);

describe("shades", () => {
  test.each([
    ["nothing", [], []],
    ["nothing open", [0, 0], []],
    ["one value", [3, 3], [[3, 3, 2]]],
    [
      "the demonstration's cells",
      [2, 3, 4, 5, 6, 7, 10, 12, 14, 15].flatMap((value, at) =>
        times(value, [7, 12, 11, 11, 6, 5, 2, 1, 2, 1][at] ?? 0),
      ),
      [
        [2, 2, 7],
        [3, 3, 12],
        [4, 4, 11],
        [5, 5, 11],
        [6, 15, 17],
      ],
    ],
  ])("of %s", (_, values, shades) => {
    expect(shadesOf(values).map(({ from, to, cells }) => [from, to, cells])).toEqual(shades);
  });

  test("contain each value once, in order, and can't be divided more evenly", () => {
    fc.assert(
      fc.property(some, (values) => {
        const shades = shadesOf(values);
        const open = values.filter((value) => value > 0);
        expect(shades.length).toBe(Math.min(5, new Set(open).size));
        expect(shades.reduce((sum, { cells }) => sum + cells, 0)).toBe(open.length);
        shades.forEach((shade, at) => {
          expect(shade.from).toBeLessThanOrEqual(shade.to);
          expect(open.filter((value) => shadeOf(shades, value) === at + 1).length).toBe(shade.cells);
          if (at > 0) expect(shades[at - 1]?.to).toBeLessThan(shade.from);
        });
        const cost = shades.reduce((sum, { cells }) => sum + cells ** 2, 0);
        expect(cost).toBe(leastCost(open, shades.length));
      }),
    );
  });

  test("give a value above all classes the last one, and zero none", () => {
    const shades = shadesOf([1, 2, 3]);
    expect([0, 1, 3, 99].map((value) => shadeOf(shades, value))).toEqual([0, 1, 3, 3]);
  });

  test("have a true title: at least half have so few, and as many as it says are in the last class", () => {
    fc.assert(
      fc.property(some, (values) => {
        const open = values.filter((value) => value > 0);
        const found = shadesFinding(values, shadesOf(values));
        if (open.length === 0) {
          expect(found).toBeNull();
          return;
        }
        const { cells, half, most, withMost } = found ?? { cells: 0, half: 0, most: 0, withMost: 0 };
        expect(cells).toBe(open.length);
        expect(open.filter((value) => value <= half).length * 2).toBeGreaterThanOrEqual(cells);
        expect(open.filter((value) => value < half).length * 2).toBeLessThan(cells);
        expect(open.filter((value) => value >= most).length).toBe(withMost);
      }),
    );
  });
});

describe("over time", () => {
  const months = ["2025-11-30", "2025-12-31", "2026-01-31"];
  const of = (rows: Partial<Record<Stage, number[]>>): Record<Stage, number[]> =>
    Object.fromEntries(STAGES.map((stage) => [stage, rows[stage] ?? [0, 0, 0]])) as Record<Stage, number[]>;

  test.each([
    ["nothing rises", of({ PLEDGED: [3, 3, 2] }), null],
    [
      "words rise",
      of({ PLEDGED: [4, 5, 26], COMMITTED: [11, 12, 13] }),
      {
        on: "2026-01-31",
        stage: "PLEDGED",
        before: 5,
        after: 26,
        firmBefore: 12,
        firmAfter: 13,
        is: "words",
      },
    ],
    [
      "obligations keep up",
      of({ SIGNALLED: [0, 4, 4], COMMITTED: [0, 1, 1], FULFILLED: [0, 1, 1] }),
      {
        on: "2025-12-31",
        stage: "SIGNALLED",
        before: 0,
        after: 4,
        firmBefore: 0,
        firmAfter: 2,
        is: "obligations",
      },
    ],
    [
      "the latest of equal rises",
      of({ PLEDGED: [0, 2, 4] }),
      { on: "2026-01-31", stage: "PLEDGED", before: 2, after: 4, firmBefore: 0, firmAfter: 0, is: "words" },
    ],
  ])("%s", (_, rows, found) => expect(riseFinding(months, rows)).toEqual(found));

  test("no stage of words rose more in any month", () => {
    const row = fc.array(fc.nat(30), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(row, row, row, (SIGNALLED, PLEDGED, COMMITTED) => {
        const found = riseFinding(months, of({ SIGNALLED, PLEDGED, COMMITTED }));
        const rises = [SIGNALLED, PLEDGED].flatMap((one) =>
          [1, 2].map((at) => (one[at] ?? 0) - (one[at - 1] ?? 0)),
        );
        const most = Math.max(...rises);
        expect(found === null ? 0 : found.after - found.before).toBe(Math.max(0, most));
        if (found) expect(found.is === "words").toBe((found.firmAfter - found.firmBefore) * 2 < most);
      }),
    );
  });
});

describe("stages by priority", () => {
  const panels = (rows: Partial<StagePanels>): StagePanels =>
    ({ 1: {}, 2: {}, 3: {}, 4: {}, 5: {}, ...rows }) satisfies StagePanels;

  test.each([
    ["nothing", panels({}), { open: 0, allocated: 0, ahead: [] }],
    [
      "one priority with more commitments than promises",
      panels({ 2: { SIGNALLED: 7, PLEDGED: 10, COMMITTED: 11 }, 3: { PLEDGED: 1, COMMITTED: 1 } }),
      { open: 30, allocated: 0, ahead: [2] },
    ],
    [
      "what is allocated and delivered",
      panels({ 5: { PLEDGED: 1, ALLOCATED: 1, DELIVERING: 2 } }),
      { open: 4, allocated: 3, ahead: [5] },
    ],
  ])("%s", (_, given, found) => expect(panelsFinding(given)).toEqual(found));

  test("no more are allocated than open, and each priority is counted separately", () => {
    const count = fc.nat(20);
    const panel = fc.record({
      SIGNALLED: count,
      PLEDGED: count,
      COMMITTED: count,
      ALLOCATED: count,
      DELIVERING: count,
    });
    fc.assert(
      fc.property(fc.record({ 1: panel, 2: panel, 3: panel, 4: panel, 5: panel }), (given) => {
        const found = panelsFinding(given);
        const all = PRIORITIES.flatMap((one) => OPEN_STAGES.map((stage) => given[one][stage]));
        expect(found.open).toBe(all.reduce((sum, one) => sum + one, 0));
        expect(found.allocated).toBeLessThanOrEqual(found.open);
        for (const one of PRIORITIES) {
          const { PLEDGED, COMMITTED, ALLOCATED, DELIVERING } = given[one];
          expect(found.ahead.includes(one)).toBe(COMMITTED + ALLOCATED + DELIVERING > PLEDGED);
        }
      }),
    );
  });
});

describe("ages", () => {
  const months = [null, "2025-12-01", "2026-01-01"];

  test.each([
    ["nothing open", [[0, 0, 0]], null],
    [
      "most in the last month",
      [
        [1, 2, 3],
        [0, 1, 3],
      ],
      { month: "2026-01-01", count: 6, all: 10 },
    ],
    ["most before all months", [[9, 2, 3]], { month: null, count: 9, all: 14 }],
    ["of equal ones the latest", [[3, 3, 1]], { month: "2025-12-01", count: 3, all: 7 }],
  ])("%s", (_, counts, found) => expect(agesFinding(months, counts)).toEqual(found));

  test("no month has more", () => {
    const row = fc.array(fc.nat(50), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(row, row, (a, b) => {
        const sums = a.map((one, at) => one + (b[at] ?? 0));
        expect(agesFinding(months, [a, b])?.count ?? 0).toBe(Math.max(...sums));
      }),
    );
  });
});

/** By trying every way to cut. */
function leastCost(values: readonly number[], classes: number): number {
  const sizes = [...new Set(values)]
    .sort((a, b) => a - b)
    .map((one) => values.filter((value) => value === one).length);
  const best = (from: number, left: number): number => {
    if (left === 0) return from === sizes.length ? 0 : Infinity;
    let [least, sum] = [Infinity, 0];
    for (let end = from; end <= sizes.length - left; end += 1) {
      sum += sizes[end] ?? 0;
      least = Math.min(least, sum ** 2 + best(end + 1, left - 1));
    }
    return least;
  };
  return classes === 0 ? 0 : best(0, classes);
}
