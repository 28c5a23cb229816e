// The sheet fits on its page, whatever it is given: nothing leaves the margins, and a reason is cut before a title.
import fc from "fast-check";
import { expect, test } from "vitest";
import { sheetMarks } from "@/app/briefing-sheet/marks";
import { SHEET_HEIGHT, SHEET_WIDTH, type PaperMark } from "@/app/briefing-sheet/paper";
import { sheetPdf } from "@/app/briefing-sheet/pdf";
import { deskRows, MARKS } from "@/app/briefing-sheet/rows";
import { withLanguage } from "@/lib/i18n/reader";
import type { OnePage, SheetMark } from "@/components/unresolved/briefing/sheet-view";

const words = fc
  .array(fc.stringMatching(/^[A-Za-zÀ-žа-їєґ0-9.,]{1,14}$/u), { minLength: 1, maxLength: 40, size: "max" })
  .map((all) => all.join(" "));
const row = fc.record({
  what: words,
  when: fc.oneof(words, fc.constantFrom("20 Feb 2026", "Pledged", "Desk officer, northern desk", "")),
});
const rows = fc.record({ title: fc.constant("A part"), rows: fc.array(row, { maxLength: 9 }) });
const mark = fc.constantFrom<SheetMark>(...MARKS, "not-expected");

const sheet: fc.Arbitrary<OnePage> = fc.record({
  title: fc.constant("DEMONSTRATION"),
  subject: words,
  marking: words,
  headline: words,
  lines: fc.array(fc.record({ what: words, why: words, who: words, ask: words }), { maxLength: 5 }),
  drawing: fc.option(
    fc.record({
      title: fc.constant("What holds the most pledges back"),
      note: fc.constant("and 3 more"),
      boxes: fc.array(fc.record({ title: words, below: words }), { minLength: 1, maxLength: 2 }),
      between: fc.constant("each waits"),
      waiting: fc.array(fc.record({ words, isInferred: fc.boolean() }), { maxLength: 7 }),
    }),
  ),
  changes: rows,
  dates: rows,
  matrix: fc.record({
    title: fc.constant("How far each participant is"),
    note: words,
    rows: fc.array(fc.record({ name: words, marks: fc.array(mark, { minLength: 5, maxLength: 5 }) }), {
      maxLength: 120,
    }),
    legend: fc.constant(MARKS.map((one) => ({ mark: one, words: `${one} or beyond` }))),
  }),
  desks: rows,
  foot: fc.record({ asOf: words, ranked: words, proof: words, page: fc.constant("Page 1 of 1") }),
});

/** Wider than any letter of the font. */
const widthOf = (text: string, size: number): number => text.length * size * 0.55;

const [LEFT, RIGHT, BOTTOM] = [43, 752, SHEET_HEIGHT - 43];

test("nothing leaves the margins", () => {
  fc.assert(
    fc.property(sheet, (given) => {
      for (const one of sheetMarks(given, widthOf)) {
        const [left, right, top, bottom] = extentOf(one);
        expect(left).toBeGreaterThanOrEqual(LEFT);
        expect(right).toBeLessThanOrEqual(RIGHT);
        expect(top).toBeGreaterThanOrEqual(30);
        expect(bottom).toBeLessThanOrEqual(BOTTOM);
      }
    }),
    { numRuns: 60 },
  );
});

test("a line's title is shown whole, however long its reason is", () => {
  fc.assert(
    fc.property(sheet, words, (given, why) => {
      const what = "A title of two lines at most, and both of them are shown before any reason";
      const said = sheetMarks({ ...given, lines: [{ what, why, who: "Paris", ask: "How many?" }] }, widthOf);
      const texts = said.flatMap((one) => (one.is === "text" ? [one.words] : [])).join(" ");
      expect(texts).toContain("A title of two lines at most");
      expect(texts).toContain("before any reason");
    }),
    { numRuns: 30 },
  );
});

test("a desk's participants that the page is about come first", () => {
  const names = { SE: "Sweden", NO: "Norway", DK: "Denmark", FI: "Finland", EE: "Estonia", LV: "Latvia" };
  const desk = { id: "1", name: "Northern desk", desk: Object.keys(names) };
  const none = { id: "2", name: "Nobody", desk: [] };
  expect(deskRows([desk, none], names, new Set(["LV", "DK", "UA"]))).toEqual([
    { what: "Denmark, Latvia, Sweden, Norway, Finland and 1 more", when: "Northern desk" },
  ]);
});

test("the same sheet at the same moment gives the same PDF, with its fonts, on one A4 page", async () => {
  const [given] = fc.sample(sheet, { numRuns: 1, seed: 7 });
  if (!given) throw new Error("no sheet");
  const said = { ...given, headline: "Łódź, Česko та Україна", marking: "Not official" };
  const [one, two] = [
    await sheetPdf(said, "2026-02-25T08:40:00.000Z"),
    await sheetPdf(said, "2026-02-25T08:40:00.000Z"),
  ];
  expect(Buffer.compare(one, two)).toBe(0);
  const text = Buffer.from(one).toString("latin1");
  expect(text.startsWith("%PDF-1.")).toBe(true);
  expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
  expect(text).toContain("/MediaBox [0 0 595.28 841.89]");
  expect(text.match(/\/FontFile2/g)?.length).toBeGreaterThanOrEqual(3);
  const later = await sheetPdf(said, "2026-02-25T08:41:00.000Z");
  expect(Buffer.compare(one, later)).not.toBe(0);
  expect(SHEET_WIDTH).toBe(794);
});

test.each(["en", "fr", "uk"] as const)("a PDF in the words of a reader of %s says so", async (language) => {
  const [given] = fc.sample(sheet, { numRuns: 1, seed: 7 });
  if (!given) throw new Error("no sheet");
  const pdf = await withLanguage(language, () => sheetPdf(given, "2026-02-25T08:40:00.000Z"));
  expect(Buffer.from(pdf).toString("latin1")).toContain(`/Lang (${language})`);
});

function extentOf(one: PaperMark): [left: number, right: number, top: number, bottom: number] {
  if (one.is === "box") return [one.x, one.x + one.w, one.y, one.y + one.h];
  if (one.is === "line") {
    const [xs, ys] = [one.d.map(([x]) => x), one.d.map(([, y]) => y)];
    return [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  }
  const width = widthOf(one.words, one.size);
  const left = one.end ? one.x - width : one.x;
  return [left, left + width, one.y - one.size, one.y];
}
