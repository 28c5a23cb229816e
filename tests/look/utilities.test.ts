// How far pages are written in utilities of Tailwind. The figures may only improve: write a better one down here.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { compile } from "tailwindcss";
import ts from "typescript";
import { expect, test } from "vitest";
import { parsedFile } from "../support/files/parsed";

const ROOT = path.resolve(import.meta.dirname, "../..");
const STYLES = path.join(ROOT, "app/styles");

const [DECLARED, SHORT, SHARE] = [950, 0, 0.87];

/** Where declarations of our own belong. */
const OWN = ["tokens.css", "theme.css", "fonts.css", "print.css", "charts.css"];

const plain = (css: string): string => css.replace(/\/\*[\s\S]*?\*\/|"[^"]*"|url\([^)]*\)/g, '""');
const sheets = readdirSync(STYLES)
  .filter((name) => name.endsWith(".css"))
  .map((name) => ({ name, css: plain(readFileSync(path.join(STYLES, name), "utf8")) }));

/** Classes in rules of our own. */
const dressed = new Set(
  sheets.flatMap(({ css }) =>
    [...css.matchAll(/\.([a-zA-Z][\w-]*)(?=[^;{}]*\{)/g)].map(([, one = ""]) => one),
  ),
);

const worn = ["app", "components"].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => classesIn(path.join(folder, name))),
);

test("declarations of our own don't become more", () => {
  const declared = sheets
    .filter(({ name }) => !OWN.includes(name))
    .map(({ css }) => [...css.matchAll(/[\w-]+\s*:[^{};]+;/g)].length);
  expect(declared.length).toBeGreaterThan(20);
  expect(declared.reduce((all, some) => all + some, 0)).toBeLessThanOrEqual(DECLARED);
});

test("no class of our own has fewer than four letters", () => {
  expect([...dressed].filter((one) => one.length < 4).length).toBeLessThanOrEqual(SHORT);
});

test("the share of utilities among the classes of elements doesn't fall", async () => {
  const known = await utilitiesAmong(worn);
  const utilities = worn.filter((one) => known.has(one)).length;
  const own = worn.filter((one) => !known.has(one) && dressed.has(one)).length;
  expect(worn.length).toBeGreaterThan(4_000);
  expect(utilities / (utilities + own)).toBeGreaterThanOrEqual(SHARE);
});

/** Those for which Tailwind, with our theme, has a rule. */
async function utilitiesAmong(classes: readonly string[]): Promise<Set<string>> {
  const theme = readFileSync(path.join(STYLES, "theme.css"), "utf8");
  const tailwind = await compile(`@import "tailwindcss" source(none);\n${theme}`, {
    base: ROOT,
    loadStylesheet: (id, base) => {
      const file = path.join(ROOT, "node_modules/tailwindcss", id === "tailwindcss" ? "index.css" : id);
      return Promise.resolve({ path: file, base, content: readFileSync(file, "utf8") });
    },
  });
  const built = tailwind.build([...classes]);
  return new Set(
    [...built.matchAll(/\.((?:\\.|[\w-])+)/g)].map(([, one = ""]) => one.replace(/\\(.)/g, "$1")),
  );
}

/** In attributes and properties for an element's class, in calls that join classes, and in named looks. */
function classesIn(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node, inside: boolean): void => {
    const given =
      inside ||
      ((ts.isJsxAttribute(node) || ts.isPropertyAssignment(node)) &&
        /class(Name)?$/i.test(node.name.getText())) ||
      (ts.isCallExpression(node) && /^(classes|\w+Look)$/.test(node.expression.getText())) ||
      (ts.isVariableStatement(node) && /looks?\.ts$/.test(file));
    if (
      given &&
      (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
    )
      found.push(...node.text.split(/\s+/).filter((one) => one !== ""));
    ts.forEachChild(node, (child) => visit(child, given));
  };
  visit(parsedFile(file), false);
  return found;
}
