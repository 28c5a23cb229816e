import { describe, expect, test } from "vitest";
import { isOpposite, type DraftContent } from "@/lib/domain/passages/pledge-draft";
import { pledgesAlike, type ComparedPledge } from "@/lib/domain/passages/pledges-alike";
import { draftContents } from "@/lib/domain/passages/drafts/draft-contents";
import { readStatement } from "@/lib/domain/passages/drafts/read-statement";

const PARTICIPANTS = [
  { code: "DE", names: { en: "Germany", fr: "Allemagne", uk: "Німеччина" } },
  { code: "FR", names: { en: "France", fr: "France", uk: "Франція" } },
];
const CONTEXT = {
  languages: ["en"] as const,
  statedOn: "2026-02-24",
  speaker: null,
  participants: PARTICIPANTS,
  triggers: [],
  earlier: [],
};
/** The one draft of a sentence, with its words. */
function drafted(
  text: string,
  language: "en" | "fr" | "uk" = "en",
): { content: DraftContent; words: string } {
  const context = { ...CONTEXT, languages: [language] };
  const [content] = draftContents(text, readStatement(text, context), context.statedOn);
  if (!content) throw new Error(`no draft in: ${text}`);
  return { content, words: text };
}
const MONEY = drafted("France will provide €20 million for ammunition.").content.contributions;
const TRAINING = drafted("France will train 200 soldiers.").content.contributions;
/** Training, without a number. */
const SOME_TRAINING = TRAINING.map((line) => ({
  ...line,
  quantity: { kind: "NOT_STATED" as const, min: null, max: null, unit: null, asStated: null },
}));
const pledge = (more: Partial<ComparedPledge> = {}): ComparedPledge => ({
  reference: "FR-2-001",
  participant: "FR",
  priority: 2,
  title: "Something else",
  stage: "PLEDGED",
  statedOn: null,
  windowStart: null,
  windowEnd: null,
  contributions: [],
  citesSource: false,
  ...more,
});
const alikeTo = (
  { content, words }: ReturnType<typeof drafted>,
  others: ComparedPledge[],
  more: Partial<DraftContent> = {},
) =>
  pledgesAlike({ ...content, ...more }, words, others).map(({ pledge: { reference }, agrees, differs }) => ({
    reference,
    agrees,
    differs,
  }));

describe("a pledge on record that a draft may be", () => {
  const training = drafted("France will train 200 soldiers.");
  test.each<[string, Partial<ComparedPledge>, string[] | null]>([
    ["the same amount", { contributions: TRAINING }, ["AMOUNT", "KIND"]],
    ["the same words", { title: "Train French soldiers: 200" }, ["TITLE", "KIND"]],
    ["the same kind alone is nothing", { contributions: SOME_TRAINING }, null],
    [
      "the same kind, from the same source",
      { contributions: SOME_TRAINING, citesSource: true },
      ["KIND", "SOURCE"],
    ],
    [
      "the same kind, on the same day",
      { contributions: SOME_TRAINING, statedOn: "2026-02-24" },
      ["KIND", "DAY"],
    ],
    ["the same source alone is nothing", { citesSource: true }, null],
    ["another participant's is none", { participant: "DE", contributions: TRAINING }, null],
    ["another amount of the same thing", { title: "Money", contributions: MONEY }, null],
  ])("%s", (_what, more, agrees) => {
    const found = alikeTo(training, [pledge(more)]);
    expect(found.map((one) => one.agrees)).toEqual(agrees === null ? [] : [agrees]);
  });

  test("is found also if its title is in another language", () => {
    const same = { title: "Navires de déminage", citesSource: true };
    const ships = drafted("France will send two minehunters to the Black Sea.");
    expect(alikeTo(ships, [pledge(same)])).toMatchObject([{ agrees: ["KIND", "SOURCE"] }]);
    const french = drafted("La France formera 200 soldats.", "fr");
    expect(
      alikeTo(french, [pledge({ title: "Training of soldiers", contributions: TRAINING })]),
    ).toMatchObject([{ agrees: ["AMOUNT", "KIND"] }]);
  });

  test("comes first if the words repeat it, then by likelihood, and two are found at most", () => {
    const others = [
      pledge({ reference: "FR-2-001", title: "Train soldiers" }),
      pledge({ reference: "FR-2-002", contributions: TRAINING }),
      pledge({ reference: "FR-2-003", contributions: TRAINING, citesSource: true }),
      pledge({ reference: "FR-2-004" }),
    ];
    expect(alikeTo(training, others).map(({ reference }) => reference)).toEqual(["FR-2-003", "FR-2-002"]);
    expect(alikeTo(training, others, { repeats: "FR-2-004" }).map(({ reference }) => reference)).toEqual([
      "FR-2-004",
      "FR-2-003",
    ]);
  });

  test("comes with what differs, but not with what the text doesn't state", () => {
    const other = pledge({
      contributions: TRAINING,
      priority: 3,
      stage: "COMMITTED",
      windowEnd: "2026-12-31",
    });
    const [found] = alikeTo(training, [other], { statedOn: null, priority: null });
    expect(found?.differs).toEqual(["title", "stage"]);
    const [said] = alikeTo(training, [other], {
      priority: 2,
      windowEnd: "2027-06-30",
      statedOn: "2026-02-24",
    });
    expect(said?.differs).toEqual(["title", "stage", "priority", "window", "statedOn"]);
    const [more] = alikeTo(drafted("France will train 300 soldiers."), [
      pledge({ title: "Train soldiers from France", contributions: TRAINING }),
    ]);
    expect(more?.differs).toContain("amount");
  });
});

test.each([
  ["WONT", "PLEDGED", true],
  ["WONT", "SUSPENDED", true],
  ["WONT", "DECLINED", false],
  ["WONT", "WITHDRAWN", false],
  ["WILL", "DECLINED", true],
  ["MAY", "DECLINED", true],
  ["WILL", "PLEDGED", false],
  ["WILL", "WITHDRAWN", false],
] as const)("what a text says, %s, and a pledge that is %s: opposite %s", (says, stage, opposite) => {
  expect(isOpposite(says, stage)).toBe(opposite);
});
