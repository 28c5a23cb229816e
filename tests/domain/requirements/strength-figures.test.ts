// What several lines of one unit add up to (decision 0085): each figure counts the unit once.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unitsOf, type SameLines } from "@/lib/domain/pledge/same-as";
import {
  STRENGTHS,
  strengthFigures,
  type CountedOffer,
  type CoverageFigure,
} from "@/lib/domain/requirements/strength-figures";
import { cases } from "@/tests/support/cases";

type Given = Omit<CountedOffer, "unit">;

const exact = (n: bigint) => ({ low: n, high: n, about: false });
const line = (
  contribution: string,
  counts: CountedOffer["counts"],
  span: CountedOffer["span"],
  isSealed = false,
): Given => ({
  ...{ counts, span, isSealed },
  offer: { contribution },
});
const figuresOf = (offers: readonly Given[], links: readonly SameLines[]) => {
  const unitOf = unitsOf(links);
  return strengthFigures(offers.map((one) => ({ ...one, unit: unitOf(one.offer.contribution) })));
};
const LINK = [{ line: "a", other: "b" }];

test.each<[string, Given[], Record<string, Partial<CoverageFigure>>]>([
  ["once at one strength", [line("a", "firm", exact(5n)), line("b", "firm", exact(5n))], { firm: exact(5n) }],
  [
    "the larger of two numbers",
    [line("a", "firm", exact(5n)), line("b", "firm", exact(8n))],
    { firm: exact(8n) },
  ],
  [
    "weaker, what exceeds the stronger",
    [line("a", "firm", exact(5n)), line("b", "conditional", exact(8n))],
    { firm: exact(5n), conditional: exact(3n) },
  ],
  [
    "weaker, nothing where the stronger is more",
    [line("a", "firm", exact(8n)), line("b", "indicative", exact(5n))],
    { firm: exact(8n), indicative: exact(0n) },
  ],
  [
    "all parts of a line against the other",
    [line("a", "firm", exact(5n)), line("a", "conditional", exact(3n)), line("b", "firm", exact(5n))],
    { firm: exact(5n), conditional: exact(3n) },
  ],
  [
    "weaker, what exceeds the lower end of the stronger",
    [line("a", "firm", { low: 5n, high: 10n, about: false }), line("b", "conditional", exact(8n))],
    { conditional: { low: 3n, high: 3n } },
  ],
  [
    "nothing of one without a number where another has it",
    [line("a", "firm", exact(5n)), line("b", "conditional", null)],
    { firm: { unsaid: 0 }, conditional: { unsaid: 0 } },
  ],
  [
    "one “+?” of two without a number",
    [line("a", "firm", null), line("b", "firm", null)],
    { firm: { unsaid: 1, low: 0n } },
  ],
  [
    "a sealed number as one, and what is known as it is",
    [line("a", "firm", null, true), line("b", "firm", exact(5n)), line("b", "conditional", null, true)],
    { firm: { sealed: 1, low: 5n }, conditional: { sealed: 1 } },
  ],
  ["what counts nowhere", [line("a", null, exact(9n)), line("b", "firm", exact(5n))], { firm: exact(5n) }],
])("a unit counts %s", (_what, offers, figures) => {
  expect(figuresOf(offers, LINK)).toMatchObject(figures);
});

describe("over random offers of lines that are one, or not", () => {
  const anySpan = fc
    .record({ low: fc.bigInt(0n, 9n), more: fc.option(fc.bigInt(0n, 5n)), about: fc.boolean() })
    .map(({ low, more, about }) => ({ low, high: more === null ? null : low + more, about }));
  const anyOffer = fc
    .record({
      contribution: fc.constantFrom(..."abcdef"),
      counts: fc.option(fc.constantFrom(...STRENGTHS)),
      span: fc.option(anySpan, { freq: 4 }),
      isSealed: fc.boolean(),
    })
    .map(({ contribution, counts, span, isSealed }) =>
      line(contribution, counts, span, isSealed && span === null),
    );
  const offers = fc.array(anyOffer, { maxLength: 10 });
  const links = fc.array(
    fc.record({ line: fc.constantFrom(..."abcdef"), other: fc.constantFrom(..."abcdef") }),
    { maxLength: 5 },
  );
  const isAtMost = (one: bigint | null, other: bigint | null) =>
    other === null || (one !== null && one <= other);
  const law = (holds: (offers: Given[], links: SameLines[]) => void) =>
    fc.assert(fc.property(offers, links, holds), { numRuns: cases(500) });

  test("a link never raises a figure, and removing one never lowers it", () => {
    law((all, some) => {
      const [linked, fewer] = [figuresOf(all, some), figuresOf(all, some.slice(1))];
      for (const strength of STRENGTHS) {
        const [one, other] = [linked[strength], fewer[strength]];
        expect(one.low <= other.low && isAtMost(one.high, other.high)).toBe(true);
        expect(one.unsaid <= other.unsaid && one.sealed <= other.sealed).toBe(true);
        expect(one.high === null || one.low <= one.high).toBe(true);
      }
    });
  });
  test("no lower end is more than the sum of each unit's largest line", () => {
    law((all, some) => {
      const unitOf = unitsOf(some);
      const figures = figuresOf(all, some);
      for (const strength of STRENGTHS) {
        const largest = new Map<string, bigint>();
        for (const contribution of "abcdef") {
          const own = all.filter((one) => one.counts === strength && one.offer.contribution === contribution);
          const low = own.reduce((sum, { span }) => sum + (span?.low ?? 0n), 0n);
          const unit = unitOf(contribution);
          if (low > (largest.get(unit) ?? 0n)) largest.set(unit, low);
        }
        expect(figures[strength].low <= [...largest.values()].reduce((sum, one) => sum + one, 0n)).toBe(true);
      }
    });
  });
  test("the order of offers and of links makes no difference", () => {
    law((all, some) => {
      expect(figuresOf(all.toReversed(), some.toReversed())).toEqual(figuresOf(all, some));
    });
  });
  test("without links, figures are plain sums", () => {
    law((all) => {
      const figures = figuresOf(all, []);
      for (const strength of STRENGTHS) {
        const own = all.filter(({ counts }) => counts === strength);
        expect(figures[strength].low).toBe(own.reduce((sum, { span }) => sum + (span?.low ?? 0n), 0n));
        expect(figures[strength].unsaid).toBe(own.filter(({ span, isSealed }) => !span && !isSealed).length);
      }
    });
  });
  test("a hidden sealed number doesn't change the ends of any figure", () => {
    fc.assert(
      fc.property(offers, links, anySpan, (all, some, number) => {
        const sealed = (span: CountedOffer["span"]) =>
          figuresOf([...all, line("a", "firm", span, span === null)], some);
        const { firm, conditional, indicative } = sealed(null);
        const without = figuresOf(all, some);
        expect([firm.low, firm.high]).toEqual([without.firm.low, without.firm.high]);
        expect([conditional, indicative].map(({ low, high }) => [low, high])).toEqual(
          [without.conditional, without.indicative].map(({ low, high }) => [low, high]),
        );
        // Someone who may see it finds at least its lower end.
        expect(sealed(number).firm.low >= number.low).toBe(true);
      }),
      { numRuns: cases(300) },
    );
  });
});
