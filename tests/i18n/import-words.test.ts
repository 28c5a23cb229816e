import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { LANGUAGES } from "@/lib/domain/base/language";
import { guessColumns, IMPORT_FIELDS } from "@/lib/domain/import/import-columns";
import { importMessageWords, cellMessageWords } from "@/lib/i18n/words/import-words";
import { messagesIn } from "@/lib/i18n/message-files";
import { translator } from "@/lib/i18n/translator";

const CELL_CODE =
  /\b(?:unread|fault|reader(?:<\w+>)?)\(\s*(?:"[a-zA-Z]+",\s*\{\s*code:\s*)?"([a-z-]+)"|\bcode: "([a-z-]+)"/g;

test("no message about a cell is empty or leaves a placeholder unfilled", () => {
  for (const code of Object.keys(messagesIn("en").imports.said)) {
    const words = cellMessageWords({
      code,
      params: {
        stage: "COMMITTED",
        kind: "MEDIA_REPORT",
        domain: "LAND",
        one: "2026-01-06",
        two: "2026-06-01",
        fields: "title,stage",
      },
    });
    expect(words, code).not.toMatch(/[{}]|undefined/);
    expect(words.length, code).toBeGreaterThan(5);
  }
});

test("every code that a reader of cells gives has a sentence", () => {
  const files = ["amount", "cell", "coded", "day", "line", "participant", "priority", "text"].map(
    (name) => `lib/domain/import/cells/${name}.ts`,
  );
  const amounts = ["digits", "stated-number", "money", "numeral"].map(
    (name) => `lib/domain/import/amounts/${name}.ts`,
  );
  const codes = [
    ...files,
    ...amounts,
    "lib/domain/import/import-row.ts",
    "lib/domain/import/named-line.ts",
    "lib/imports/alike.ts",
    "lib/domain/import/import-plan.ts",
    "lib/imports/dry-run.ts",
  ].flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(CELL_CODE)].map((match) => match[1] ?? match[2] ?? ""),
  );
  expect(new Set(codes).size).toBeGreaterThan(30);
  expect(codes.filter((code) => !(code in messagesIn("en").imports.said))).toEqual([]);
});

test("each field has a name, and the form of a CSV file and of a workbook is described", () => {
  const t = translator("imports");
  for (const field of IMPORT_FIELDS) expect(t.has(`field.${field}`), field).toBe(true);
  const file = { name: "a", bytes: 1, sha256: "" };
  expect(
    importMessageWords({
      ...file,
      form: { is: "CSV", encoding: "utf-8", delimiter: ";", sheet: null, otherSheets: 0 },
    }),
  ).toBe("CSV, UTF-8, separated by semicolons");
  expect(
    importMessageWords({
      ...file,
      form: { is: "XLSX", encoding: null, delimiter: null, sheet: "May", otherSheets: 2 },
    }),
  ).toBe("XLSX, sheet “May”, 2 other sheets left out");
});

test.each(LANGUAGES)("the page's names of fields in %s are recognised as headings", (language) => {
  const { field } = messagesIn(language).imports;
  const headings = IMPORT_FIELDS.map((name) => field[name]);
  expect(guessColumns(headings, [], () => false)).toEqual(
    Object.fromEntries(IMPORT_FIELDS.map((name, column) => [name, column])),
  );
});

test("the messages say what is wrong, and of an ambiguous date also what to write", () => {
  expect(cellMessageWords({ code: "bad-date", params: { text: "30 Feb 2026", why: "none" } })).toBe(
    "“30 Feb 2026” does not exist",
  );
  expect(cellMessageWords({ code: "bad-date", params: { text: "1899-01-01", why: "far" } })).toBe(
    "“1899-01-01” is out of range. Write a year from 1900 to 2199",
  );
  expect(
    cellMessageWords({
      code: "ambiguous-date",
      params: { text: "06/01/2026", one: "2026-01-06", two: "2026-06-01" },
    }),
  ).toBe("“06/01/2026” may be 6 January 2026 or 1 June 2026. Write it as 2026-01-06 or 6 Jan 2026");
  expect(cellMessageWords({ code: "evidence-missing", params: { stage: "PLEDGED", kind: "none" } })).toMatch(
    /^Pledged needs .*; the row names no source$/,
  );
  expect(
    cellMessageWords({ code: "evidence-missing", params: { stage: "PLEDGED", kind: "INTERVIEW" } }),
  ).toMatch(/^Pledged needs .*; the row’s evidence is of the kind “interview”$/);
});
