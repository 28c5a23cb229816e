// Text that is made while a file is loaded stays in the language of the first reader. And a page that doesn't wait until
// its reader is known would be in English.
import { readdirSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { parsedFile } from "../support/files/parsed";

const ROOT = path.resolve(import.meta.dirname, "../..");
const WORDS = /^@\/lib\/i18n\/|^\.\/(translator|when|numbers|words|[a-z]+-words|participant-name|reader)$/;
/** Makes something that speaks later. */
const LATER = ["translator"];

const sources = ["app", "components", "lib"].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("db/generated"))
    .map((file) => path.join(folder, file)),
);
const read = (file: string): string => parsedFile(file).text;
const written = (text: string): ts.SourceFile =>
  ts.createSourceFile("a.tsx", text, ts.ScriptTarget.Latest, true);

test("no text is made while a file is loaded", () => {
  expect(sources.length).toBeGreaterThan(500);
  expect(sources.flatMap((file) => saidAtOnce(parsedFile(file)))).toEqual([]);
});

test("text that is made too early is found", () => {
  const file = (text: string) =>
    saidAtOnce(
      written(`import { translator } from "@/lib/i18n/translator";\nconst t = translator("ui");\n${text}`),
    );
  expect(file('const title = t("problem");')).toHaveLength(1);
  expect(file('export const metadata = { title: t("problem") };')).toHaveLength(1);
  expect(file("const all = [1].map((n) => t(`a.${n}`));")).toHaveLength(1);
  expect(file('const later = () => t("problem");')).toEqual([]);
  expect(file('function later() { return t("problem"); }')).toEqual([]);
});

const PAGES = sources.filter((file) => /^app\/(?!api|bench).*\/?(page|layout)\.tsx$/.test(file));
const KNOWS = /\b(readAt|requireActorPage|readerLanguage|notFound|load\w+)\(/;

test("every page asks who reads it, and a page's title waits for the reader's language", () => {
  expect(PAGES.length).toBeGreaterThan(60);
  for (const file of PAGES) {
    const text = read(file);
    expect(text.slice(text.indexOf("export default")), file).toMatch(KNOWS);
    expect(text, file).not.toContain("export const metadata");
    const [, title] = /export async function generateMetadata([\s\S]*?\n)\}\n/.exec(text) ?? [];
    if (title !== undefined) expect(title, file).toMatch(/await readerLanguage\(/);
  }
});

test("no page fixes the language of figures, dates or sorting", () => {
  const fixed = sources
    .filter((file) => /^(app|components)\//.test(file))
    .flatMap((file) =>
      (read(file).match(/\.(?:toLocale\w+|localeCompare)\([^)]*"en|new Intl\.\w+\("en/g) ?? []).map(
        (found) => `${file}: ${found}`,
      ),
    );
  expect(fixed).toEqual([]);
});

test("a page leaves colons, semicolons and quotation marks to the reader's language", () => {
  const set = sources
    .filter((file) => /^(app\/\(register\)|components)\//.test(file))
    .flatMap((file) => signsIn(parsedFile(file)));
  expect(set).toEqual([]);
  expect(signsIn(written("const a = <p>{t('label')}: {value}</p>;"))).toHaveLength(1);
  expect(signsIn(written("const a = <p>“{value}”</p>;"))).toHaveLength(2);
  expect(signsIn(written("const a = `${label}: ${value}`;"))).toHaveLength(1);
  expect(signsIn(written('const a = parts.join("; ");'))).toHaveLength(1);
  expect(signsIn(written("const a = `${leaf}:${value}`;"))).toEqual([]);
});

/** Texts that begin with a colon or semicolon, or contain quotation marks. */
function signsIn(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    const isText =
      ts.isJsxText(node) ||
      ts.isStringLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node);
    if (isText && /^\s*[:;]\s|[“”„«»]/.test(node.text) && !/[=/]/.test(node.text))
      found.push(`${source.fileName}: ${node.text.trim()}`);
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

/** Each call at the top level of a file to something that makes text. */
function saidAtOnce(source: ts.SourceFile): string[] {
  const speakers = new Set<string>();
  const found: string[] = [];
  for (const statement of source.statements) {
    if (
      ts.isImportDeclaration(statement) &&
      WORDS.test((statement.moduleSpecifier as ts.StringLiteral).text)
    ) {
      const names = statement.importClause?.namedBindings;
      if (names && ts.isNamedImports(names)) for (const { name } of names.elements) speakers.add(name.text);
    }
    if (ts.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations)
        if (initializer?.getText(source).startsWith("translator(")) speakers.add(name.getText(source));
  }
  if (speakers.size === 0) return found;
  const look = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && !isCalledAtOnce(node)) return;
    if (ts.isCallExpression(node)) {
      const name = node.expression.getText(source);
      if (speakers.has(name) && !LATER.includes(name))
        found.push(`${source.fileName}: ${node.getText(source)}`);
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

/** A function passed to a list's method runs when the file is loaded. */
function isCalledAtOnce({ parent }: ts.Node): boolean {
  return (
    ts.isCallExpression(parent) &&
    ts.isPropertyAccessExpression(parent.expression) &&
    ["map", "flatMap", "filter", "reduce", "sort", "forEach"].includes(parent.expression.name.text)
  );
}
