import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addAmounts } from "@/lib/domain/base/amount";
import { NUMBERED_KINDS, UNITS } from "@/lib/domain/pledge/quantity";
import { scaleOf, sideBySide, type AmountGroup } from "@/lib/domain/requirements/side-by-side";
import { LADDER, type LadderStage } from "@/lib/domain/pledge/stages";

const amounts = (change: Partial<AmountGroup<LadderStage>> = {}): AmountGroup<LadderStage> => ({
  column: "PLEDGED",
  of: "unit",
  measure: "PERSON",
  kind: "EXACT",
  low: "100",
  high: "100",
  lines: 1,
  ...change,
});

describe("amounts of one column in one measure", () => {
  test.each<[string, Partial<AmountGroup<LadderStage>>[], object]>([
    ["numbers are added", [{}, { low: "50", high: "70", kind: "RANGE" }], { low: "150", high: "170" }],
    [
      "without an upper end, the sum has none",
      [{}, { kind: "AT_LEAST", high: null }],
      { low: "200", high: null },
    ],
    ["up to so many may be none", [{ kind: "UP_TO", low: null, high: "500" }], { low: "0", high: "500" }],
    ["about stays about", [{}, { kind: "APPROXIMATE" }], { about: true }],
    [
      "words add no number, and are counted",
      [{}, { kind: "QUALITATIVE", low: null, high: null, lines: 3 }],
      { low: "100", numbered: 1, unnumbered: 3 },
    ],
    [
      "nor what is not stated",
      [{ kind: "NOT_STATED", low: null, high: null }],
      { low: "0", numbered: 0, unnumbered: 1 },
    ],
    [
      "nor what is sealed, whatever lies beside it",
      [{}, { kind: "SEALED", low: "9", high: "9" }],
      { low: "100", high: "100", sealed: 1 },
    ],
    [
      "money is exact",
      [
        { of: "currency", measure: "EUR", low: "0.1", high: "0.1" },
        { of: "currency", measure: "EUR", low: "0.2", high: "0.2" },
      ],
      { low: "0.3", about: false },
    ],
    [
      "unless it is said to be about, at least or up to",
      [
        { of: "currency", measure: "EUR", kind: "APPROXIMATE", low: "1600000000", high: "1600000000" },
        { of: "currency", measure: "EUR", kind: "UP_TO", low: "0", high: "2000000000" },
        { of: "currency", measure: "EUR", kind: "AT_LEAST", low: "0.1", high: null },
      ],
      { low: "1600000000.1", high: null, about: true, numbered: 3 },
    ],
  ])("%s", (_, given, side) => {
    expect(sideBySide(given.map(amounts))).toMatchObject([{ sides: { PLEDGED: side } }]);
  });
});

test.each<[string, Partial<AmountGroup<LadderStage>>[], number]>([
  ["the highest upper end", [{ high: "300" }, { column: "COMMITTED", low: "200", high: "200" }], 300],
  [
    "a lower end above it, if no upper end is known",
    [{}, { column: "COMMITTED", low: "400", high: null }],
    400,
  ],
  ["zero where there are only words", [{ kind: "QUALITATIVE", low: null, high: null }], 0],
])("the scale of a row ends at %s", (_, given, end) => {
  expect(sideBySide(given.map(amounts)).map(scaleOf)).toEqual([end]);
});

const number = fc.nat(1_000_000).map(String);
const anyAmounts: fc.Arbitrary<AmountGroup<LadderStage>> = fc.oneof(
  fc.record({
    column: fc.constantFrom(...LADDER),
    of: fc.constant("unit" as const),
    measure: fc.constantFrom(...UNITS, null),
    kind: fc.constant("EXACT" as const),
    low: number,
    high: number,
    lines: fc.integer({ min: 1, max: 5 }),
  }),
  fc.record({
    column: fc.constantFrom(...LADDER),
    of: fc.constant("currency" as const),
    measure: fc.constantFrom("EUR", "GBP", "NOK"),
    kind: fc.constantFrom(...NUMBERED_KINDS),
    low: number,
    high: number,
    lines: fc.integer({ min: 1, max: 5 }),
  }),
);

describe("laws", () => {
  test("a figure is the sum of its own column, unit and currency, and of nothing else", () => {
    fc.assert(
      fc.property(fc.array(anyAmounts, { maxLength: 30 }), (all) => {
        const rows = sideBySide(all);
        for (const { measure, of, sides } of rows)
          for (const column of LADDER) {
            const own = all.filter(
              (one) => one.column === column && one.measure === measure && one.of === of,
            );
            const low = own.reduce((sum, one) => addAmounts(sum, one.low ?? "0"), "0");
            expect(sides[column]?.low).toBe(own.length === 0 ? undefined : low);
            expect(sides[column]?.numbered).toBe(
              own.length === 0 ? undefined : own.reduce((n, { lines }) => n + lines, 0),
            );
          }
        expect(new Set(rows.map(({ of, measure }) => `${of} ${measure}`)).size).toBe(rows.length);
      }),
    );
  });

  test("an amount that is added moves no figure elsewhere", () => {
    fc.assert(
      fc.property(fc.array(anyAmounts), anyAmounts, (all, more) => {
        const other = ({ column, measure }: Pick<AmountGroup, "column" | "measure">) =>
          column !== more.column || measure !== more.measure;
        const figures = (given: readonly AmountGroup<LadderStage>[]) =>
          sideBySide(given).flatMap(({ measure, of, sides }) =>
            LADDER.filter((column) => sides[column] && other({ column, measure })).map((column) => [
              of,
              measure,
              column,
              sides[column],
            ]),
          );
        expect(figures([...all, more])).toEqual(figures(all));
      }),
    );
  });

  test("units come in their order, then currencies, then amounts without a measure", () => {
    fc.assert(
      fc.property(fc.array(anyAmounts), (all) => {
        const rows = sideBySide(all);
        const places = rows.map(({ of, measure }) =>
          measure === null
            ? "c"
            : of === "unit"
              ? `a${UNITS.indexOf(measure as (typeof UNITS)[number])}`
              : `b${measure}`,
        );
        expect(places).toEqual([...places].sort());
      }),
    );
  });
});
