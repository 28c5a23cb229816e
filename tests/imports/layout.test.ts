// A workbook as ministries keep it: its sheet and headings are guessed and shown, and can be chosen.
import { afterAll, beforeAll, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { layOutFile } from "@/lib/imports/commands";
import { loadImportSheet, loadMapping } from "@/lib/imports/queries";
import { sheetOf, workbookOf } from "../support/files/workbook";
import { staffedRegister, type StaffedRegister } from "../support/registers/staffed-register";
import { broughtIn, rowsOf, tried, uploaded, value } from "./bringing";

let register: StaffedRegister;
beforeAll(async () => {
  register = await staffedRegister();
});
afterAll(() => register.close());

const HEADINGS = ["Land", "Priorität", "Titel", "Stand", "Quelle", "Beleg"];
const PLEDGES = sheetOf(
  [
    ["Übersicht der Zusagen"],
    [],
    HEADINGS,
    ["Deutschland", 1, "Überwachung", "Signalled", "LIGA.net", "Presse"],
    [null, 3, { formula: 'A4&"x"', value: "Kräfte nebenan" }, "Signalled", "LIGA.net", "Presse"],
    ["Frankreich", 3, { formula: "A1" }, "Signalled", "VRT", "Presse"],
    ["Summe", null, null, null, null, 3],
    ["* Entwurf"],
  ],
  ["A4:A5", "A1:F1"],
).replace('<row r="4">', '<row r="4" hidden="1">');
const OTHER = sheetOf([HEADINGS, ["Frankreich", 2, "Ein Depot", "Signalled", "Le Monde", "Presse"]]);
const book = () =>
  workbookOf([
    {
      name: "Kontakte",
      xml: sheetOf([
        ["Name", "Telefon"],
        ["X", "1"],
      ]),
    },
    { name: "Zusagen", xml: PLEDGES },
    { name: "Alt", xml: OTHER },
    { name: "Intern", xml: OTHER, isHidden: true },
    { name: "Kaputt", xml: "<worksheet><sheetData><row r='1'>" },
  ]);

test("the sheet with headings is read below them, and omitted lines are counted", async () => {
  const job = await tried(register.officer, book(), "Zusagen.xlsx");
  expect(job.file.form).toMatchObject({
    sheet: "Zusagen",
    otherSheets: 4,
    layout: { sheet: 1, heading: 3, headings: 1, skips: true },
    left: { above: 1, heading: 1, total: 1, note: 1 },
    filled: 1,
    sheets: [
      { name: "Kontakte", isHidden: false, lines: 2 },
      { name: "Zusagen", isHidden: false, lines: 3 },
      { name: "Alt", isHidden: false, lines: 2 },
      { name: "Intern", isHidden: true, lines: null },
      { name: "Kaputt", isHidden: false, lines: null },
    ],
  });
  const rows = await rowsOf(job.id);
  expect(
    rows.map(({ row, outcome, notes, faults }) => [row, outcome, ...notes, ...faults].map(said)),
  ).toEqual([
    ["4", "new", "title hidden-row"],
    ["5", "new", "participant filled-down", "title stored-value"],
    ["6", "error", "title formula-cell"],
  ]);
  const { lines, left } = value(await loadImportSheet(register.officer, job.id));
  expect(lines.map(({ number, is }) => `${String(number)} ${is}`)).toEqual([
    "1 above",
    "3 heading",
    "4 row",
    "5 row",
    "6 row",
    "7 total",
    "8 note",
  ]);
  expect(left.map(({ number }) => number)).toEqual([7, 8]);
});

const said = (one: unknown): string =>
  typeof one === "object" && one !== null && "code" in one && "field" in one
    ? `${String(one.field)} ${String(one.code)}`
    : String(one);

test("the first sheet, chosen again after another, is read as it was at first", async () => {
  const { officer, officerNorth } = register;
  const job = await uploaded(officer, book(), "Zusagen.xlsx");
  const stored = async () => {
    const { rows } = await pool().query(
      "SELECT 'row' AS is, number, cells, marks FROM import_row WHERE import_id = $1 UNION ALL SELECT is_left, number, cells, marks FROM import_line WHERE import_id = $1 ORDER BY number, cells, 1",
      [job.id],
    );
    return JSON.stringify(rows);
  };
  const before = await stored();
  const lay = (sheet: number, heading: number, more: object = {}) =>
    layOutFile(officer, { id: job.id, sheet, heading, headings: 1, skips: true, ...more });
  const other = value(await lay(2, 1));
  expect(other).toMatchObject({ state: "READ", rows: 1, header: HEADINGS, file: { form: { sheet: "Alt" } } });
  expect(value(await loadMapping(officer, job.id)).sample).toEqual([
    ["Frankreich", "2", "Ein Depot", "Signalled", "Le Monde", "Presse"],
  ]);
  value(await lay(1, 3));
  expect(await stored()).toBe(before);
  expect(value(await lay(1, 3, { skips: false })).rows).toBe(5);

  expect(await lay(3, 1)).toMatchObject({ refusal: { errors: [{ path: "sheet", code: "no-such-sheet" }] } });
  expect(await lay(1, 8)).toMatchObject({ refusal: { errors: [{ path: "heading", code: "no-rows" }] } });
  expect(
    await layOutFile(officerNorth, { id: job.id, sheet: 2, heading: 1, headings: 1, skips: true }),
  ).toMatchObject({ refusal: { code: "not-found" } });
  expect(value(await lay(1, 3)).rows).toBe(3);
});

test("the layout of a file can't change once it is imported", async () => {
  const { officer } = register;
  const job = await tried(officer, book(), "Zusagen.xlsx");
  await broughtIn(officer, job);
  expect(
    await layOutFile(officer, { id: job.id, sheet: 2, heading: 1, headings: 1, skips: true }),
  ).toMatchObject({
    refusal: { code: "in-progress" },
  });
});
