import { expect, test } from "vitest";
import { quantityText, sumText } from "@/components/pledges/pledge-form/amount-text";
import { amountTextWords } from "@/components/pledges/pledge-form/options";
import { LANGUAGES, type Language } from "@/lib/domain/base/language";
import { QUANTITY_KINDS, UNITS, type Quantity } from "@/lib/domain/pledge/quantity";
import { withLanguage } from "@/lib/i18n/reader";
import { quantityWords } from "@/lib/i18n/words/domain-words";

const plain = (text: string): string => text.replace(/\s/g, " ");

const RANGE = { kind: "RANGE", min: 250, max: 1300, unit: "PERSON", asStated: null } as const;

test.each([
  ["en", "250 to 1,300 people"],
  ["fr", "250 à 1 300 personnes"],
  ["uk", "250–1 300 осіб"],
] as [Language, string][])("a conflict says a range as pages do, in %s", (language, said) =>
  withLanguage(language, () => {
    const words = amountTextWords();
    expect(plain(quantityText(RANGE, words))).toBe(said);
    expect(plain(quantityWords(RANGE))).toBe(said);
    for (const min of [1, 2, 5, 21, 1_000_000])
      expect(quantityText({ ...RANGE, kind: "APPROXIMATE", min, max: min }, words)).toBe(
        quantityWords({ ...RANGE, kind: "APPROXIMATE", min, max: min }),
      );
  }),
);

const NONE = { kind: "NOT_STATED", min: null, max: null, unit: null, asStated: null } as const;

test.each(LANGUAGES)("a conflict says a quantity of each kind as pages do, in %s", (language) =>
  withLanguage(language, () => {
    const all: Quantity[] = [
      NONE,
      { ...NONE, kind: "NOT_APPLICABLE" },
      { ...NONE, kind: "SEALED" },
      ...([...UNITS, null] as const).flatMap((unit): Quantity[] => [
        { ...NONE, unit, kind: "EXACT", min: 21, max: 21 },
        { ...NONE, unit, kind: "RANGE", min: 250, max: 1300 },
        { ...NONE, unit, kind: "AT_LEAST", min: 1 },
        { ...NONE, unit, kind: "UP_TO", min: 0, max: 2 },
        { ...NONE, unit, kind: "APPROXIMATE", min: 1_000_000, max: 1_000_000 },
        { ...NONE, unit, kind: "QUALITATIVE", asStated: "hundreds" },
        { ...NONE, unit, kind: "QUALITATIVE" },
        { ...NONE, unit, kind: "SEALED", min: 40, sealed: "SHOWN" },
        { ...NONE, unit, kind: "SEALED", max: 2, sealed: "SHOWN" },
        { ...NONE, unit, kind: "SEALED", min: 1, max: 1, sealed: "SHOWN" },
        { ...NONE, unit, kind: "SEALED", min: 40, max: 1300, sealed: "SHOWN" },
        { ...NONE, unit, kind: "SEALED", sealed: "HIDDEN" },
      ]),
    ];
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(QUANTITY_KINDS));
    const words = amountTextWords();
    for (const quantity of all) expect(quantityText(quantity, words)).toBe(quantityWords(quantity));
  }),
);

test("other quantities and sums are said once, too; text that is no number stays as typed", () => {
  const words = amountTextWords();
  const of = (
    quantity: Partial<Record<"kind" | "min" | "max" | "unit" | "asStated", string | number | null>>,
  ) => quantityText({ kind: null, min: null, max: null, unit: null, asStated: null, ...quantity }, words);
  expect(of({ kind: "UP_TO", max: 40, unit: "SHIP", asStated: "some" })).toBe("up to 40 ships, “some”");
  expect(of({ kind: "AT_LEAST", min: "lots", unit: "SHIP" })).toBe("at least lots ships");
  expect(of({ min: 40, max: 40, unit: "SHIP" })).toBe("40 ships");
  expect(of({ kind: "NOT_STATED", unit: "PERSON", asStated: "some" })).toBe("not stated, people, “some”");
  expect(sumText({ kind: "RANGE", min: "2000000", max: "3000000.50", currency: "EUR" }, words)).toBe(
    "EUR 2,000,000 to EUR 3,000,000.50",
  );
  expect(sumText({ amount: "1500", currency: "EUR" }, words)).toBe("EUR 1,500");
});
