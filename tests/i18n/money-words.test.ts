// Sums in words, and words read back as the sums they came from.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountIn } from "@/lib/domain/import/cells/amount";
import { moneyEnds, moneyFrom, type Money } from "@/lib/domain/pledge/money";
import { NUMBERED_KINDS } from "@/lib/domain/pledge/quantity";
import { LANGUAGES, type Language } from "@/lib/domain/base/language";
import { spanOfMoney } from "@/lib/domain/requirements/quantity-range";
import { withLanguage } from "@/lib/i18n/reader";
import { moneyWords } from "@/lib/i18n/words/domain-words";
import { spanWords } from "@/lib/i18n/words/requirement-words";

const of = (kind: Parameters<typeof moneyFrom>[0]["kind"], min: string, max: string | null): Money =>
  moneyFrom({ kind, min, max, currency: "EUR", asStated: null });
/** With ordinary spaces for the no-break ones inside numbers. */
const plain = (words: string): string => words.replace(/[\u00a0\u202f]/g, " ");

test.each<[string, string, string, string]>([
  ["2000000000", "about CAD 2bn", "environ 2 Md CAD", "приблизно 2 млрд CAD"],
  ["892500000", "about CAD 892.5m", "environ 892,5 M CAD", "приблизно 892,5 млн CAD"],
  ["1234567890", "about CAD 1,234,567,890", "environ 1 234 567 890 CAD", "приблизно 1 234 567 890 CAD"],
  ["200000", "about CAD 200,000", "environ 200 000 CAD", "приблизно 200 000 CAD"],
  ["2500000.50", "about CAD 2,500,000.50", "environ 2 500 000,50 CAD", "приблизно 2 500 000,50 CAD"],
])("%s in short loses no digit", (sum, ...words) => {
  const money = moneyFrom({ kind: "APPROXIMATE", min: sum, max: sum, currency: "CAD", asStated: null });
  for (const [place, language] of LANGUAGES.entries())
    expect(plain(withLanguage(language, () => moneyWords(money, { isShort: true })))).toBe(words[place]);
});

describe("a sum in three languages", () => {
  test.each<[Money, string, string, string]>([
    [of("EXACT", "1000000", "1000000"), "EUR 1,000,000", "1 000 000 EUR", "1 000 000 EUR"],
    [
      of("APPROXIMATE", "1600000", "1600000"),
      "about EUR 1,600,000",
      "environ 1 600 000 EUR",
      "приблизно 1 600 000 EUR",
    ],
    [
      of("UP_TO", "0", "2000000"),
      "up to EUR 2,000,000",
      "jusqu’à 2 000 000 EUR",
      "щонайбільше 2 000 000 EUR",
    ],
    [
      of("AT_LEAST", "1000000", null),
      "at least EUR 1,000,000",
      "au moins 1 000 000 EUR",
      "щонайменше 1 000 000 EUR",
    ],
    [
      of("RANGE", "1000000", "2000000"),
      "EUR 1,000,000 to EUR 2,000,000",
      "1 000 000 EUR à 2 000 000 EUR",
      "1 000 000 EUR–2 000 000 EUR",
    ],
  ])("%j", (money, en, fr, uk) => {
    const said = (language: Language) => plain(withLanguage(language, () => moneyWords(money)));
    expect([said("en"), said("fr"), said("uk")]).toEqual([en, fr, uk]);
  });
});

test("a figure says whether it is approximate, a minimum, a maximum or a range", () => {
  const said = (...parts: Money[]) =>
    parts.map((money) => spanWords(spanOfMoney(money), { currency: "EUR" }));
  expect(
    said(
      of("APPROXIMATE", "1600000000", "1600000000"),
      of("AT_LEAST", "1000000000", null),
      of("UP_TO", "0", "2000000000"),
      of("RANGE", "1000000000", "2000000000"),
    ),
  ).toEqual([
    "about EUR 1,600 million",
    "at least EUR 1,000 million",
    "up to EUR 2,000 million",
    "EUR 1,000 million–EUR 2,000 million",
  ]);
  expect(spanWords({ low: 10_000n, high: null, about: true }, { unit: "PERSON" })).toBe("at least about 1");
});

const number = fc.integer({ min: 1, max: 999_999_999 }).map((n) => String(n * 10));

test("a printed sum is read back as the same sum, in each language", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...LANGUAGES),
      fc.constantFrom(...NUMBERED_KINDS),
      fc.tuple(number, number).filter(([a, b]) => a !== b),
      (language, kind, ends) => {
        const [low, high] = ends.toSorted((a, b) => Number(a) - Number(b));
        const money = of(kind, low ?? "", kind === "AT_LEAST" ? null : (high ?? ""));
        const words = withLanguage(language, () => moneyWords(money));
        const read = amountIn(plain(words), "");
        if (!read.ok || read.value.money === null) throw new Error(`${words} isn't read`);
        expect({ ...moneyEnds(read.value.money), asStated: null }, words).toEqual(moneyEnds(money));
      },
    ),
  );
});
