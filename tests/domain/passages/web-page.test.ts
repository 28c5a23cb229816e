import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mainTextOf, type WebBlock, type WebPage } from "@/lib/domain/passages/web-page";
import { proposedBy } from "@/lib/domain/passages/web-page-source";

const block = (text: string, more: Partial<WebBlock> = {}): WebBlock => ({
  text,
  is: "text",
  isEdge: false,
  isLinks: false,
  inside: null,
  ...more,
});
const link = (text: string) => block(text, { isLinks: true, is: "item" });
const pageOf = (blocks: WebBlock[], more: Partial<WebPage> = {}): WebPage => ({
  language: null,
  title: null,
  metas: {},
  address: null,
  times: [],
  containers: [],
  blocks,
  whole: true,
  ...more,
});
const main = { is: "main", inside: null, language: null } as const;
const article = (inside: number | null) => ({ is: "article", inside, language: null }) as const;

describe("the main text of a page", () => {
  test.each<[string, WebPage, string]>([
    ["all of it, where nothing says what is main", pageOf([block("One"), block("Two")]), "One\n\nTwo"],
    [
      "items below each other",
      pageOf([block("We will:"), block("• train", { is: "item" }), block("• pay", { is: "item" })]),
      "We will:\n\n• train\n• pay",
    ],
    [
      "what is in main",
      pageOf([block("Menu"), block("Text", { inside: 0 })], { containers: [main] }),
      "Text",
    ],
    [
      "the article in main that has most of it",
      pageOf([block("Share", { inside: 0 }), block("The statement", { inside: 1 })], {
        containers: [main, article(0)],
      }),
      "The statement",
    ],
    [
      "all of main, where its articles are many",
      pageOf(
        ["One", "Two", "Tre"].map((text, at) => block(text, { inside: at + 1 })),
        { containers: [main, article(0), article(0), article(0)] },
      ),
      "One\n\nTwo\n\nTre",
    ],
    [
      "with an article inside the article",
      pageOf([block("Statement", { inside: 0 }), block("Quoted", { inside: 1 })], {
        containers: [article(null), article(0)],
      }),
      "Statement\n\nQuoted",
    ],
    [
      "without lists of links, where nothing says what is main",
      pageOf([link("Home"), link("News"), link("Contact"), block("Text"), link("Annex"), block("End")]),
      "Text\n\nAnnex\n\nEnd",
    ],
    [
      "of the page's header its title alone",
      pageOf([
        block("Ministry", { isEdge: true }),
        block("Statement", { isEdge: true, is: "title" }),
        block("We will."),
      ]),
      "Statement\n\nWe will.",
    ],
    ["without what can't be seen", pageOf([block("a\u200b\u202ab\0\u00ad"), block("\u2060")]), "ab"],
    ["with digits turned round, to be refused", pageOf([block("\u202e0003")]), "\u202e0003"],
    ["nothing of an empty page", pageOf([]), ""],
    ["nothing where main is empty and nothing else is", pageOf([], { containers: [main] }), ""],
  ])("%s", (_what, page, text) => {
    expect(mainTextOf(page).text).toBe(text);
  });

  test("is found in articles that are nested a hundred thousand deep", () => {
    const containers = Array.from({ length: 100_000 }, (_, at) => article(at === 0 ? null : at - 1));
    expect(mainTextOf(pageOf([block("Deep", { inside: 99_999 })], { containers })).text).toBe("Deep");
  });

  test("has the blocks of any page in their order, and none twice", () => {
    const containers = fc
      .array(fc.record({ is: fc.constantFrom("main" as const, "article" as const), up: fc.nat(5) }), {
        maxLength: 6,
      })
      .map((all) =>
        all.map(({ is, up }, at) => ({
          is,
          inside: at - up < 0 || up === 0 ? null : at - up,
          language: null,
        })),
      );
    const words = fc.array(fc.record({ place: fc.nat(8), isLinks: fc.boolean(), isEdge: fc.boolean() }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(containers, words, (all, blocks) => {
        const page = pageOf(
          blocks.map(({ place, ...more }, at) =>
            block(`w${String(at)}`, { ...more, inside: place < all.length ? place : null }),
          ),
          { containers: all },
        );
        const found = mainTextOf(page).text.match(/\d+/g)?.map(Number) ?? [];
        expect(found).toEqual([...found].sort((a, b) => a - b));
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});

describe("what a page says of itself", () => {
  const said = (page: WebPage) => proposedBy(page, mainTextOf(page));
  test.each<[string, Partial<WebPage>, object]>([
    ["nothing", {}, {}],
    [
      "in its metas",
      {
        language: "en-GB",
        metas: {
          "og:title": "Statement",
          "og:site_name": "Government of Latvia",
          "article:published_time": "2026-02-24T23:30:00Z",
          "og:url": "https://mod.gov.lv/a",
        },
      },
      {
        title: "Statement",
        publisher: "Government of Latvia",
        publishedOn: "2026-02-24",
        url: "https://mod.gov.lv/a",
        language: "en",
      },
    ],
    [
      "in its title, behind the heading",
      {
        title: "Statement of 6 January | Government of Latvia",
        blocks: [block("Statement of 6 January", { is: "title" })],
      },
      { title: "Statement of 6 January", publisher: "Government of Latvia" },
    ],
    [
      "no publisher where the title says something else",
      { title: "Statement: what we will do | News | Riga", blocks: [block("Statement", { is: "title" })] },
      { title: "Statement" },
    ],
    [
      "the first day of its text, not of what is around it",
      {
        containers: [main],
        blocks: [block("Text", { inside: 0 })],
        times: [
          { at: "2026-01-01", inside: null },
          { at: "now", inside: 0 },
          { at: "2026-02-24T10:00+02:00", inside: 0 },
        ],
      },
      { publishedOn: "2026-02-24" },
    ],
    ["no day that there isn't", { metas: { date: "2026-02-30" } }, {}],
    [
      "the language of the text before that of the page",
      { language: "en", containers: [{ ...main, language: "uk-UA" }], blocks: [block("Ми", { inside: 0 })] },
      { language: "uk" },
    ],
    ["no language that is none", { language: "default" }, {}],
    ["no address that runs", { address: "javascript:alert(1)", metas: { "og:url": "data:text/html,x" } }, {}],
    [
      "the saved address before another",
      { address: "https://mod.gov.lv/b", metas: { "og:url": "https://x.example/" } },
      { url: "https://mod.gov.lv/b" },
    ],
    [
      "nothing under the name of a prototype",
      { metas: JSON.parse('{"__proto__":"x","constructor":"y"}') as Record<string, string> },
      {},
    ],
  ])("%s", (_what, more, expected) => {
    expect(said(pageOf([], more))).toEqual(expected);
  });

  test("is no longer than its field allows", () => {
    const { title, publisher } = said(
      pageOf([], { metas: { "og:title": "t".repeat(5_000), "og:site_name": "p\n".repeat(5_000) } }),
    );
    expect(title).toHaveLength(500);
    expect(publisher?.length).toBeLessThanOrEqual(200);
    expect(publisher).not.toContain("\n");
  });
});
