import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { intersectDayRanges, parseDayRange, dayRangeText, fitsDays } from "@/lib/domain/details/day-range";
import { printTerms, readTerms, readWords, type TypedTerm } from "@/lib/domain/base/typed-terms";

const word = (value: string): TypedTerm => ({ key: null, not: false, values: [value] });
const term = (key: string, values: string[], not = false): TypedTerm => ({ key, not, values });

test.each<[string, TypedTerm[]]>([
  ["", []],
  ["   ", []],
  ["gripen aircraft", [word("gripen"), word("aircraft")]],
  ['"air defence" now', [word("air defence"), word("now")]],
  ["stage:pledged,committed", [term("stage", ["pledged", "committed"])]],
  ["-owner:none age:>30", [term("owner", ["none"], true), term("age", [">30"])]],
  ['who:"United Kingdom",fr', [term("who", ["United Kingdom", "fr"])]],
  ["стадія:обіцяно", [term("стадія", ["обіцяно"])]],
  [
    "who:«Royaume Uni» „два слова“ “two words”",
    [term("who", ["Royaume Uni"]), word("два слова"), word("two words")],
  ],
  ["stage: pledged", [word("stage:"), word("pledged")]],
  ["12:30 :x - -- -word", [word("12:30"), word(":x"), word("-"), word("--"), word("-word")]],
  ['"stage:pledged"', [word("stage:pledged")]],
  ['who:"no end, of it', [term("who", ["no end, of it"])]],
  ['"a ""b"" c"', [word('a "b" c')]],
  ["stage:,, ,", [word(",")]],
  ["stage:a,a,b", [term("stage", ["a", "b"])]],
  // Marks of direction neither make another key nor stay in a value.
  ["st\u202Eage:pl\u200Fedged", [term("stage", ["pledged"])]],
  ["constructor:x __proto__:y", [term("constructor", ["x"]), word("__proto__:y")]],
])("%s is read", (text, terms) => {
  expect(readTerms(text)).toEqual(terms);
});

describe("for every text", () => {
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc
      .array(
        fc.constantFrom("stage", ":", '"', "“", "„", "«", "»", ",", "-", " ", "a", "не", ">", "\u202E", "''"),
        {
          maxLength: 60,
        },
      )
      .map((parts) => parts.join("")),
  );

  test("its terms are read back as the same when printed", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const terms = readTerms(text);
        expect(readTerms(printTerms(terms))).toEqual(terms);
      }),
      { numRuns: 2_000 },
    );
  });

  test("its words are read back as the same when printed", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const words = readWords(text);
        const printed = printTerms(words.map(word));
        expect(readWords(printed)).toEqual(words);
      }),
    );
  });

  test("a long text of nothing but signs is read within seconds", () => {
    const begun = performance.now();
    for (const sign of ['"', "“", "«", "-", ":", ","]) readTerms(sign.repeat(100_000));
    readTerms("a:".repeat(50_000));
    readTerms("a:b ".repeat(50_000));
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});

test.each<[string, ReturnType<typeof parseDayRange>]>([
  [">30", { least: 31, most: null }],
  [">=30", { least: 30, most: null }],
  ["<7", { least: null, most: 6 }],
  ["<=-7", { least: null, most: -7 }],
  ["5", { least: 5, most: 5 }],
  ["-0", { least: 0, most: 0 }],
  ["10..20", { least: 10, most: 20 }],
  ["none", "none"],
  [">10..20", null],
  ["", null],
  ["30d", null],
  ["1e3", null],
  ["999999", null],
])("%s as days is read or refused", (text, asked) => {
  expect(parseDayRange(text)).toEqual(asked);
  if (asked !== null) expect(parseDayRange(dayRangeText(asked))).toEqual(asked);
});

test("two comparisons combined fit the days that fit each", () => {
  const asked = fc.constantFrom(">3", "<9", "2..7", "5", "none").map((text) => parseDayRange(text) ?? "none");
  fc.assert(
    fc.property(asked, asked, fc.integer({ min: -2, max: 12 }), (a, b, days) => {
      if (a === "none" || b === "none") return;
      expect(fitsDays(intersectDayRanges(a, b), days)).toBe(fitsDays(a, days) && fitsDays(b, days));
    }),
  );
});
