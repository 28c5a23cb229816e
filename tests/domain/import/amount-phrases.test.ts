// Amounts as communiqués state them. A wrong number is worse than none: nothing is offered that the words don't say.
import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isExact } from "@/lib/domain/pledge/money";
import { amountsStated } from "@/lib/domain/import/amounts/find";
import { tokensOf } from "@/lib/domain/import/amounts/tokens";
import { suggest } from "@/lib/domain/passages/suggest";
import { spelled, type Spelled } from "../../support/any/spelled";

const DATA = path.resolve(import.meta.dirname, "../../passages/data");

interface Stated {
  words: string;
  kind: string;
  min: number | string | null;
  max: number | string | null;
  unit?: string | null;
  currency?: string;
}
interface Phrase {
  language: Spelled;
  text: string;
  amounts: Stated[];
}

const phrasesIn = (file: string): Phrase[] =>
  (JSON.parse(readFileSync(path.join(DATA, file), "utf8")) as { phrases: Phrase[] }).phrases;

const BLIND = phrasesIn("phrases-blind.json");
const OWN = phrasesIn("phrases.json");
const ALL = [...BLIND, ...OWN];

const NUMBERED = ["EXACT", "RANGE", "AT_LEAST", "UP_TO", "APPROXIMATE"];

/** The amounts offered for a text, written as in the data. */
const offered = (text: string): Stated[] =>
  suggest(text, { participants: [], triggers: [], publishedOn: null }).flatMap((one): Stated[] => {
    const words = text.slice(one.start, one.end);
    if (one.type === "quantity") {
      const { kind, min, max, unit } = one.value;
      return [{ words, kind, min, max, unit }];
    }
    if (one.type !== "money") return [];
    if (!("amount" in one.value)) return [{ ...one.value, words }];
    const { amount, currency } = one.value;
    return [{ words, kind: "EXACT", min: amount, max: amount, currency }];
  });

/** An amount in words has no currency. */
const meaning = ({ kind, min, max, unit, currency }: Stated): string =>
  [kind, min, max, kind === "QUALITATIVE" && currency !== undefined ? null : (currency ?? unit)].join(" ");

/** How many stated amounts are offered, which are missed, and which numbers are offered beyond them. */
function held({ text, amounts }: Phrase): { hit: number; missed: Stated[]; wrong: Stated[] } {
  const left = offered(text);
  const missed = amounts.filter((stated) => {
    const place = left.findIndex((one) => meaning(one) === meaning(stated));
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
  const wrong = left.filter(({ kind }) => NUMBERED.includes(kind));
  return { hit: amounts.length - missed.length, missed, wrong };
}

test("there are at least 200 phrases, half of them by someone who hadn’t read the code", () => {
  expect(ALL.length).toBeGreaterThanOrEqual(200);
  expect(BLIND.length * 2).toBeGreaterThanOrEqual(ALL.length);
  expect(new Set(ALL.map(({ text }) => text)).size).toBe(ALL.length);
});

describe("no number is offered that isn’t stated", () => {
  test.each(ALL.map((phrase) => [phrase.text, phrase] as const))("%s", (_text, phrase) => {
    expect(held(phrase).wrong).toEqual([]);
  });
});

const SETS: [which: string, phrases: Phrase[]][] = [
  ["all of them", ALL],
  ["those that were written without the code", BLIND],
  ...(["en", "fr", "uk"] as const).flatMap((language): [string, Phrase[]][] => {
    const isIn = (phrase: Phrase): boolean => phrase.language === language;
    return [
      [language, ALL.filter(isIn)],
      [`${language} without the code`, BLIND.filter(isIn)],
    ];
  }),
];

test.each(SETS)("of %s, nine tenths of the stated amounts are found", (_which, phrases) => {
  const stated = phrases.reduce((sum, { amounts }) => sum + amounts.length, 0);
  const hit = phrases.reduce((sum, phrase) => sum + held(phrase).hit, 0);
  expect(stated).toBeGreaterThan(30);
  expect(hit / stated).toBeGreaterThanOrEqual(0.9);
});

const TEXTS = ["communique.txt", "second.txt", "french.txt", "ukrainian.txt"].map((file) =>
  readFileSync(path.join(DATA, file), "utf8"),
);

test("an offered amount is read from all of its own words, and from nothing else", () => {
  let count = 0;
  for (const text of [...TEXTS, ...ALL.map((phrase) => phrase.text)])
    for (const { start, end, ...one } of amountsStated(text, tokensOf(text))) {
      const words = text.slice(start, end);
      count += 1;
      // An exact sum says all that its words do, so they aren't kept.
      if (one.type === "quantity" || !isExact(one.value)) expect(one.value.asStated).toBe(words);
      expect(amountsStated(words, tokensOf(words)), text).toEqual([{ ...one, start: 0, end: words.length }]);
    }
  expect(count).toBeGreaterThan(200);
});

const QUALIFIED: Record<Spelled, readonly (readonly [kind: string, before: string, after: string])[]> = {
  en: [
    ["EXACT", "", ""],
    ["UP_TO", "up to ", ""],
    ["AT_LEAST", "at least ", ""],
    ["AT_LEAST", "more than ", ""],
    ["APPROXIMATE", "about ", ""],
    ["UP_TO", "", " at most"],
  ],
  fr: [
    ["EXACT", "", ""],
    ["UP_TO", "jusqu’à ", ""],
    ["AT_LEAST", "au moins ", ""],
    ["APPROXIMATE", "environ ", ""],
    ["UP_TO", "", " au maximum"],
  ],
  uk: [
    ["EXACT", "", ""],
    ["AT_LEAST", "щонайменше ", ""],
    ["UP_TO", "щонайбільше ", ""],
    ["APPROXIMATE", "приблизно ", ""],
  ],
};
const COUNTED: Record<Spelled, readonly (readonly [words: string, unit: string])[]> = {
  en: [
    ["soldiers", "PERSON"],
    ["Gripen aircraft", "AIRCRAFT"],
    ["artillery shells", "ROUND"],
    ["air-defence systems", "SYSTEM"],
  ],
  fr: [
    ["militaires", "PERSON"],
    ["obus", "ROUND"],
    ["nouveaux véhicules", "SYSTEM"],
  ],
  uk: [
    ["військових", "PERSON"],
    ["зенітних систем", "SYSTEM"],
    ["снарядів", "ROUND"],
  ],
};
const AROUND: Record<Spelled, readonly [string, string]> = {
  en: ["The minister promised ", " for the force."],
  fr: ["Le ministre a promis ", " pour la force."],
  uk: ["Міністр пообіцяв ", " для сил."],
};

const anyNumber = fc.oneof(
  fc.integer({ min: 2, max: 999 }),
  fc.integer({ min: 2, max: 999_999 }),
  fc.integer({ min: 2, max: 999_999_999 }),
  fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom(1e3, 1e6))
    .map(([count, scale]) => count * scale),
);
const anySpelled = fc.constantFrom<Spelled>("en", "fr", "uk").chain((language) =>
  fc.record({
    language: fc.constant(language),
    n: anyNumber,
    qualified: fc.constantFrom(...QUALIFIED[language]),
    counted: fc.constantFrom(...COUNTED[language]),
  }),
);

test("a number spelled out is read back, with its qualifier, wherever it is", () => {
  fc.assert(
    fc.property(anySpelled, ({ language, n, qualified: [kind, before, after], counted: [thing, unit] }) => {
      const number = spelled(n, language);
      const of =
        language === "fr" && /millions?$/.test(number) ? (/^[aeiouhô]/.test(thing) ? "d’" : "de ") : "";
      const words = `${before}${number} ${of}${thing}${after}`;
      const [lead, tail] = AROUND[language];
      const text = `${lead}${words}${tail}`;
      const ends = { min: kind === "UP_TO" ? 0 : n, max: kind === "AT_LEAST" ? null : n };
      expect(amountsStated(text, tokensOf(text)), text).toEqual([
        {
          start: lead.length,
          end: lead.length + words.length,
          type: "quantity",
          value: { kind, ...ends, unit, asStated: words },
        },
      ]);
    }),
  );
});

test("two adjacent numbers that don’t form one are no amount", () => {
  const small = fc.integer({ min: 2, max: 9 });
  fc.assert(
    fc.property(small, small, fc.constantFrom<Spelled>("en", "fr", "uk"), (one, other, language) => {
      const [[thing] = [""]] = COUNTED[language];
      const text = `${AROUND[language][0]}${spelled(one, language)} ${spelled(other, language)} ${thing}.`;
      expect(amountsStated(text, tokensOf(text)), text).toEqual([]);
    }),
  );
});
