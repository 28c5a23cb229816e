import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textOfPages, type PageLine } from "@/lib/domain/passages/page-text";
import { processorTime } from "../../support/processes/processor";

/** Lines from above, each 14 below the one before; an empty one is a gap. */
function page(...lines: (string | Partial<PageLine>)[]): PageLine[] {
  let y = 800;
  return lines.flatMap((line) => {
    y -= 14;
    const given = typeof line === "string" ? { text: line } : line;
    return given.text === "" ? [] : [{ text: "", x: 72, y, size: 12, ...given }];
  });
}

describe("lines become a continuous text", () => {
  test.each<[string, PageLine[][], string]>([
    ["nothing", [[]], ""],
    ["a paragraph", [page("France said that", "it will.")], "France said that it will."],
    ["two", [page("One", "two.", "", "Three", "four.")], "One two.\n\nThree four."],
    ["a heading", [page({ text: "Declaration", size: 20 }, "One.")], "Declaration\n\nOne."],
    ["a list", [page("They bring:", "• aircraft", "• ships")], "They bring:\n• aircraft\n• ships"],
    [
      "a paragraph drawn in",
      [page("One two.", { text: "Three", x: 90 }, "four.")],
      "One two.\n\nThree four.",
    ],
    [
      "a sentence over two pages",
      [page("One", "two", "three"), page("four.", "Five.", "Six.")],
      "One two three four. Five. Six.",
    ],
    [
      "a page that ends with smaller letters",
      [page("One", "two", { text: "Press release", size: 9 }), page("Three", "four", "five")],
      "One two\n\nPress release\n\nThree four five",
    ],
    ["a page that ends one", [page("One."), page("Two.")], "One.\n\nTwo."],
    [
      "a word parted that stands there whole",
      [page("deployment of", "the deploy-", "ment")],
      "deployment of the deployment",
    ],
    ["a word with a hyphen of its own", [page("a long-", "term plan")], "a long-term plan"],
    ["a soft hyphen", [page("deploy\u00ad", "ment")], "deployment"],
    ["a letter in two pieces", [page("E\u0301tat")], "État"],
    ["blanks and signs that nobody sees", [page("a\u00a0b\u200b  \u202a\u2067c\u0000")], "a b c"],
    ["digits turned round, to be refused", [page("\u202e0003 troops")], "\u202e0003 troops"],
  ])("%s", (_what, pages, text) => {
    expect(textOfPages(pages)).toBe(text);
  });

  test("headers and numbers of pages are left out, and nothing else", () => {
    const pages = [1, 2, 3].map((number) =>
      page(
        "Press release 12",
        "",
        `Page ${String(number)} says`,
        "more",
        `and ${String(number)} more.`,
        "",
        `${String(number)} / 3`,
      ),
    );
    expect(textOfPages(pages)).toBe(
      "Page 1 says more and 1 more.\n\nPage 2 says more and 2 more.\n\nPage 3 says more and 3 more.",
    );
    expect(textOfPages([page("Press release 12", "", "One", "two", "2026")])).toBe(
      "Press release 12\n\nOne two 2026",
    );
  });

  test("no letter of a single page is lost, wherever its lines are", () => {
    const line = fc.record({
      text: fc.string({ unit: "grapheme", maxLength: 20 }),
      x: fc.integer({ min: 0, max: 600 }),
      y: fc.integer({ min: 0, max: 800 }),
      size: fc.integer({ min: 0, max: 40 }),
    });
    const bare = (text: string) => text.normalize("NFC").replace(/[\s\p{C}\p{Z}-]|\u2010/gu, "");
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        expect(bare(textOfPages([lines]))).toBe(bare(lines.map(({ text }) => text).join(" ")));
      }),
    );
  });

  test("a pile of accents costs no time, and its first thirty stay", async () => {
    const line = { text: `a${"\u0300\u0316".repeat(50_000)}`, x: 0, y: 0, size: 8 };
    let text = "";
    expect(await processorTime(() => (text = textOfPages([[line]])))).toBeLessThan(500);
    expect(text.normalize("NFD")).toHaveLength(31);
    const hidden = { ...line, text: `a${`${"\u0316".repeat(30)}\u200b`.repeat(300)}` };
    expect(textOfPages([[hidden]])).toHaveLength(31);
  });

  test("a hundred thousand characters are put together within two seconds", async () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => ({
      text: "deploy-ment-",
      x: 72,
      y: 90_000 - 9 * index,
      size: 8,
    }));
    expect(await processorTime(() => textOfPages([lines]))).toBeLessThan(2_000);
  });
});
