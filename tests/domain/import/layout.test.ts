// A sheet as ministries keep it: which line holds the headings, and what the lines below them are.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { RowOfFile, SheetLayout } from "@/lib/domain/import/file-form";
import { guessColumns } from "@/lib/domain/import/import-columns";
import { guessLayout, LayoutReader, lineAsRead, type PlacedLine } from "@/lib/domain/import/layout";
import { cases } from "../../support/cases";

const sheet = (text: string): RowOfFile[] =>
  text
    .split("\n")
    .map((line, place) => ({ number: place + 1, cells: line.split("|").map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));

function placed(lines: readonly RowOfFile[], layout: SheetLayout) {
  const reader = new LayoutReader(layout);
  const all = [...lines.flatMap((line) => reader.push(line)), ...reader.end()];
  return { all, header: reader.header };
}

const numberOf = (one: PlacedLine): number => (one.is === "row" ? one.row : one.line).number;
const kinds = (all: readonly PlacedLine[]) => all.map((one) => `${String(numberOf(one))} ${one.is}`).sort();

const PLAIN = "Country|Priority|Title|Stage\nFR|3|A hub|Pledged\nDE|1|A radar|Signalled";

test.each([
  ["plain", PLAIN, 1, 1],
  ["below a title", `Pledges, February 2026\nfor official use\n\n${PLAIN}`, 4, 1],
  ["below a title of two cells", `Overview|state: February\n${PLAIN}`, 2, 1],
  ["in two languages, in one line", "Pays / Country|Priorité / Priority|Titre / Title|Statut", 1, 1],
  [
    "in two languages, in two lines",
    "Liste\nPays|Priorité|Titre|Statut\nCountry|Priority|Title|Stage\nFR|3|A|Pledged",
    2,
    2,
  ],
  [
    "in words that aren't known, below a title",
    "Lista\nKraj|Priorytet|Opis zobowiązania|Etap\nFR|3|A|B",
    2,
    1,
  ],
  ["nowhere", "FR|3|A hub|Pledged\nDE|1|A radar|Signalled", 1, 1],
])("headings %s", (_, text, heading, headings) => {
  expect(guessLayout(sheet(text))).toEqual({ heading, headings, skips: true });
});

test("two lines of headings become one, and a heading over several columns is part of each", () => {
  const lines: RowOfFile[] = [
    { number: 1, cells: ["Land", "Zusage", "Prio", "Stand", "Quelle"], marks: { across: [[4, 5]] } },
    { number: 2, cells: ["Land", "", "", "", "Herausgeber", "Datum"], marks: { filled: [0] } },
    { number: 3, cells: ["FR", "A", "3", "x", "y", "z"] },
  ];
  const layout = guessLayout(lines);
  expect(layout).toEqual({ heading: 1, headings: 2, skips: true });
  const { header } = placed(lines, { heading: 1, headings: 2, skips: true });
  expect(header).toEqual(["Land", "Zusage", "Prio", "Stand", "Quelle / Herausgeber", "Quelle / Datum"]);
  expect(guessColumns(header, [], () => false)).toMatchObject({ participant: 0, priority: 2, stage: 3 });
});

const KEPT = `Pledges 2026
Country|Priority|Title|Stage|Quantity
Western desk
FR|3|A hub|Pledged|70 persons
DE|1|A radar|Signalled|1 system
Total|||2|71
Northern desk
SE|3|Aircraft|Pledged|6 aircraft
Sum Northern desk||||6 aircraft
Country|Priority|Title|Stage|Quantity
Norway|||Pledged|
Total amount of aid|2|Ammunition|Pledged|400 rounds
* as announced in Paris
Status: February 2026`;

test("sections, totals, notes and repeated headings are left out, each as what it is", () => {
  const lines = sheet(KEPT);
  const { all, header } = placed(lines, { heading: 2, headings: 1, skips: true });
  expect(kinds(all)).toEqual(
    [
      ...["1 above", "2 heading", "3 section", "4 row", "5 row", "6 total", "7 section", "8 row", "9 total"],
      ...["10 heading", "11 row", "12 row", "13 note", "14 note"],
    ].sort(),
  );
  expect(header.at(-1)).toBe("§");
  const cells = all.flatMap((one) => (one.is === "row" ? [one.row.cells[5]] : []));
  expect(cells).toEqual(["Western desk", "Western desk", "Northern desk", "Northern desk", "Northern desk"]);
});

test("nothing is left out if the layout says so, or from a table of few columns", () => {
  const all = placed(sheet(KEPT), { heading: 2, headings: 1, skips: false }).all;
  expect(all.filter(({ is }) => is === "row")).toHaveLength(12);
  const few = placed(sheet("A|B\n1\n2|3\n4"), { heading: 1, headings: 1, skips: true }).all;
  expect(kinds(few)).toEqual(["1 heading", "2 row", "3 row", "4 row"]);
});

const cell = fc.constantFrom(
  "",
  "",
  "FR",
  "3",
  "Total",
  "Country",
  "A hub",
  "Stage",
  "12",
  "* note",
  "Title",
);
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 25 });

/** Column 5 is filled down, and ends up containing the section above each row. */
const FILLED_BEYOND = [
  ["", "Title", "", "", "Stage"],
  ["Stage", "", "* note"],
  ["FR"],
  ["", "", "", "", "FR", "A hub"],
  ["Stage", "12"],
  [""],
];

test("each line of a sheet that isn't blank is placed once, and in the same way when read again", () => {
  fc.assert(
    fc.property(
      table,
      fc.boolean(),
      fc.uniqueArray(fc.nat(5), { maxLength: 2 }),
      (cells, skips, fillDown) => {
        const lines = cells
          .map((line, place): RowOfFile => ({ number: place + 1, cells: line }))
          .filter((line) => line.cells.some((one) => one !== ""));
        const layout = guessLayout(lines);
        if (!layout) return lines.length === 0;
        const first = placed(lines, { ...layout, skips, fillDown });
        expect(first.all.map(numberOf).sort((a, b) => a - b)).toEqual(lines.map(({ number }) => number));
        const back = first.all
          .map((one) => lineAsRead(one.is === "row" ? one.row : one.line))
          .sort((a, b) => a.number - b.number);
        expect(placed(back, { ...layout, skips, fillDown })).toEqual(first);
      },
    ),
    { numRuns: cases(300), examples: [[FILLED_BEYOND, true, [5]]] },
  );
});

test("empty cells of a column that is filled down get the value above them", () => {
  const text =
    "Country|Priority|Title|Stage\n|1|None above|Pledged\nFR|3|A hub|Pledged\n|2|A depot|Pledged\nDE|1|A radar|Pledged\n|1|A ship";
  const { all } = placed(sheet(text), { heading: 1, headings: 1, skips: true, fillDown: [0] });
  expect(all.flatMap((one) => (one.is === "row" ? [one.row.cells[0]] : []))).toEqual([
    "",
    "FR",
    "FR",
    "DE",
    "DE",
  ]);
  expect(all.at(-1)).toMatchObject({ row: { marks: { filled: [0], down: [0] } } });
});

test("a table whose first line holds its headings comes in row by row, as it is", () => {
  const full = fc.array(
    fc.tuple(
      fc.constantFrom("FR", "DE", "x"),
      fc.constantFrom("1", "2"),
      fc.string(),
      fc.constantFrom("Pledged"),
    ),
    {
      maxLength: 30,
    },
  );
  fc.assert(
    fc.property(full, (rows) => {
      const lines = [["Country", "Priority", "Title", "Stage"], ...rows].map((cells, place): RowOfFile => ({
        number: place + 1,
        cells,
      }));
      const layout = guessLayout(lines);
      expect(layout).toMatchObject({ heading: 1, headings: 1 });
      const { all } = placed(lines, { heading: 1, headings: 1, skips: true });
      expect(all.slice(1)).toEqual(lines.slice(1).map((row) => ({ is: "row", row })));
    }),
    { numRuns: cases(200) },
  );
});
