// What cells leave open is asked once for the whole file, and each cell notes what the answer made of it.
import { afterAll, beforeAll, expect, test } from "vitest";
import { NO_ANSWERS, type FileAnswers } from "@/lib/domain/import/file-answers";
import { isOfFileValues, mergedCauses } from "@/lib/domain/import/causes";
import { fixRow, mapColumns, runImport } from "@/lib/imports/commands";
import { mappingInput } from "@/lib/imports/schema";
import { loadMapping, loadOpenInFile, loadRows } from "@/lib/imports/queries";
import { answersInput } from "@/lib/schema/import-answers";
import { staffedRegister, type StaffedRegister } from "../support/registers/staffed-register";
import { rowsOf, tried, uploaded, value, worked } from "./bringing";

let register: StaffedRegister;
beforeAll(async () => {
  register = await staffedRegister();
});
afterAll(() => register.close());

const SHEET = `Country,Priority,Title,Stage,Stated on,Quantity,Kind,Publisher,Evidence
FR,3,A hub,geprüft,06/01/2026,,Kram,Le Monde,presse
FR,2,A depot,geprüft,03/02/2026,,Kram,Le Monde,presse
DE,1,A radar,geprüft,25/02/2026,€1.234 bn,,LIGA.net,Zeitung
Gallien,1,A drone,Signalled,05.01.26,,,LIGA.net,presse
SE,3,Aircraft,Signalled,,,,LIGA.net,presse`;

async function answered(id: string, answers: Partial<FileAnswers>) {
  const { columns, values } = value(await loadMapping(register.officer, id));
  const told = { ...NO_ANSWERS, ...answers };
  value(await mapColumns(register.officer, { id, columns, values: { ...values, answers: told } }));
  await worked(id, "CHECKED");
  return rowsOf(id);
}

const WORDS = {
  stage: { gepruft: "SIGNALLED" },
  kind: { kram: "" },
  participant: { gallien: "FR" },
  evidenceKind: { zeitung: "MEDIA_REPORT" },
};

test("each question is asked once, with the number of its rows and what the file proves", async () => {
  const job = await tried(register.officer, SHEET);
  const open = value(await loadOpenInFile(register.officer, job.id));
  expect(open).toMatchObject({
    dates: { text: "06/01/2026", one: "2026-01-06", two: "2026-06-01", rows: 2, proven: "day" },
    years: { text: "05.01.26", rows: 1 },
    numbers: { text: "1.234", rows: 1 },
  });
  expect(
    open.words.map(({ field, words }) => [field, words.map(({ key, rows }) => `${key} ${String(rows)}`)]),
  ).toEqual([
    ["stage", ["gepruft 3"]],
    ["kind", ["kram 2"]],
    ["evidenceKind", ["zeitung 1"]],
    ["participant", ["gallien 1"]],
  ]);
  expect(open.causes.at(-1)).toMatchObject({ code: "another-desk", participant: "SE", rows: 1, row: 6 });
});

test("answers are applied to the rows and noted at each, and the desk's words are remembered for its next file", async () => {
  const { officer, officerNorth } = register;
  const job = await tried(officer, SHEET);
  const rows = await answered(job.id, { dayFirst: true, years2000: true, decimalComma: false, words: WORDS });
  expect(rows.map(({ outcome }) => outcome)).toEqual(["new", "new", "new", "new", "error"]);
  expect(rows.map(({ notes }) => notes.map(({ field, code }) => `${field} ${code}`))).toEqual([
    expect.arrayContaining(["stage read-as-told", "statedOn read-day-first", "kind left-open"]),
    expect.arrayContaining(["stage read-as-told", "statedOn read-day-first", "kind left-open"]),
    expect.arrayContaining(["stage read-as-told", "quantity dot-is-fraction", "evidenceKind read-as-told"]),
    expect.arrayContaining(["participant read-as-told", "statedOn year-20xx"]),
    [],
  ]);

  const next = await uploaded(officer, SHEET.replace("A hub", "Another hub").replace("Kind", "Art"));
  expect(value(await loadMapping(officer, next.id)).values.answers?.words).toEqual(WORDS);
  const north = await uploaded(officerNorth, SHEET);
  expect(value(await loadMapping(officerNorth, north.id)).values.answers).toBeUndefined();
});

test("a wrong answer can be changed or taken back, for the desk and for files with the same headings too", async () => {
  const officer = await register.open("hasty", "OFFICER", ["FR", "PL"]);
  const sheet = (headings: string) =>
    `${headings}\nGallia,1,A kite,Signalled,LIGA.net,presse\nFR,1,A balloon,bald,LIGA.net,presse`;
  const told = async (headings: string, words: FileAnswers["words"]) => {
    const job = await tried(officer, sheet(headings));
    const { columns, values } = value(await loadMapping(officer, job.id));
    const answers = { ...NO_ANSWERS, words };
    value(await mapColumns(officer, { id: job.id, columns, values: { ...values, answers } }));
    await worked(job.id, "CHECKED");
    return job.id;
  };
  const asked = async (id: string) =>
    value(await loadOpenInFile(officer, id)).words.map(({ field, words }) => [field, words]);
  const offered = async (headings: string) => {
    const { id } = await uploaded(officer, sheet(headings));
    return value(await loadMapping(officer, id)).values.answers?.words;
  };
  const stage = { bald: "SIGNALLED" };
  const [one, other] = ["Country", "Land"].map((who) => `${who},Priority,Title,Stage,Publisher,Evidence`);
  const id = await told(one ?? "", { participant: { gallia: "SE" }, stage });
  // Its rows are another desk's, and its answer is still there to be changed.
  expect(await asked(id)).toEqual([
    ["participant", [{ text: "Gallia", key: "gallia", rows: 1, means: "SE" }]],
    ["stage", [{ text: "bald", key: "bald", rows: 1, means: "SIGNALLED" }]],
  ]);
  expect(await offered(other ?? "")).toEqual({ participant: { gallia: "SE" }, stage });
  const { columns, values } = value(await loadMapping(officer, id));
  const answers = { ...NO_ANSWERS, words: { stage } };
  value(await mapColumns(officer, { id, columns, values: { ...values, answers } }));
  await worked(id, "CHECKED");
  expect(await asked(id)).toEqual([
    ["participant", [{ text: "Gallia", key: "gallia", rows: 1, means: null }]],
    ["stage", [{ text: "bald", key: "bald", rows: 1, means: "SIGNALLED" }]],
  ]);
  expect(await offered(other ?? "")).toEqual({ stage });
  value(await mapColumns(officer, { id, columns, values: { ...values, answers: NO_ANSWERS } }));
  await worked(id, "CHECKED");
  expect([await offered(one ?? ""), await offered(other ?? "")]).toEqual([{}, undefined]);
});

test("an answer that makes no sense changes nothing, and a cell that needs none stays as it is", async () => {
  const job = await tried(register.officer, SHEET.replace("SE,3", "FR,3"));
  const rows = await answered(job.id, {
    words: { stage: { gepruft: "nonsense", signalled: "DECLINED" }, participant: { gallien: "" } },
  });
  const faults = rows.flatMap(({ faults }) => faults.map(({ code }) => code));
  expect(faults.filter((code) => code === "unknown-stage")).toHaveLength(3);
  expect(faults).toContain("unknown-participant");
  expect(rows[4]).toMatchObject({ outcome: "new" });
});

test("the words of an answer are refused where the database couldn't store them", () => {
  const wrong = (words: Record<string, string>) =>
    answersInput.safeParse({ words: { participant: words } }).error?.issues[0]?.path;
  expect(wrong({ "Upper\nAustria": "AT" })).toBeUndefined();
  expect(wrong({ Ruritania: "\ud800" })).toEqual(["words", "participant", "Ruritania"]);
  expect(wrong({ "a\u0000b": "FR" })).toEqual(["words", "participant", "a\u0000b"]);
});

test("a fix of a cell can be applied to all rows with the same text", async () => {
  const { officer } = register;
  const job = await tried(officer, SHEET);
  const cells = [{ column: 3, value: "Signalled" }];
  value(await fixRow(officer, { id: job.id, row: 2, cells, alike: true }));
  const rows = await rowsOf(job.id);
  expect(rows.map((row) => row.cells[3])).toEqual(Array(5).fill("Signalled"));
  expect(rows.flatMap(({ faults }) => faults).filter(({ field }) => field === "stage")).toEqual([]);
});

const SOURCES = `Country,Priority,Title,Stage,Link
FR,3,A hub,Pledged,https://example.org/hub
FR,2,A depot,Pledged,
DE,1,A radar,Signalled,`;

test("a publisher and a kind of evidence for the whole file complete the rows that name none", async () => {
  const { officer } = register;
  const job = await tried(officer, SOURCES);
  expect(job.counts).toMatchObject({ new: 0, error: 3 });
  const { causes } = value(await loadOpenInFile(officer, job.id));
  expect(causes.map((cause) => [cause.code, isOfFileValues(cause)])).toEqual(
    expect.arrayContaining([
      ["required", true],
      ["evidence-missing", true],
    ]),
  );
  const { columns, values } = value(await loadMapping(officer, job.id));
  const given = { ...values, publisher: "Le Monde", evidenceKind: "OFFICIAL_STATEMENT" as const };
  value(await mapColumns(officer, { id: job.id, columns, values: given }));
  expect((await worked(job.id, "CHECKED")).counts).toMatchObject({ new: 3, error: 0 });

  const next = await uploaded(officer, SOURCES);
  const remembered = value(await loadMapping(officer, next.id));
  expect(remembered.from).toBe("remembered");
  expect(remembered.values).toEqual(values);
});

test("a row in error can be left out, so that the others can be imported, and taken in again", async () => {
  const { officer } = register;
  const job = await tried(officer, SHEET);
  const leave = async (row: number, leaveOut: boolean) =>
    value(await fixRow(officer, { id: job.id, row, cells: [], leaveOut }));
  const other = "FR,1,A kite,Signalled,,,,LIGA.net,presse";
  const cells = other.split(",").map((text, column) => ({ column, value: text }));
  value(await fixRow(officer, { id: job.id, row: 6, cells }));
  expect(await runImport(officer, { id: job.id, goodRowsOnly: false })).toMatchObject({ ok: false });
  for (const row of [2, 3, 4, 5]) expect(await leave(row, true)).toMatchObject({ outcome: null });
  expect(value(await loadOpenInFile(officer, job.id)).causes).toEqual([]);
  expect(await leave(5, false)).toMatchObject({ outcome: "error" });
  expect(await leave(5, true)).toMatchObject({ outcome: null, marks: { leftOut: true } });
  const left = value(await loadRows(officer, { id: job.id, outcome: "left-out", after: 2, limit: 2 }));
  expect([left.total, ...left.items.map(({ row }) => row)]).toEqual([4, 3, 4]);
  const { columns, values } = value(await loadMapping(officer, job.id));
  value(await mapColumns(officer, { id: job.id, columns, values }));
  expect((await worked(job.id, "CHECKED")).counts).toEqual({ new: 1, duplicate: 0, unchanged: 0, error: 0 });
  value(await runImport(officer, { id: job.id, goodRowsOnly: false }));
  expect(await worked(job.id, "DONE")).toMatchObject({ imported: 1 });
});

test("a day that doesn't exist is a separate cause, with its own message", async () => {
  const job = await tried(register.officer, SHEET.replace("25/02/2026", "31.02.2026"));
  const { causes } = value(await loadOpenInFile(register.officer, job.id));
  expect(causes).toContainEqual(
    expect.objectContaining({ code: "bad-date", text: "31.02.2026", why: "none" }),
  );
});

test("a file without a language is asked for one", () => {
  const values = { language: "", ownership: "INDEPENDENT", reliability: "F", credibility: 6 };
  const columns = { participant: 0, priority: 1, title: 2, stage: 3 };
  const parsed = mappingInput.safeParse({ columns, values });
  expect(parsed.error?.issues).toMatchObject([
    { path: ["values", "language"], params: { code: "not-a-language" } },
  ]);
});

test("cells with the same fault are one cause, whatever they say", async () => {
  const sums = SHEET.replace("Quantity", "Amount").replace("2026,,Kram", "2026,1500000,Kram");
  const job = await tried(register.officer, sums.replace("2026,,Kram", "2026,2000000,Kram"));
  const { causes } = value(await loadOpenInFile(register.officer, job.id));
  const merged = mergedCauses(causes).filter(({ code }) => code === "which-currency");
  expect(merged).toMatchObject([{ rows: 2, row: 2, others: 1 }]);
});
