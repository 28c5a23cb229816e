import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { runInThisContext } from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { escapedScript, makeLean } from "@/scripts/build/lean-scripts.mjs";

const valueOf = (expression: string): unknown => runInThisContext(`(${expression}\n)`);

const anyText = fc.string({ unit: "binary", maxLength: 40 });
const toTemplate = (text: string): string => `\`${text.replace(/[\\`$]/g, "\\$&").replaceAll("\r", "\\r")}\``;
const toPattern = (text: string): string => `/^${text.replace(/[^\p{L}\p{N}’…]/gu, "")}$/u.source`;

test.each([
  ["a text", (text: string) => JSON.stringify(text)],
  ["a template", toTemplate],
  ["a pattern", (text: string) => toPattern(text).replace(".source", `.test(${JSON.stringify(text)})`)],
  ["a comment", (text: string) => `1 /* ${text.replaceAll("*/", "")} */`],
])("%s means the same when it is escaped to one byte a character", (_, write) => {
  fc.assert(
    fc.property(anyText, (text) => {
      const escaped = escapedScript(write(text));
      expect(escaped).not.toMatch(/[\u0100-\uFFFF]/);
      expect(valueOf(escaped)).toEqual(valueOf(write(text)));
    }),
  );
});

test.each([
  ["what is taken as it is written", "String.raw`’`"],
  ["what would be no program", "({ 𝒳: 1 }).𝒳"],
  ["a blank between two words", "const\u2003a = 1"],
])("%s stays as it is", (_, script) => {
  expect(escapedScript(script)).toBe(script);
});

test.each([
  String.raw`"don\’t"`,
  String.raw`"a \\’ b"`,
  String.raw`/[\’“-”]+\\…/.exec("’\\…").index`,
  String.raw`/[😀]/u.test("😀")`,
  "(({ кількість: n }) => n)({ кількість: 2 })",
])("%s is the same program when it is escaped", (expression) => {
  const escaped = escapedScript(expression);
  expect(escaped).not.toMatch(/[\u0100-\uFFFF]/);
  expect(valueOf(escaped)).toEqual(valueOf(expression));
});

test("a script that several routes share is loaded once by all of them", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "scripts-"));
  const chunk = "module.exports=[1,()=>'’']";
  const files = ["chunks/a.js", "chunks/b.js", "chunks/ssr/c.js", "other.js"].map((name) =>
    path.join(folder, name),
  );
  mkdirSync(path.join(folder, "chunks/ssr"), { recursive: true });
  const [a = "", b = "", c = "", other = ""] = files;
  for (const file of [a, b, c]) writeFileSync(file, chunk);
  writeFileSync(other, "module.exports={}");
  makeLean(folder);
  const require = createRequire(a);
  const loaded = require(a) as [number, () => string];
  expect([loaded[0], loaded[1]()]).toEqual([1, "’"]);
  expect(require(b)).toBe(loaded);
  expect(require(c)).toBe(loaded);
  expect(readFileSync(other, "utf8")).toBe("module.exports={}");
  rmSync(folder, { recursive: true });
});
