import fc from "fast-check";
import { expect, test } from "vitest";
import { csvLine } from "@/lib/domain/csv";

test("a line is its cells with commas, ended as the standard ends it; unknown is empty", () => {
  expect(csvLine(["FR-3-001", 3, null, "Troops"])).toBe("FR-3-001,3,,Troops\r\n");
});

test("cells with commas, quotes or line breaks are quoted", () => {
  expect(csvLine(["a,b", 'say "so"', "two\nlines"])).toBe('"a,b","say ""so""","two\nlines"\r\n');
});

test("text that begins like a formula gets an apostrophe, a negative number doesn't", () => {
  for (const start of ["=", "+", "-", "@", "＝", "＋", "－", "＠"]) {
    expect(csvLine([`${start}SUM(A1)`])).toBe(`'${start}SUM(A1)\r\n`);
    expect(csvLine([` ${start}SUM(A1)`])).toBe(`' ${start}SUM(A1)\r\n`);
  }
  for (const start of ["\t", "\r", "\n"]) expect(csvLine([`${start}x`])).toContain("'");
  expect(csvLine([-5, "5 - 3"])).toBe("-5,5 - 3\r\n");
});

test("taking one apostrophe off gives back what was written", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const cell = unquoted(csvLine([text]).slice(0, -2));
      expect(cell.startsWith("'") ? cell.slice(1) : cell).toBe(text);
      expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
    }),
  );
});

const unquoted = (cell: string): string =>
  cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
