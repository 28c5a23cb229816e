import fc from "fast-check";
import { expect, test } from "vitest";
import { stepPath } from "@/components/unresolved/charts/scale";
import { agesOf } from "@/lib/domain/unresolved/ages";
import { daysBetween, plusDays } from "@/lib/domain/base/day";
import { STAGES, type Stage } from "@/lib/domain/pledge/stages";
import {
  daysBetweenBoth,
  eventsIn,
  monthEnds,
  stageCountsOver,
  type StageMove,
} from "@/lib/domain/details/stage-counts";
import { COUNTED_CLASSES } from "@/lib/domain/unresolved/reasons";

const FIRST = "2025-02-25";
const day = fc.integer({ min: 0, max: 400 }).map((n) => plusDays(FIRST, n));
/** The stages of one pledge with their days; null: voided. */
const life = fc.array(fc.tuple(day, fc.constantFrom<Stage | null>(...STAGES, null)), {
  minLength: 1,
  maxLength: 6,
});

test("at the end of each day a stage has as many pledges as reached it last", () => {
  fc.assert(
    fc.property(
      fc.array(life, { maxLength: 12 }),
      fc.array(day, { minLength: 1, maxLength: 20 }),
      (lives, days) => {
        const inOrder = lives.map((steps) => [...steps].sort(([a], [b]) => (a < b ? -1 : 1)));
        const moves = inOrder.flatMap((steps) =>
          steps.map(([on, to], i): StageMove => ({ on, from: steps[i - 1]?.[1] ?? null, to, count: 1 })),
        );
        const asked = [...days].sort();
        const counts = stageCountsOver(moves, asked);
        asked.forEach((on, i) => {
          for (const stage of STAGES)
            expect(counts[stage][i]).toBe(
              inOrder.filter((steps) => steps.filter(([when]) => when <= on).at(-1)?.[1] === stage).length,
            );
        });
      },
    ),
  );
});

test("days go from the first to the last, in order, and no more than are asked for", () => {
  fc.assert(
    fc.property(day, day, fc.integer({ min: 2, max: 300 }), (a, b, most) => {
      const [first = a, last = b] = [a, b].sort();
      const days = daysBetweenBoth(first, last, most);
      expect(days[0]).toBe(first);
      expect(days.at(-1)).toBe(last);
      expect(days.length).toBe(Math.min(most, daysBetween(first, last) + 1));
      expect(new Set(days).size).toBe(days.length);
      expect(days).toEqual([...days].sort());
    }),
  );
});

test("months end on their last day, and the current one ends today", () => {
  expect(monthEnds("2025-12-20", "2026-02-25", 13)).toEqual(["2025-12-31", "2026-01-31", "2026-02-25"]);
  expect(monthEnds("2020-01-01", "2026-02-25", 3)).toEqual(["2025-12-31", "2026-01-31", "2026-02-25"]);
  expect(monthEnds("2026-02-25", "2026-02-25", 13)).toEqual(["2026-02-25"]);
});

test("every item has one column: its month, or all that is older", () => {
  const item = fc.record({
    class: fc.constantFrom(...COUNTED_CLASSES),
    month: day.map((one) => `${one.slice(0, 7)}-01`),
    count: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 40 }), (items) => {
      const { months, counts } = agesOf(items, "2026-04-01", 6);
      expect(months).toEqual([
        null,
        "2025-11-01",
        "2025-12-01",
        "2026-01-01",
        "2026-02-01",
        "2026-03-01",
        "2026-04-01",
      ]);
      for (const name of COUNTED_CLASSES) {
        const own = items.filter((one) => one.class === name);
        const total = (of: typeof own) => of.reduce((sum, { count }) => sum + count, 0);
        expect((counts[name] ?? []).reduce((sum, one) => sum + one, 0)).toBe(total(own));
        expect(counts[name]?.[0] ?? 0).toBe(total(own.filter(({ month }) => month < "2025-11-01")));
      }
    }),
  );
});

test("a line stays until it steps, and goes to the edge", () => {
  expect(stepPath([0, 25, 50, 75, 100], [50, 50, 25, 25, 0])).toBe("M0 50H50V25H100V0H100");
  expect(stepPath([0], [3])).toBe("M0 3H0");
});

test("the days with most new pledges are marked, in order, and later moves aren't counted", () => {
  const move = (on: string, from: Stage | null, to: Stage | null, count: number): StageMove => ({
    on,
    from,
    to,
    count,
  });
  const moves = [
    move("2026-01-06", null, "PLEDGED", 12),
    move("2025-09-04", null, "SIGNALLED", 3),
    move("2025-09-04", null, "PLEDGED", 1),
    move("2025-10-15", "PLEDGED", "COMMITTED", 30),
    move("2025-11-01", null, "PLEDGED", 2),
    move("2025-12-01", null, "PLEDGED", 3),
    move("2025-12-02", "PLEDGED", null, 9),
  ];
  expect(eventsIn(moves, 2)).toEqual([
    { on: "2025-09-04", logged: 4 },
    { on: "2026-01-06", logged: 12 },
  ]);
  expect(eventsIn(moves, 9).map(({ on }) => on)).toEqual(["2025-09-04", "2025-12-01", "2026-01-06"]);
});
