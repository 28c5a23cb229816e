// The language of the reader, and how each language writes and reads things.
import fc from "fast-check";
import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { acceptedLanguage, isLanguage, LANGUAGES, type Language } from "@/lib/domain/base/language";
import { itemWords } from "@/lib/i18n/words/words";
import { currentLanguage, currentLocale, withLanguage } from "@/lib/i18n/reader";
import { moneyWords, quantityWords } from "@/lib/i18n/words/domain-words";
import { decimalIn, decimalText } from "@/lib/domain/import/amounts/digits";
import { inOrder, listWords, numberInWords } from "@/lib/i18n/numbers";
import { participantName } from "@/lib/i18n/words/participant-name";
import { translator } from "@/lib/i18n/translator";
import { numberInField, typedNumber } from "@/lib/i18n/typed-number";
import { dayInWords, longMomentIn, monthOf, relativeTo, zoneName } from "@/lib/i18n/dates";

const say = translator("domain");
const inAll = <T>(call: () => T): T[] => LANGUAGES.map((language) => withLanguage(language, call));
/** French has spaces of several widths. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f\u2009]/g, " ");

test("the language is English if none was chosen", () => {
  expect(currentLanguage()).toBe("en");
  expect(currentLocale()).toBe("en-GB");
});

test("three languages at once never mix, however their turns fall", async () => {
  const talk = async (language: Language, turns: readonly number[]): Promise<void> =>
    withLanguage(language, async () => {
      for (const turns_ of turns) {
        for (let i = 0; i < turns_; i += 1) await turn();
        expect(currentLanguage()).toBe(language);
        expect(say("stage.PLEDGED")).toBe({ en: "Pledged", fr: "Annoncé", uk: "Оголошене" }[language]);
      }
    });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.nat(3), { minLength: 1, maxLength: 6 }), { minLength: 6, maxLength: 12 }),
      async (all) => {
        await Promise.all(all.map((turns, i) => talk(LANGUAGES[i % 3] ?? "en", turns)));
        expect(currentLanguage()).toBe("en");
      },
    ),
    { numRuns: 20 },
  );
});

test("a language within another applies there, and afterwards the other again", () => {
  expect(
    withLanguage("fr", () => [currentLanguage(), withLanguage("uk", currentLanguage), currentLanguage()]),
  ).toEqual(["fr", "uk", "fr"]);
});

describe("what a browser asks for", () => {
  test.each([
    [null, "en"],
    ["", "en"],
    ["*", "en"],
    ["de-DE,de;q=0.9", "en"],
    ["ru-RU,ru;q=0.9", "en"],
    ["de, fr-CA;q=0.3", "fr"],
    ["fr", "fr"],
    ["fr-CA", "fr"],
    ["uk-UA,uk;q=0.9,ru;q=0.8,en;q=0.7", "uk"],
    ["en;q=0.5, fr;q=0.9", "fr"],
    ["FR;Q=1", "fr"],
    ["fr;q=0, uk;q=0.1", "uk"],
    ["fr;q=bad, uk;q=0.2", "uk"],
  ] as const)("%s: %s", (header, language) => expect(acceptedLanguage(header)).toBe(language));

  test("is always one of our languages, whatever the header is", () => {
    fc.assert(fc.property(fc.string({ maxLength: 2_000 }), (text) => isLanguage(acceptedLanguage(text))));
  });
});

test("days, moments, figures, sums and lists are written as each language does", () => {
  expect(inAll(() => plain(dayInWords("2026-01-06")))).toEqual([
    "6 January 2026",
    "6 janvier 2026",
    "6 січня 2026 року",
  ]);
  expect(inAll(() => plain(monthOf("2026-01-06")))).toEqual([
    "January 2026",
    "janvier 2026",
    "січень 2026 року",
  ]);
  expect(inAll(() => plain(longMomentIn("UTC", "2026-02-25T08:40:00Z")))).toEqual([
    "25 February 2026, 08:40",
    "25 février 2026, 08:40",
    "25 лютого 2026 року, 08:40",
  ]);
  expect(inAll(() => relativeTo("2026-03-01T00:00:00Z", "2026-02-27T00:00:00Z", "UTC"))).toEqual([
    "2 days ago",
    "il y a 2 jours",
    "2 дні тому",
  ]);
  expect(inAll(() => zoneName("Europe/Kyiv"))).toEqual(["Kyiv", "Kyiv", "Київ"]);
  expect(inAll(() => plain(numberInWords(15_000)))).toEqual(["15,000", "15 000", "15 000"]);
  const money = { amount: "123456789012345.1200", currency: "GBP" };
  expect(inAll(() => plain(moneyWords(money)))).toEqual([
    "GBP 123,456,789,012,345.1200",
    "123 456 789 012 345,1200 GBP",
    "123 456 789 012 345,1200 GBP",
  ]);
  expect(inAll(() => listWords(["A", "B", "C"]))).toEqual(["A, B and C", "A, B et C", "A, B і C"]);
});

test("a quantity follows the grammar of each language", () => {
  const quantity = { kind: "AT_LEAST", min: 5_000, max: null, unit: "PERSON", asStated: null } as const;
  expect(inAll(() => plain(quantityWords(quantity)))).toEqual([
    "at least 5,000 people",
    "au moins 5 000 personnes",
    "щонайменше 5000 осіб".replace("5000", plain(withLanguage("uk", () => numberInWords(5_000)))),
  ]);
});

test("an unresolved item is described in each language", () => {
  const item = { code: "NO_WINDOW", params: { causes: [{ what: "none" }] } } as never;
  expect(inAll(() => itemWords(item).what)).toEqual([
    "No window, due date or notice to move is on record.",
    "Ni période, ni échéance, ni préavis.",
    "Немає ні періоду, ні строку, ні строку готовності.",
  ]);
});

describe("participants", () => {
  const names = { en: "Germany", uk: "Німеччина" };
  test("have the register's name, else the common one, else the English one, else their code", () => {
    expect(inAll(() => participantName({ code: "DE", names }))).toEqual([
      "Germany",
      "Allemagne",
      "Німеччина",
    ]);
    expect(inAll(() => participantName({ code: "EU", names: { en: "European Union" } }))[1]).toBe(
      "European Union",
    );
    expect(inAll(() => participantName({ code: "ZZZZ", names: {} }))).toEqual(["ZZZZ", "ZZZZ", "ZZZZ"]);
  });
  test("are sorted as the language does", () => {
    expect(withLanguage("fr", () => ["Estonie", "États-Unis", "Espagne"].sort(inOrder))).toEqual([
      "Espagne",
      "Estonie",
      "États-Unis",
    ]);
    expect(
      withLanguage("uk", () => ["Ґрунт", "Гана", "Японія", "Ірландія", "Естонія", "Єгипет"].sort(inOrder)),
    ).toEqual(["Гана", "Ґрунт", "Естонія", "Єгипет", "Ірландія", "Японія"]);
  });
});

describe("a number as it is typed", () => {
  test.each([
    ["15,000", "15000"],
    ["200.000", "200000"],
    ["1,234,567", "1234567"],
    ["1.500.000", "1500000"],
    ["15 000", "15000"],
    ["15\u202f000", "15000"],
    ["1,5", "1.5"],
    ["0.125", "0.125"],
    ["1234.125", "1234.125"],
    ["200000000,50", "200000000.50"],
    ["1.5", "1.5"],
    ["1,234.50", "1234.50"],
    ["1.234,50", "1234.50"],
    [" 7 ", "7"],
    ["several", "several"],
    ["six thousand", "6000"],
    ["1.5 million", "1500000"],
    ["deux mille", "2000"],
    ["шість тисяч", "6000"],
    ["up to 500", "up to 500"],
    ["about six", "about six"],
    ["une centaine", "une centaine"],
    ["a", "a"],
    ["6 soldiers", "6 soldiers"],
    ["1,2,3", "1,2,3"],
    ["1.234.5", "1.234.5"],
    ["", ""],
  ])("%j", (typed, read) => {
    expect(typedNumber(typed)).toBe(read);
  });

  test("digits are read as in an imported cell", () => {
    const digits = fc.stringMatching(/^[1-9]\d{0,3}([., ]\d{3}){0,2}([.,]\d{1,4})?$/);
    fc.assert(
      fc.property(digits, (typed) => {
        const cell = decimalIn(typed);
        if (cell.ok) expect(Number(typedNumber(typed))).toBe(Number(decimalText(cell.value.value)));
      }),
      { numRuns: 2_000 },
    );
  });

  test("a recorded number in a field is read back as it is", () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), fc.integer({ min: 0, max: 4 }), (n, places) => {
        const recorded = (n / 10 ** places).toFixed(places);
        expect(Number(typedNumber(numberInField(recorded)))).toBe(Number(recorded));
      }),
      { numRuns: 2_000 },
    );
  });

  test("a number that a language writes is read back", () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.constantFrom(...LANGUAGES), (n, language) => {
        expect(withLanguage(language, () => typedNumber(numberInWords(n)))).toBe(String(n));
      }),
    );
  });
});
