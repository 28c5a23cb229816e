// Whatever is sent as a spreadsheet, in good faith or not, gives rows or a clear refusal, and memory stays flat.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { LONGEST_CELL, MOST_COLUMNS, MOST_ROWS } from "@/lib/domain/import/import";
import { textRows } from "@/lib/imports/csv-rows";
import { fileOfRows } from "@/lib/imports/file-rows";
import { FileRefused } from "@/lib/platform/files/file-refused";
import { ROOT, RUN_TS } from "@/scripts/base/paths.mjs";
import { cases } from "../support/cases";
import { processorTime } from "../support/processes/processor";
import { zip } from "../support/files/zip";
import type { ReadAlone } from "./alone";

const folder = mkdtempSync(path.join(os.tmpdir(), "register-files-"));
afterAll(() => rmSync(folder, { recursive: true }));

const file = path.join(folder, "sent");

interface Taken {
  form: { is: string; encoding: string | null; delimiter: string | null; sheet: string | null };
  rows: [number, ...string[]][];
}

async function taken(bytes: Uint8Array | string): Promise<Taken | string> {
  writeFileSync(file, bytes);
  try {
    const { form, header, lines } = await fileOfRows(file);
    const all: Taken["rows"] = [[0, ...header]];
    for await (const line of lines) if (line.is === "row") all.push([line.row.number, ...line.row.cells]);
    return { form, rows: all };
  } catch (error) {
    if (error instanceof FileRefused) return error.code;
    throw error;
  }
}

/** In a separate process. */
async function alone(files: readonly (Uint8Array | string)[]): Promise<ReadAlone[]> {
  const paths = files.map((bytes, place) => {
    const one = path.join(folder, `alone-${String(place)}`);
    writeFileSync(one, bytes);
    return one;
  });
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--expose-gc", ...RUN_TS, "tests/imports/alone.ts", ...paths],
    { cwd: ROOT },
  );
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as ReadAlone);
}

/** Bytes by which a process may grow while it reads a file of 20 MB. */
const MOST_GROWN = 100_000_000;

const utf16 = (text: string, swap: boolean): Buffer => {
  const bytes = Buffer.from(text, "utf16le");
  return swap ? bytes.swap16() : bytes;
};

const ROWS = [
  [0, "Land", "Titel"],
  [2, "Österreich", "Ein Schiff, groß"],
  [3, "Україна", 'Zwei\n"Boote"'],
];
const TEXT = 'Land,Titel\nÖsterreich,"Ein Schiff, groß"\nУкраїна,"Zwei\n""Boote"""\n';

test.each([
  ["UTF-8", Buffer.from(TEXT), "utf-8"],
  ["UTF-8 with its mark", Buffer.from(`\ufeff${TEXT}`), "utf-8"],
  ["UTF-16, as Windows writes it", utf16(`\ufeff${TEXT}`, false), "utf-16le"],
  ["UTF-16 the other way round", utf16(`\ufeff${TEXT}`, true), "utf-16be"],
  ["UTF-16 without its mark", utf16(TEXT, false), "utf-16le"],
  ["UTF-16 the other way round without its mark", utf16(TEXT, true), "utf-16be"],
])("text in %s is read", async (_name, bytes, encoding) => {
  const found = await taken(bytes);
  expect(found).toMatchObject({ form: { is: "CSV", encoding, delimiter: "," } });
  if (typeof found === "string") return;
  expect(found.rows).toEqual(ROWS);
});

test.each([
  [false, "utf-16le"],
  [true, "utf-16be"],
])("a text of almost only Ukrainian is read in UTF-16 without its mark", async (swap, encoding) => {
  expect(await taken(utf16("Країна;Назва\nФранція;Радар для спостереження\n", swap))).toMatchObject({
    form: { encoding, delimiter: ";" },
    rows: [
      [0, "Країна", "Назва"],
      [2, "Франція", "Радар для спостереження"],
    ],
  });
});

test("Western and Cyrillic encodings of one byte a letter are told apart", async () => {
  const western = Buffer.from("Pays;Titre\nFrance;Élysée, début\n", "latin1");
  expect(await taken(western)).toMatchObject({
    form: { encoding: "windows-1252", delimiter: ";" },
    rows: [
      [0, "Pays", "Titre"],
      [2, "France", "Élysée, début"],
    ],
  });
  const cyrillic = Buffer.from([
    ...[0xca, 0xf0, 0xe0, 0xbf, 0xed, 0xe0],
    0x3b,
    ...[0xcd, 0xe0, 0xe7, 0xe2, 0xe0],
    0x0a,
    ...[0xd3, 0xea, 0xf0, 0xe0, 0xbf, 0xed, 0xe0],
    0x3b,
    0x31,
    0x0a,
  ]);
  expect(await taken(cyrillic)).toMatchObject({
    form: { encoding: "windows-1251" },
    rows: [
      [0, "Країна", "Назва"],
      [2, "Україна", "1"],
    ],
  });
});

test.each([
  [";", "A;B\n1,5;2\n3,5;4\n"],
  ["\t", "A\tB\n1,5\t2\n"],
  ["|", "A|B\n1|2\n"],
  [",", "A,B\n1;2;3,4\n"],
  [";", "sep=;\nA;B\n1;2\n"],
])("cells are separated by %j", async (delimiter, text) => {
  const found = await taken(text);
  expect(found).toMatchObject({ form: { delimiter } });
  if (typeof found !== "string") expect(found.rows[0]).toEqual([0, "A", "B"]);
});

test.each([
  [";", "Overview, state: February 2026, draft, internal\nA;B;C;D\n1,5;2;x;y\n3,5;4;x;y\n2;3;x;y\n"],
  ["\t", "Stand: Februar; Entwurf\n\nA\tB\tC\tD\n1\t2\t3\t4\n5\t6\t7\t8\n"],
  [",", "Liste;;;;;;;;;;\nA,B,C,D\n1,2,3,4\n5,6,7,8\n9,1,2,3\n"],
])("cells below a title are separated by %j, as in most lines", async (delimiter, text) => {
  const found = await taken(text);
  expect(found).toMatchObject({ form: { delimiter } });
  if (typeof found !== "string") expect(found.rows[0]).toEqual([0, "A", "B", "C", "D"]);
});

test("a title in another alphabet doesn't decide the encoding of the body", async () => {
  const title = Buffer.from([0xce, 0xe3, 0xeb, 0xff, 0xe4, 0x0a]);
  const body = "Pays;Priorité;Libellé;Étape\nFrance;3;Dépôt côtier;Signalé\nGrèce;1;Relevé naval;Décidé\n";
  expect(await taken(Buffer.concat([title, Buffer.from(body.repeat(3), "latin1")]))).toMatchObject({
    form: { encoding: "windows-1252", delimiter: ";" },
  });
});

test("rows are numbered as in the spreadsheet, blank ones included, and empty surplus columns are ignored", async () => {
  expect(await taken("A,B\n\n1,2,,,\n,,\n3\n")).toMatchObject({
    rows: [
      [0, "A", "B"],
      [3, "1", "2"],
      [5, "3", ""],
    ],
  });
});

const part = (text: string): Uint8Array => Buffer.from(text);

function workbook(
  sheet: string,
  {
    texts = "",
    styles = "",
    extra = {},
  }: { texts?: string; styles?: string; extra?: Record<string, Uint8Array> } = {},
): Uint8Array {
  return zip({
    "xl/workbook.xml": part(
      '<?xml version="1.0"?><workbook xmlns:r="x"><workbookPr/><sheets><sheet name="Hidden" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Pledges &amp; more" sheetId="2" r:id="rId2"/></sheets></workbook>',
    ),
    "xl/_rels/workbook.xml.rels": part(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
    ),
    "xl/worksheets/sheet2.xml": part(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
    ...(texts ? { "xl/sharedStrings.xml": part(`<sst>${texts}</sst>`) } : {}),
    ...(styles ? { "xl/styles.xml": part(styles) } : {}),
    ...extra,
  });
}

const cell = (place: string, inner: string, attributes = ""): string =>
  `<c r="${place}" ${attributes}>${inner}</c>`;
const inline = (place: string, text: string): string =>
  cell(place, `<is><t>${text}</t></is>`, 't="inlineStr"');

test("a workbook's first visible sheet is read, with dates as dates and formulas as their saved values", async () => {
  const sheet = [
    `<row r="1">${cell("A1", "<v>0</v>", 't="s"')}${inline("B1", "When")}${inline("D1", "Sum")}${inline("E1", "How many")}</row>`,
    `<row r="4">${cell("A4", "<v>1</v>", 't="s"')}${cell("B4", "<v>46028.75</v>", 's="1"')}${cell("D4", "<f>SUM(D1:D3)</f><v>7</v>")}${cell("E4", "<v>2E9</v>")}</row>`,
    `<row r="5">${inline("A5", "a &lt;b&gt; &#233;_x0009_c")}<c r="B5" s="1"/>${cell("D5", '<f t="shared" si="0"/><v>7</v>')}${cell("E5", "<v>1</v>", 't="b"')}</row>`,
  ].join("");
  const texts = "<si><t>Who</t></si><si><r><t>Fra</t></r><r><t>nce</t></r><rPh><t>x</t></rPh></si>";
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-409]d mmm yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>';
  expect(await taken(workbook(sheet, { texts, styles }))).toEqual({
    form: { is: "XLSX", encoding: null, delimiter: null, sheet: "Pledges & more", otherSheets: 1 },
    rows: [
      [0, "Who", "When", "", "Sum", "How many"],
      [4, "France", "2026-01-06", "", "7", "2000000000"],
      [5, "a <b> é\tc", "", "", "7", "TRUE"],
    ],
  });
});

test("a formula that failed is read as its error, and one without a value as the formula", async () => {
  const failed = cell("A2", "<f>A9/0</f><v>#REF!</v>", 't="e"');
  const unsaved = cell("B2", "<f>A9/0</f>", 't="e"');
  const sheet = `<row r="1">${inline("A1", "Sum")}${inline("B1", "Of")}</row><row r="2">${failed}${unsaved}</row>`;
  expect(await taken(workbook(sheet))).toMatchObject({
    rows: [
      [0, "Sum", "Of"],
      [2, "#REF!", "=A9/0"],
    ],
  });
});

test.each([
  ["19.989999999999998", "19.99"],
  ["1234567.8899999999", "1234567.89"],
  ["0.30000000000000004", "0.3"],
  ["-1.1000000000000001", "-1.1"],
  ["1.25", "1.25"],
  ["1.5E9", "1500000000"],
  ["1E-3", "0.001"],
  ["12345678901234567", "12345678901234567"],
  ["1E999", "1E999"],
  ["0x10", "0x10"],
  [" ", " "],
])("a number kept as %j is read as the spreadsheet shows it: %j", async (value, shown) => {
  const sheet = `<row r="1">${inline("A1", "Sum")}${inline("B1", "Of")}</row><row r="2">${cell("A2", `<v>${value}</v>`)}${inline("B2", "x")}</row>`;
  expect(await taken(workbook(sheet))).toMatchObject({
    rows: [
      [0, "Sum", "Of"],
      [2, shown, "x"],
    ],
  });
});

/** The beginning of a workbook in the old format, with the names of its streams. */
function compound(...names: string[]): Uint8Array {
  const bytes = Buffer.alloc(8_192);
  bytes.write("d0cf11e0a1b11ae1", "hex");
  names.forEach((name, place) => bytes.write(name, 4_096 + place * 128, "utf16le"));
  return bytes;
}

const PILE = `e${"\u0300\u0316".repeat(20)}`;

test.each([
  ["nothing", "", "table-empty"],
  ["blank lines", "\n\n , \n", "table-empty"],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 1, 2, 3]), "not-a-table"],
  ["a workbook of before 2007", compound("Workbook"), "old-workbook"],
  ["a workbook that is locked", compound("EncryptionInfo", "EncryptedPackage"), "locked-workbook"],
  ["half of an old workbook", Buffer.from("d0cf11e0a1b11ae1", "hex"), "old-workbook"],
  [
    "a table of OpenDocument",
    zip({ mimetype: part("application/vnd.oasis.opendocument.spreadsheet") }),
    "not-a-table",
  ],
  ["a document to be printed", "%PDF-1.4\n1 0 obj, <<\n", "not-a-table"],
  ["a page that calls itself a table", "<html><table><tr><td>a,b</td></tr></table>\n", "not-a-table"],
  ["a document of a word processor", "{\\rtf1 a,b\nc,d}", "not-a-table"],
  ["half a workbook", workbook("").subarray(0, 200), "broken-workbook"],
  ["a zip of something else", zip({ "a.txt": part("x") }), "not-a-table"],
  ["a quotation mark that is never closed", 'A,B\n"1,2\n3,4\n', "quote-not-closed"],
  ["a line of 19 MB", `A,B\n${"x".repeat(19_000_000)}`, "line-too-long"],
  ["10,000 columns", `${"A,".repeat(10_000)}B\n1\n`, "too-many-columns"],
  ["a cell that is a book", `A,B\n${"x".repeat(LONGEST_CELL + 1)},1\n`, "cell-too-long"],
  ["a pile of accents", `A,B\n${PILE},1\n`, "cell-too-many-accents"],
  ["more rows than were named", `A\n${"1\n".repeat(MOST_ROWS + 1)}`, "too-many-rows"],
])("%s is refused: %s", async (_name, bytes, code) => {
  expect(await taken(bytes)).toBe(code);
});

const LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';

test.each([
  ["a billion laughs", `${LAUGHS}<row r="1">${inline("A1", "&b;")}</row>`, "document-type"],
  ["an entity that nobody told", `<row r="1">${inline("A1", "&b;")}</row>`, "document-type"],
  ["a text from elsewhere", `<!ENTITY x SYSTEM "file:///etc/passwd">`, "document-type"],
  ["10,000 columns", `<row r="1">${inline("NTP1", "x")}</row>`, "too-many-columns"],
  ["a tag without end", `<row r="1"><c ${"x".repeat(300_000)}`, "broken-workbook"],
  ["tags within tags", "<a>".repeat(100), "broken-workbook"],
  ["a row that comes twice", `<row r="2">${inline("A2", "x")}</row>`.repeat(2), "broken-workbook"],
  ["a row beyond all rows", `<row r="99999999999">${inline("A1", "x")}</row>`, "broken-workbook"],
  ["half a row", `<row r="1.5">${inline("A1", "x")}</row>`, "broken-workbook"],
  ["a pile of accents", `<row r="1">${inline("A1", PILE)}</row>`, "cell-too-many-accents"],
  ["a cell without end", `<row r="1">${inline("A1", "x".repeat(40_000))}</row>`, "cell-too-long"],
])("a workbook with %s is refused", async (_name, sheet, code) => {
  expect(await taken(workbook(sheet))).toBe(code);
});

test("a tag with 190,000 quoted end marks is read within two seconds", async () => {
  const full = `<row r="1" x="${">".repeat(190_000)}">${inline("A1", "x")}</row>`;
  const milliseconds = await processorTime(async () =>
    expect(await taken(workbook(full))).toMatchObject({ rows: [[0, "x"]] }),
  );
  expect(milliseconds).toBeLessThan(2_000);
});

test("a workbook may have 200 columns", async () => {
  const last = inline("GR1", "x");
  expect(await taken(workbook(`<row r="1">${last}</row>`))).not.toBe("too-many-columns");
  expect(MOST_COLUMNS).toBe(200);
});

test("zip bombs are refused fast and in little memory, even if they lie about their size", async () => {
  const zeros = new Uint8Array(320_000_000);
  const extra = { "xl/worksheets/sheet2.xml": zeros };
  const bomb = Buffer.from(workbook("", { extra }));
  expect(bomb.length).toBeLessThan(2_000_000);
  // States a size of next to nothing.
  const liar = Buffer.from(bomb);
  const name = liar.lastIndexOf("xl/worksheets/sheet2.xml");
  liar.writeUInt32LE(100, name - 46 + 24);
  for (const { refused, ms, grown } of await alone([bomb, liar])) {
    expect(refused).toBe("inflates-too-far");
    expect(ms).toBeLessThan(5_000);
    expect(grown).toBeLessThan(MOST_GROWN);
  }
});

const HEAD = `<row r="1">${inline("A1", "Who")}</row>`;
const shared = (texts: string): Uint8Array => workbook(HEAD, { texts });

const HEAVY: [string, () => Uint8Array | string, string][] = [
  ["line breaks", () => "\n".repeat(19_900_000), "too-many-rows"],
  ["line breaks below its headings", () => `A,B${"\n".repeat(199_000)}`, "no-rows"],
  ["commas in a line", () => `A,B\n${",".repeat(19_900_000)}`, "too-many-columns"],
  ["lines of commas", () => `${",".repeat(20)}\n`.repeat(199_000), "table-empty"],
  ["lines of more commas", () => `${",".repeat(98)}\n`.repeat(199_000), "too-many-rows"],
  ["commas in few lines", () => `${",".repeat(9_000)}\n`.repeat(2_000), "too-many-columns"],
  ["quotation marks", () => '"'.repeat(19_900_000), "line-too-long"],
  ["rows that hold nothing", () => workbook(`${HEAD}${"<row/>".repeat(10_100_000)}`), "broken-workbook"],
  [
    "a text in millions of pieces",
    () => shared(`<si><t>${"<r/>x".repeat(7_500_000)}</t></si>`),
    "broken-workbook",
  ],
  ["millions of texts", () => shared("<si/>".repeat(1_100_000)), "broken-workbook"],
  ["marks in quotation marks", () => workbook(`${HEAD}<c a="${">".repeat(150_000)}"/>`), "no-rows"],
];

test("files made to take much time or memory are over in seconds, and memory stays flat", async () => {
  const found = await alone(HEAVY.map(([, file]) => file()));
  expect(
    found.map(({ refused, rows }, place) => [HEAVY[place]?.[0], refused ?? (rows === 0 ? "no-rows" : rows)]),
  ).toEqual(HEAVY.map(([name, , code]) => [name, code]));
  for (const [place, { ms, grown }] of found.entries()) {
    expect(ms, HEAVY[place]?.[0]).toBeLessThan(15_000);
    expect(grown, HEAVY[place]?.[0]).toBeLessThan(MOST_GROWN);
  }
});

test("20,000 rows of a workbook take less than 100 MB", async () => {
  const row = (n: number): string =>
    `<row r="${String(n)}">${"ABCDEFGHIJ"
      .split("")
      .map((letter) => inline(`${letter}${String(n)}`, `Cell ${String(n)} with some words in it`))
      .join("")}</row>`;
  const [found] = await alone([workbook(Array.from({ length: 20_000 }, (_, n) => row(n + 1)).join(""))]);
  expect(found).toMatchObject({ refused: null, cells: 199_990 });
  expect(found?.grown).toBeLessThan(MOST_GROWN);
});

test("an altered workbook gives rows or a refusal", async () => {
  const genuine = Buffer.from(
    workbook(`<row r="1">${inline("A1", "Who")}</row><row r="2">${inline("A2", "France")}</row>`),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(genuine.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
      async (changes) => {
        const altered = Buffer.from(genuine);
        for (const [at, byte] of changes) altered[at] = byte;
        const found = await taken(altered);
        expect(typeof found === "string" || found.rows.length <= 2).toBe(true);
      },
    ),
    { numRuns: cases(150) },
  );
});

test("any bytes give rows or a refusal", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      await taken(bytes);
    }),
    { numRuns: cases(150) },
  );
});

/** The rows of a comma-separated text that aren't blank. */
async function rowsOf(text: string): Promise<[number, ...string[]][]> {
  writeFileSync(file, `sep=,\n${text}`);
  const rows: [number, ...string[]][] = [];
  for await (const { number, cells } of (await textRows(file)).rows)
    if (cells.some((cell) => /\S/.test(cell))) rows.push([number, ...cells]);
  return rows;
}

test("any table is read back from its text, however its lines end", async () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "б", '"', ",", ";", "\n", " ", "'"), maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(letters, { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
      fc.constantFrom("\n", "\r\n", "\r"),
      async (table, ends) => {
        const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
        const text = table.map((cells) => cells.map(quoted).join(",") + ends).join("");
        const wanted = table
          .map((cells, at): [number, ...string[]] => [at + 1, ...cells])
          .filter(([, ...cells]) => cells.some((one) => /\S/.test(one)));
        expect(await rowsOf(text)).toEqual(wanted);
      },
    ),
    { numRuns: cases(200) },
  );
});

test.each(["\n", "\r\n", "\r"])("20,000 rows that end in %j are read as 20,000", async (ends) => {
  const rows = await rowsOf(`a,b,c${ends}`.repeat(20_000));
  expect([rows.length, rows.at(-1)]).toEqual([20_000, [20_000, "a", "b", "c"]]);
});

test.each([
  ['12" guns,2\n', [[1, '12" guns', "2"]]],
  ['"a"b,c\n', [[1, '"a"b', "c"]]],
  [
    "a,b\r1,2\r",
    [
      [1, "a", "b"],
      [2, "1", "2"],
    ],
  ],
  [
    "a\r\r\nb",
    [
      [1, "a"],
      [3, "b"],
    ],
  ],
  ["a,", [[1, "a", ""]]],
  ["", []],
])("%j is read cell by cell", async (text, rows) => {
  expect(await rowsOf(text)).toEqual(rows);
});
