import { expect, test } from "vitest";
import { quantityText, sumText } from "@/components/pledges/pledge-form/amount-text";
import { amountTextWords } from "@/components/pledges/pledge-form/options";
import type { Language } from "@/lib/domain/base/language";
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

test("other quantities and sums are said once, too; text that is no number stays as typed", () => {
  const words = amountTextWords();
  const of = (
    quantity: Partial<Record<"kind" | "min" | "max" | "unit" | "asStated", string | number | null>>,
  ) => quantityText({ kind: null, min: null, max: null, unit: null, asStated: null, ...quantity }, words);
  expect(of({ kind: "UP_TO", max: 40, unit: "SHIP", asStated: "some" })).toBe("up to 40 ships, “some”");
  expect(of({ kind: "AT_LEAST", min: "lots", unit: "SHIP" })).toBe("at least lots ships");
  expect(of({ kind: "QUALITATIVE", unit: "PERSON", asStated: "hundreds" })).toBe(
    "In words only, people, “hundreds”",
  );
  expect(of({ kind: "SEALED", min: 40, unit: "PERSON" })).toBe("Given in confidence, at least 40 people");
  expect(sumText({ kind: "RANGE", min: "2000000", max: "3000000.50", currency: "EUR" }, words)).toBe(
    "EUR 2,000,000 to EUR 3,000,000.50",
  );
  expect(sumText({ amount: "1500", currency: "EUR" }, words)).toBe("EUR 1,500");
});
