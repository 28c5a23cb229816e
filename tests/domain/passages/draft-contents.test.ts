// Drafts that are read in a statement can be stored as they are, whatever the text is.
import fc from "fast-check";
import { expect, test } from "vitest";
import { textIn } from "@/lib/domain/base/sentences";
import { draftContents } from "@/lib/domain/passages/drafts/draft-contents";
import { readStatement } from "@/lib/domain/passages/drafts/read-statement";
import type { StatementContext } from "@/lib/domain/passages/drafts/statement";
import { draftContentInput } from "@/lib/pledges/drafts/schema";

const CONTEXT: StatementContext = {
  languages: ["en"],
  statedOn: "2026-01-06",
  speaker: "FR",
  participants: [
    { code: "FR", names: { en: "France" } },
    { code: "BE", names: { en: "Belgium" } },
    { code: "DE", names: { en: "Germany", fr: "Allemagne", uk: "Німеччина" } },
  ],
  triggers: [{ code: "CEASEFIRE_IN_FORCE", title: "A ceasefire is in force" }],
  earlier: [
    {
      reference: "FR-2-001",
      participant: "FR",
      title: "Training",
      contributions: [
        {
          kind: "TRAINING",
          quantity: { kind: "EXACT", min: 200, max: 200, unit: "PERSON", asStated: null },
          money: null,
        },
      ],
    },
  ],
};
const drafts = (text: string, language: "en" | "fr" | "uk" = "en") =>
  draftContents(text, readStatement(text, { ...CONTEXT, languages: [language] }), "2026-01-06");

test("a draft has who, will, may or won't, how much, and the condition with its words", () => {
  const text =
    "France will send 200 soldiers to Ukraine after a ceasefire. Belgium could provide €20 million. Germany will not send troops to Ukraine.";
  const [french, belgian, german] = drafts(text);
  expect(french).toMatchObject({
    participant: "FR",
    says: "WILL",
    statedOn: "2026-01-06",
    priority: null,
    contributions: [{ quantity: { kind: "EXACT", min: 200, unit: "PERSON" }, location: "UNSTATED" }],
    conditions: [{ trigger: "CEASEFIRE_IN_FORCE", approval: null }],
  });
  expect(textIn(text, french?.conditions[0]?.span ?? { start: 0, end: 0 })).toContain("ceasefire");
  expect(french?.words.map(({ part }) => part)).toEqual(expect.arrayContaining(["WHO", "SAYS", "AMOUNT"]));
  expect(belgian).toMatchObject({
    participant: "BE",
    says: "MAY",
    contributions: [{ kind: "FUNDING", money: { amount: "20000000", currency: "EUR" } }],
  });
  expect(german).toMatchObject({ participant: "DE", says: "WONT", contributions: [] });
});

test("a repetition names the pledge on record", () => {
  expect(drafts("France reaffirmed the training of 200 soldiers announced in March.")).toMatchObject([
    { repeats: "FR-2-001" },
  ]);
});

test.each([
  [
    "en",
    "Germany will not send troops to the front, and France will send 200 soldiers.",
    "Will not send troops to the front",
  ],
  [
    "en",
    "No German troops will be sent to the front line.",
    "No German troops will be sent to the front line",
  ],
  ["en", "Germany will neither send troops nor take command.", "Will neither send troops"],
  ["en", "Germany reaffirmed its refusal to send troops.", "Reaffirmed its refusal to send troops"],
  [
    "en",
    "Germany reaffirmed its opposition to sending troops.",
    "Reaffirmed its opposition to sending troops",
  ],
  [
    "en",
    "Germany reaffirmed its commitment to not send troops.",
    "Reaffirmed its commitment to not send troops",
  ],
  [
    "fr",
    "L’Allemagne a réaffirmé son engagement de ne pas envoyer de troupes.",
    "A réaffirmé son engagement de ne pas envoyer de troupes",
  ],
  ["en", "Germany confirmed its decision not to send troops.", "Confirmed its decision not to send troops"],
  [
    "fr",
    "L’Allemagne a réaffirmé son refus d’envoyer des troupes.",
    "A réaffirmé son refus d’envoyer des troupes",
  ],
  ["uk", "Німеччина не надсилатиме війська на фронт.", "Не надсилатиме війська на фронт"],
  [
    "uk",
    "Німеччина підтвердила свою відмову надсилати війська.",
    "Підтвердила свою відмову надсилати війська",
  ],
] as const)("a refusal's title keeps what limits it (%s): %s", (language, text, title) => {
  const [refusal] = drafts(text, language);
  expect(refusal).toMatchObject({ participant: "DE", says: "WONT", title, repeats: null });
});

const WORDS = [
  ...["France", "Belgium", "we", "will", "could", "won't", "not", "reaffirmed", "send", "200", "soldiers"],
  ...[
    "€1.5 bn",
    "after a ceasefire",
    "if the Senate agrees",
    "by 1 May",
    "and",
    "together",
    ",",
    ".",
    "\n",
    "\t",
  ],
  ...["\u202e", "\ud83d\ude00", "“", "\u0000x", "training", "air defence"],
];
const texts = fc.array(fc.constantFrom(...WORDS), { maxLength: 80 }).map((words) => words.join(" "));

test("each draft of any text passes the checks of a draft that is sent", () => {
  fc.assert(
    fc.property(fc.oneof(texts, fc.string({ maxLength: 300 })), (text) => {
      for (const content of drafts(text)) {
        const { data, error } = draftContentInput.safeParse(content);
        expect(error?.issues ?? []).toEqual([]);
        expect(data).toMatchObject({ says: content.says });
        expect(textIn(text, content.span).trim()).not.toBe("");
      }
    }),
    { numRuns: 300 },
  );
});

test.each(["plusieurs milliers d’hommes", "plusieurs milliers de militaires", "des dizaines d’instructeurs"])(
  "%s: stays in words",
  (amount) => {
    expect(drafts(`La France enverra ${amount}.`)).toMatchObject([
      { contributions: [{ quantity: { kind: "QUALITATIVE", min: null, unit: "PERSON", asStated: amount } }] },
    ]);
  },
);

test("an amount across the end of a line is stated in one line", () => {
  const [draft] = drafts("France will send 200 \n soldiers.");
  expect(draft?.contributions[0]?.quantity.asStated).toBe("200 soldiers");
});

test("a sentence that is longer than a quote may be is cut", () => {
  const [one] = drafts(`France will send 200 soldiers ${"and more ".repeat(2_000)}.`);
  expect(one && one.span.end - one.span.start).toBeLessThanOrEqual(4_000);
});

test("nothing is drafted from words that look like others", () => {
  expect(drafts("France will send 200 soldiers. Belgium will send \u202e0003 soldiers.")).toMatchObject([
    { participant: "FR" },
  ]);
});

test("accents piled up around marks of direction are cut in a title", () => {
  const [draft] = drafts(
    `Germany will not send troops${`${"\u0316".repeat(30)}\u2069`.repeat(3)} to Ukraine.`,
  );
  expect(draft?.title).toBe(`Will not send troops${"\u0316".repeat(30)} to Ukraine`);
});
