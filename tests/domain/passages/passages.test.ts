import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applySuggestion } from "@/components/pledges/passages/effect";
import { movedSelection, sentenceAt } from "@/components/pledges/passages/selecting";
import { newDraft, pledgeBody } from "@/components/pledges/pledge-form/draft";
import { cut, overlap, sentencesOf, textIn, type TextSpan } from "@/lib/domain/base/sentences";
import { suggest } from "@/lib/domain/passages/suggest";
import type { Known, Suggestion } from "@/lib/domain/passages/suggestion";
import { processorTime } from "../../support/processes/processor";

const DATA = path.resolve(import.meta.dirname, "../../passages/data");
const read = (name: string): string => readFileSync(path.join(DATA, name), "utf8");

const CODES =
  "AT AU BE BG CA CY CZ DE DK EE ES FI FR GB GR HR IE IS IT JP LT LU LV ME NL NO NZ PL PT RO SE SI TR UA US".split(
    " ",
  );
const english = new Intl.DisplayNames("en", { type: "region" });
const known: Known = {
  participants: [
    ...CODES.map((code) => ({ code, names: { en: english.of(code) ?? code } })),
    { code: "EU", names: { en: "European Union" } },
    { code: "NATO", names: { en: "NATO" } },
  ],
  triggers: [
    { code: "CEASEFIRE_IN_FORCE", title: "Ceasefire in force" },
    { code: "PEACE_AGREEMENT_SIGNED", title: "Peace agreement signed" },
    { code: "INTERNATIONAL_MANDATE", title: "International mandate given" },
    { code: "RENEWED_ATTACK", title: "Renewed attack after a ceasefire" },
    { code: "FORCE_RULES_AGREED", title: "Clear rules for the force agreed" },
    { code: "PARTNER_FUNDING_SECURED", title: "Others pay for the ammunition initiative" },
  ],
  publishedOn: null,
};

interface Expected extends TextSpan {
  text: string;
  type: string;
  value: unknown;
}

describe("of what a person would capture from the communiqué", () => {
  const text = read("communique.txt");
  const { spans } = JSON.parse(read("communique.expected.json")) as { spans: Expected[] };
  const found = suggest(text, known);
  const meant = (span: Expected): Suggestion | undefined =>
    found.find((one) => one.type === span.type && one.start === span.start && one.end === span.end);

  test("at least four fifths are suggested, in the same place", () => {
    const hit = spans.filter((span) => meant(span) !== undefined);
    expect(hit.length / spans.length).toBeGreaterThanOrEqual(0.8);
    expect(spans.filter((span) => !hit.includes(span)).map((span) => span.type)).toEqual([
      "context",
      "dispute",
    ]);
  });

  test("no suggestion contradicts what a person would capture", () => {
    for (const span of spans) {
      const one = meant(span);
      if (one) expect(agrees(one, span.value), `${span.text}: ${JSON.stringify(one.value)}`).toBe(true);
    }
  });
});

/** A suggestion knows less than a person of a condition on a pledge, and of an approval. */
function agrees({ type, value }: Suggestion, expected: unknown): boolean {
  const other = expected as Record<string, unknown> | null;
  if (type === "condition") {
    if (value === null) return true;
    return "trigger" in value
      ? value.trigger === other?.trigger
      : String(other?.pledge).startsWith(value.participant);
  }
  if (type === "approval") return value.kind === other?.kind;
  if (type === "money") {
    // "about C$2 bn" was written down as the sum alone.
    const amounts = "amount" in value ? [value.amount] : [value.min, value.max];
    return amounts.every((amount) => amount === other?.amount) && value.currency === other?.currency;
  }
  return JSON.stringify(sorted(value)) === JSON.stringify(sorted(expected));
}

const sorted = (value: unknown): unknown =>
  typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

describe("another text is read by the same rules", () => {
  const text = read("second.txt");
  const found = suggest(text, known);
  const meant = (words: string, type: string): unknown[] =>
    found.filter((one) => one.type === type && textIn(text, one) === words).map(({ value }) => value);

  test.each([
    ["Norway", "participant", "NO"],
    ["Netherlands", "participant", "NL"],
    ["Dutch", "participant", "NL"],
    ["Polish", "participant", "PL"],
    ["United States", "participant", "US"],
    ["14 March 2027", "date", "2027-03-14"],
    ["2 March", "date", "2027-03-02"],
    ["10 March 2027", "date", "2027-03-10"],
    ["by the end of 2027", "window", { start: null, end: "2027-12-31" }],
    [
      "up to 150 personnel",
      "quantity",
      { kind: "UP_TO", min: 0, max: 150, unit: "PERSON", asStated: "up to 150 personnel" },
    ],
    ["18 systems", "quantity", { kind: "EXACT", min: 18, max: 18, unit: "SYSTEM", asStated: "18 systems" }],
    [
      "400 Ukrainian soldiers",
      "quantity",
      { kind: "EXACT", min: 400, max: 400, unit: "PERSON", asStated: "400 Ukrainian soldiers" },
    ],
    [
      "between 200 and 300 soldiers",
      "quantity",
      { kind: "RANGE", min: 200, max: 300, unit: "PERSON", asStated: "between 200 and 300 soldiers" },
    ],
    [
      "a few hundred soldiers",
      "quantity",
      { kind: "QUALITATIVE", min: null, max: null, unit: "PERSON", asStated: "a few hundred" },
    ],
    [
      "did not give a figure",
      "quantity",
      { kind: "SEALED", min: null, max: null, unit: "PERSON", asStated: null },
    ],
    ["€350 million", "money", { amount: "350000000", currency: "EUR" }],
    ["A$95m", "money", { amount: "95000000", currency: "AUD" }],
    ["not be on the front line", "caveat", "NOT_ON_CONTACT_LINE"],
    ["in a support role", "caveat", "SUPPORT_ROLE_ONLY"],
    ["rules out sending troops in Ukraine", "stage", "DECLINED"],
    ["once a peace agreement is signed", "condition", { trigger: "PEACE_AGREEMENT_SIGNED" }],
    ["an international mandate", "condition", { trigger: "INTERNATIONAL_MANDATE" }],
    ["a ceasefire", "condition", { trigger: "CEASEFIRE_IN_FORCE" }],
    ["backing from the United States", "condition", { participant: "US" }],
    ["the Sejm's consent", "approval", { kind: "PARLIAMENT_VOTE", body: "Sejm" }],
    ["Storting", "approval", { kind: "PARLIAMENT_VOTE", body: "Storting" }],
    ["take part in ceasefire monitoring", "priority", 1],
    ["military aid", "priority", 2],
  ])("%s: %s", (words, type, value) => {
    expect(meant(words, type)).toContainEqual(value);
  });

  test("crowns of no particular country are no sum, nor are a year and a count of steps", () => {
    expect(found.filter(({ type }) => type === "money")).toHaveLength(2);
    expect(suggest("In 2027 troops may go. It is 2,000 steps.", known).map(({ type }) => type)).not.toContain(
      "money",
    );
    expect(suggest("It is so. Is it?", known)).toEqual([]);
  });
});

describe("a text is split into its sentences", () => {
  test.each([
    ["One. Two! Three?", ["One.", "Two!", "Three?"]],
    ["Mr. Smith paid £1.5 bn. in 2026. Good.", ["Mr. Smith paid £1.5 bn. in 2026.", "Good."]],
    ["Am 6. Januar 2026 sagte er ja. Gut.", ["Am 6. Januar 2026 sagte er ja.", "Gut."]],
    ["A title\n\nA text", ["A title", "A text"]],
    ["Готові. Так!", ["Готові.", "Так!"]],
    ["He said “no.” She didn’t.", ["He said “no.”", "She didn’t."]],
    ["", []],
    ["  \n ", []],
  ])("%j", (text, sentences) => {
    expect(sentencesOf(text).map((span) => textIn(text, span))).toEqual(sentences);
  });

  test("sentences contain all of a text but blanks, and suggestions lie within it", () => {
    const words = fc.constantFrom(
      "France",
      "200",
      "soldiers",
      "£",
      "m",
      "if",
      "a ceasefire",
      ",",
      ". ",
      "\n\n",
      "6 January",
      "C$2 bn",
      "и",
      "👩‍👩‍👧",
      "’",
      "(",
      "several hundred",
      "Kyiv wants",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words, fc.string({ unit: "grapheme", maxLength: 6 })), { maxLength: 30 }),
        (parts) => {
          const text = parts.join(" ");
          const spans = sentencesOf(text);
          expect(
            spans
              .map((span) => textIn(text, span))
              .join("")
              .replace(/\s/gu, ""),
          ).toBe(text.replace(/\s/gu, ""));
          for (const { start, end } of suggest(text, known)) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
        },
      ),
    );
  });

  test.each([
    ["a long one", read("communique.txt")],
    ["figures", "1 "],
    ["capitals", "A "],
    ["conditions", "if a, "],
    ["a condition that never ends", "if a and "],
    ["points", "."],
    ["ends of sentences", ". "],
    ["signs", "$"],
    ["days", "Jan 1 "],
    ["numerals", "one one "],
    ["empty lines", "\n"],
    ["people", "American "],
    ["governments", "its government "],
    ["one long word", "a"],
    ["one long number", "1"],
    ["a model", "a A1-"],
  ])("a hundred thousand characters are read within three seconds: %s", async (_what, part) => {
    const text = part.repeat(Math.ceil(100_000 / part.length)).slice(0, 100_000);
    const taken = await processorTime(() => [suggest(text, known), sentencesOf(text)]);
    expect(taken).toBeLessThan(3_000);
  });
});

test("a stretch that is cut at its marks is complete, and each piece has its marks", () => {
  const span = fc
    .tuple(fc.nat(100), fc.integer({ min: 1, max: 30 }))
    .map(([start, length]) => ({ start, end: start + length }));
  fc.assert(
    fc.property(span, fc.array(span, { maxLength: 6 }), (stretch, marks) => {
      const pieces = cut(stretch, marks);
      expect(pieces[0]?.start).toBe(stretch.start);
      expect(pieces.at(-1)?.end).toBe(stretch.end);
      pieces.slice(1).forEach((piece, index) => expect(piece.start).toBe(pieces[index]?.end));
      for (const piece of pieces)
        expect(piece.marks).toEqual(marks.filter((mark) => overlap(mark, piece) && overlap(mark, stretch)));
    }),
  );
});

test("the keyboard moves a passage by sentences, and never beyond the text", () => {
  const text = read("communique.txt");
  const sentences = sentencesOf(text);
  const move = fc.constantFrom(
    { sentence: 1 },
    { sentence: -1 },
    { extend: 1 },
    { extend: -1 },
    { to: 1 },
    { to: -1 },
    { from: 1 },
    { from: -1 },
  );
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
      let selected = sentences[0] ?? { start: 0, end: 0 };
      for (const one of moves) {
        selected = movedSelection(text, sentences, selected, one);
        expect(selected.start).toBeGreaterThanOrEqual(0);
        expect(selected.end).toBeLessThanOrEqual(text.length);
        expect(selected.end).toBeGreaterThan(selected.start);
      }
    }),
  );
  const third = movedSelection(text, sentences, sentences[0] ?? { start: 0, end: 0 }, { sentence: 2 });
  expect(sentenceAt(sentences, third)).toBe(2);
  expect(movedSelection(text, sentences, third, { extend: 1 })).toEqual({
    start: third.start,
    end: sentences[3]?.end,
  });
});

describe("an accepted suggestion fills in what it says, and nothing else", () => {
  const typed = { draft: newDraft({}), beside: { triggers: [], approvals: [] } };
  const take = (one: object) =>
    applySuggestion({ start: 0, end: 1, ...one } as Suggestion, "the words", typed);

  test.each([
    [{ type: "participant", value: "FR" }, { participant: "FR" }],
    [{ type: "priority", value: 3 }, { priority: "3" }],
    [{ type: "date", value: "2026-01-06" }, { statedOn: "2026-01-06" }],
    [{ type: "window", value: { start: null, end: "2026-12-31" } }, { windowEnd: "2026-12-31" }],
    [
      { type: "stage", value: "DECLINED" },
      { stage: "DECLINED", reason: "the words" },
    ],
  ])("%j", (one, part) => {
    expect(take(one)).toEqual({ ...typed, draft: { ...typed.draft, ...part } });
  });

  test("a number and a sum become one line, and a second sum another", () => {
    const aircraft = { kind: "NOT_STATED", min: null, max: null, unit: "AIRCRAFT", asStated: null };
    const first = take({ type: "quantity", value: aircraft });
    expect(first?.draft.contributions).toMatchObject([{ kind: "AIR", domain: "AIR", unit: "AIRCRAFT" }]);
    const money = { start: 0, end: 1, type: "money", value: { amount: "5", currency: "EUR" } } as Suggestion;
    const both = first && applySuggestion(money, "", first);
    expect(both?.draft.contributions).toMatchObject([
      { unit: "AIRCRAFT", sum: { kind: "EXACT", amount: "5", currency: "EUR" } },
    ]);
    // Nobody has said what the money is for, or how many of what, so a person is asked.
    const alone = take({ type: "money", value: { amount: "5", currency: "EUR" } });
    expect(alone?.draft.contributions).toMatchObject([
      { kind: "FUNDING", domain: "", location: "", quantityKind: "", sum: { amount: "5" } },
    ]);
    const second = alone && applySuggestion(money, "", alone);
    expect(second?.draft.contributions).toMatchObject([{ kind: "FUNDING" }, { kind: "FUNDING", domain: "" }]);
  });

  test("people, systems and ships may be many things, so their kind is left open", () => {
    const of = (unit: string) => ({ kind: "EXACT", min: 2, max: 2, unit, asStated: null });
    const lines = (unit: string) => take({ type: "quantity", value: of(unit) })?.draft.contributions;
    expect(lines("PERSON")).toMatchObject([{ kind: "", domain: "", location: "", min: "2" }]);
    expect(lines("SYSTEM")).toMatchObject([{ kind: "", domain: "" }]);
    expect(lines("SHIP")).toMatchObject([{ kind: "", domain: "SEA" }]);
  });

  test("a kind and a domain fill a line that has no other, and otherwise make a new line", () => {
    const capability = (kind: string | null, domain: string | null) =>
      ({ start: 0, end: 1, type: "capability", value: { kind, domain } }) as Suggestion;
    const air = applySuggestion(capability("AIR", "AIR"), "", typed);
    expect(air?.draft.contributions).toMatchObject([
      { kind: "AIR", domain: "AIR", location: "", quantityKind: "" },
    ]);
    const naval = air && applySuggestion(capability("MARITIME", "SEA"), "", air);
    expect(naval?.draft.contributions).toMatchObject([{ kind: "AIR" }, { kind: "MARITIME", domain: "SEA" }]);
    const people = take({
      type: "quantity",
      value: { kind: "EXACT", min: 9, max: 9, unit: "PERSON", asStated: null },
    });
    const both = people && applySuggestion(capability("TROOPS", null), "", people);
    expect(both?.draft.contributions).toMatchObject([{ kind: "TROOPS", domain: "", min: "9" }]);
  });

  test("a sum that isn't exact keeps its bound and its words", () => {
    const value = { kind: "UP_TO", min: "0", max: "2000000000", currency: "EUR", asStated: "up to €2bn" };
    expect(take({ type: "money", value })?.draft.contributions).toMatchObject([
      {
        ...{ kind: "FUNDING", domain: "", quantityKind: "", asStated: "" },
        sum: { kind: "UP_TO", amount: "2000000000", to: "", currency: "EUR", asStated: "up to €2bn" },
      },
    ]);
  });

  test("a sum is sent as the text states it", () => {
    const text = "The minister said that Sweden will give up to €2bn.";
    const known = { participants: [], triggers: [], publishedOn: null };
    const money = suggest(text, known).find(({ type }) => type === "money");
    const taken = money && applySuggestion(money, "up to €2bn", typed);
    expect(taken && pledgeBody(taken.draft).contributions).toMatchObject([
      { money: { kind: "UP_TO", min: "0", max: "2000000000", currency: "EUR", asStated: "up to €2bn" } },
    ]);
  });

  test("an incomplete day fills in nothing, nor does a condition that isn't a trigger", () => {
    expect(take({ type: "date", value: null })).toBeNull();
    expect(take({ type: "condition", value: null })).toBeNull();
    expect(take({ type: "condition", value: { participant: "US" } })).toBeNull();
    expect(take({ type: "condition", value: { trigger: "T" } })?.beside.triggers).toEqual(["T"]);
  });
});
