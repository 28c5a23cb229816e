// Scales of drawings: nothing is cut, nothing on them is invisible, and no value is lost between columns.
import fc from "fast-check";
import { expect, test } from "vitest";
import { inColumns } from "@/lib/domain/unresolved/charts/columns";
import { needScale } from "@/lib/domain/unresolved/charts/need-scale";
import type { CoverageFigure } from "@/lib/domain/requirements/strength-figures";

const figure = (low: bigint, high: bigint | null = low): CoverageFigure => ({
  ...{ low, high, about: false },
  ...{ unsaid: 0, sealed: 0 },
});
const scaleOf = (need: bigint, firm: CoverageFigure, indicative: CoverageFigure) =>
  needScale({ need, firm, conditional: figure(0n), indicative });

test("an offer of the amount needed reaches the line of the need, and a larger one goes beyond it", () => {
  const people = 10_000n;
  const { ticks, share } = scaleOf(200n * people, figure(70n * people), figure(0n));
  expect(ticks).toEqual([0, 50, 100, 150, 200]);
  expect([share(0n), share(70n * people), share(200n * people)]).toEqual([0, 35, 100]);
  const beyond = scaleOf(200n * people, figure(400n * people), figure(0n));
  expect([beyond.share(200n * people), beyond.share(400n * people)]).toEqual([50, 100]);
});

const amounts = fc.bigInt({ min: 0n, max: 10n ** 15n });

test("every amount is on the scale, in its order, and any amount above zero is visible", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n }), amounts, amounts, (need, firm, more) => {
      const { share } = scaleOf(need, figure(firm), figure(0n, more));
      const places = [0n, need, firm, more].sort((a, b) => (a < b ? -1 : 1)).map(share);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      for (const one of places) expect(one).toBeLessThanOrEqual(100);
      for (const one of [need, firm, more]) expect(share(one) > 0).toBe(one > 0n);
    }),
  );
});

test("each value above zero is in one column, which is as wide as the others", () => {
  expect(inColumns([3, 1, 3, 0], (value) => value, 16)).toEqual([
    { from: 1, to: 1, rows: [1] },
    { from: 2, to: 2, rows: [] },
    { from: 3, to: 3, rows: [3, 3] },
  ]);
  expect(inColumns([0], (value) => value, 16)).toEqual([]);
  fc.assert(
    fc.property(fc.array(fc.nat(5_000), { maxLength: 40 }), (values) => {
      const columns = inColumns(values, (value) => value, 16);
      expect(columns.length).toBeLessThanOrEqual(16);
      expect(columns.flatMap(({ rows }) => rows)).toEqual(
        values.filter((value) => value > 0).sort((a, b) => a - b),
      );
      for (const { from, to, rows } of columns)
        for (const value of rows) expect(value >= from && value <= to).toBe(true);
      expect(new Set(columns.map(({ from, to }) => to - from)).size).toBeLessThanOrEqual(1);
    }),
  );
});
