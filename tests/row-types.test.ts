// Tests on a database compare rows with their types. Here wrong rows are planted, and each must be found.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import ts from "typescript";
import { afterAll, expect, test } from "vitest";
import { unanswered } from "@/scripts/testing/row-types.mjs";
import { differences } from "./support/row-types/compare";
import { describeCalls } from "./support/row-types/describe";
import { placeOf, type Description } from "./support/row-types/shape";

const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), "register-row-types-")));
afterAll(() => rmSync(folder, { recursive: true }));

const ASKING = `
  interface Queryable { query<Row>(text: string): Promise<{ rows: Row[] }> }
  declare const q: Queryable;
  type Leaf = { all: Leaf[] } | { trigger: string };
  type Branded = string & { readonly brand: true };
  const ask = async <Row>(text: string): Promise<Row[]> => (await q.query<Row>(text)).rows;
  async function named<E extends "a" | "b">(which: E) { return q.query<{ which: E }>(which); }
`;

const OPTIONS = { lib: ["lib.es2023.d.ts"], target: ts.ScriptTarget.ES2023, strict: true, types: [] };
const plain = ts.createCompilerHost(OPTIONS);
const libraries = new Map<string, ts.SourceFile | undefined>();
/** Parses each of TypeScript's own files once. */
const host: ts.CompilerHost = {
  ...plain,
  getSourceFile(file, ...more) {
    if (!file.endsWith(".d.ts")) return plain.getSourceFile(file, ...more);
    if (!libraries.has(file)) libraries.set(file, plain.getSourceFile(file, ...more));
    return libraries.get(file);
  },
};

function described(...questions: string[]): Description {
  const file = path.join(folder, "lib/asked.ts");
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, [ASKING, ...questions].join("\n"));
  return describeCalls(ts.createProgram([file], OPTIONS, host), folder);
}

const ROW = `{ id: string; n: number | null; at: Date; stage: "A" | "B"; leaf: Leaf | null; pair: [string, 1]; more: { note?: string } }`;
const GOOD = { id: "x", n: 1, at: new Date(0), stage: "A", leaf: null, pair: ["x", 1], more: {} };
const { id: _id, ...withoutId } = GOOD;
const FIRST = ASKING.split("\n").length + 1;

const description = described(`void ask<${ROW}>("SELECT");`);
function found(...rows: object[]): string[] {
  const call = description.calls.find(({ from: [line] }) => line === FIRST);
  if (!call) throw new Error("the question was not found");
  const names = Object.keys(rows[0] ?? withoutId);
  return differences(description, call, { rows, fields: names.map((name) => ({ name })) });
}

test("a row that matches its type passes", () => {
  expect(found(GOOD)).toEqual([]);
  expect(found({ ...GOOD, n: null, leaf: { all: [{ trigger: "T" }] }, more: { note: "" } })).toEqual([]);
});

test.each([
  ["a column of another name", { ...withoutId, ids: "x" }, "id: expected a column, got n, at, stage"],
  ["one too many", { ...GOOD, extra: 1 }, "extra: expected nothing of this name, got 1"],
  ["a number as text", { ...GOOD, n: "1" }, "n: expected null | number, got '1'"],
  ["null where it isn't declared", { ...GOOD, id: null }, "id: expected string, got null"],
  ["text for an instant", { ...GOOD, at: "1970-01-01" }, "at: expected Date, got '1970-01-01'"],
  ["none of a closed list", { ...GOOD, stage: "C" }, `stage: expected "A" | "B", got 'C'`],
  [
    "deep in JSON",
    { ...GOOD, leaf: { all: [{ trigger: 1 }] } },
    "leaf.all[0].trigger: expected string, got 1",
  ],
  ["in a list of two", { ...GOOD, pair: ["x", 2] }, "pair[1]: expected 1, got 2"],
  [
    "a member that isn't there",
    { ...GOOD, more: { notes: "" } },
    "more.notes: expected nothing of this name",
  ],
])("planted, %s is found", (_what, row, difference) => {
  expect(found(row).join("\n")).toContain(difference);
});

test("a planted type that JSON changes is found if the answer may come as JSON", () => {
  const asked = described(`void ask<{ n: string }>("SELECT");`, `void q.query<{ n: string }>("SELECT");`);
  const [byAsk, other] = asked.calls
    .filter(({ from: [line] }) => line >= FIRST)
    .toSorted(({ from: [a] }, { from: [b] }) => a - b);
  const answered = (call: typeof byAsk, dataTypeID: number): string[] =>
    call ? differences(asked, call, { rows: [{ n: "1" }], fields: [{ name: "n", dataTypeID }] }) : ["none"];
  expect(answered(byAsk, 25)).toEqual([]);
  expect(answered(byAsk, 20)).toEqual(["n: expected a cast to what JSON has, got type 20"]);
  expect(answered(other, 20)).toEqual([]);
});

test("the columns of an answer without rows are checked, too", () => {
  expect(found()).toEqual(["id: expected a column, got n, at, stage, leaf, pair, more"]);
});

test("a type given by a caller is described at the call, also if the compiler infers it", () => {
  const { calls } = described(
    `const rows: Promise<{ id: string }[]> = ask("SELECT");`,
    `const answer: Promise<{ rows: { id: string }[] }> = q.query("SELECT");`,
    `void q.query("DELETE");`,
  );
  // Of `named`, any of what it may be.
  expect(calls.map(({ from: [line] }) => line).sort((a, b) => a - b)).toEqual([FIRST - 2, FIRST, FIRST + 1]);
});

test.each([
  "Branded",
  "any",
  "Map<string, string>",
  "() => string",
  "object",
  "{ [Symbol.iterator]: never }",
  "`a-${string}`",
])("no column can be %s", (type) => {
  expect(() => described(`void ask<{ one: ${type} }>("SELECT");`)).toThrow(/asked\.ts:\d+: no value/);
});

test.each([
  ["can't be found", "const by = { name: async <Row>(text: string) => (await q.query<Row>(text)).rows };"],
  ["aren't in", "const first = async <Row>(text: string) => (await ask<Row>(text))[0]; void first<{}>('');"],
])("a call is never left out: it %s", (problem, question) => {
  expect(() => described(question)).toThrow(problem);
});

test("a query of which no test has seen a row is named", () => {
  const { calls } = described(`void ask<{ id: string }>("SELECT");`, `void ask<{ n: number }>("SELECT");`);
  writeFileSync(path.join(folder, "described.json"), JSON.stringify({ calls }));
  const [first, ...others] = calls.map(placeOf);
  writeFileSync(path.join(folder, "answered.txt"), `${first ?? ""}\n`);
  expect(unanswered(folder)).toEqual(others);
});
