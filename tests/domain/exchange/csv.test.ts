import fc from "fast-check";
import { expect, test } from "vitest";
import { unguarded } from "@/lib/domain/import/cells/guarded";
import { csvLine } from "@/lib/domain/exchange/csv";

test("a line has its cells between commas and ends in CR LF; an unknown cell is empty", () => {
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

test("of apostrophes only those before a formula get another", () => {
  expect(csvLine(["'=1+1", "''quoted''"])).toBe("''=1+1,''quoted''\r\n");
});

test("so does a formula after a semicolon, tab or line break, where a spreadsheet may split the cell", () => {
  expect(csvLine(["Troops;=1+1;", "Ready; -5"])).toBe("Troops;'=1+1;,Ready;' -5\r\n");
  expect(csvLine(["Troops\n=1+1\t@x"])).toBe("\"Troops\n'=1+1\t'@x\"\r\n");
  expect(csvLine(["a; b", "5 - 3; 4"])).toBe("a; b,5 - 3; 4\r\n");
});

test("no cell begins like a formula, and unguarded it is what was written", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const cell = unquoted(csvLine([text]).slice(0, -2));
      expect(unguarded(cell)).toBe(text);
      expect(cell).not.toMatch(/^[\t\r\n]|(^|[;\t\r\n])\s*[=+\-@＝＋－＠]/u);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."';\t\n =-a") }), (text) => {
      expect(unguarded(unquoted(csvLine([text]).slice(0, -2)))).toBe(text);
    }),
  );
});

const unquoted = (cell: string): string =>
  cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;

test("a cell of blanks and apostrophes is read in no time", () => {
  const began = performance.now();
  for (const cell of ["\n'".repeat(50_000), "\n".repeat(100_000)]) expect(unguarded(cell)).toBe(cell);
  expect(performance.now() - began).toBeLessThan(1_000);
});
