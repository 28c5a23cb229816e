// How many files a folder has, how long files and functions are, how many levels folders form, and that a name is found in
// one place.
import { execFileSync, spawnSync } from "node:child_process";
import path from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { parsedFile } from "./support/files/parsed";

const ROOT = path.resolve(import.meta.dirname, "..");
const FILES = filesIn("app", "components", "lib");
const CODE = FILES.filter((file) => !file.endsWith(".css")).map(read);

describe("folders", () => {
  /** More entries than 20, each with its reason. */
  const LARGER: Record<string, number> = {
    // The capabilities and the floors under them.
    lib: 24,
    // The capabilities and floors of lib, and what has no folder there.
    tests: 40,
    // One per kind of record.
    "lib/db/records": 30,
    // One per part of the page; routes.
    "app/styles": 38,
    "app/(register)": 42,
  };

  test("have at most 20 entries, or a reason", () => {
    const entries = new Map<string, Set<string>>();
    for (const file of [...FILES, ...filesIn("scripts", "bench", "prisma", "e2e", "tests")]) {
      const parts = file.split("/");
      for (let depth = 1; depth < parts.length; depth += 1) {
        const folder = parts.slice(0, depth).join("/");
        entries.set(folder, (entries.get(folder) ?? new Set()).add(parts[depth] ?? ""));
      }
    }
    expect(entries.size).toBeGreaterThan(100);
    const larger = [...entries].filter(([folder, { size }]) => size > (LARGER[folder] ?? 20));
    expect(larger.map(([folder, { size }]) => `${folder}: ${size}`)).toEqual([]);
  });

  test.each([
    ["of the domain", /^lib\/domain\/([^/]+)\//, 9, 15],
    ["of lib/db", /^lib\/db\/([^/]+)\//, 5, 12],
    ["of lib", /^lib\/([^/]+)\//, 5, 20],
  ])("%s form no circle, and few levels", (_, folderOf, most, least) => {
    const graph = foldersOf(folderOf);
    expect(graph.size).toBeGreaterThanOrEqual(least);
    expect(levelsOf(graph)).toBeLessThanOrEqual(most);
  });
  test("a planted circle is found", () => {
    const graph = new Map([
      ["a", new Set(["b"])],
      ["b", new Set(["a"])],
    ]);
    expect(() => levelsOf(graph)).toThrow("a → b → a");
  });
});

/** What a page shows of several capabilities is in a file named by a noun, or in the page. */
test("no file of app is named load-…", () => {
  const app = FILES.filter((file) => file.startsWith("app/"));
  expect(app.length).toBeGreaterThan(150);
  const named = (file: string) => path.basename(file).startsWith("load-");
  expect(app.filter(named)).toEqual([]);
  expect(named("app/(register)/load-names.ts")).toBe(true);
});

describe("files and functions", () => {
  /** One file on purpose: each package has a copy. */
  const LONG = ["lib/verifier/verify.mjs"];

  test("files are short: half of them under 60 lines, nine of ten under 130, all under 300", () => {
    const lines = CODE.filter(({ file }) => !LONG.includes(file))
      .map(({ text }) => text.split("\n").length - 1)
      .sort((a, b) => a - b);
    expect(lines.at(Math.floor(lines.length / 2))).toBeLessThanOrEqual(60);
    expect(lines.at(Math.floor(lines.length * 0.9))).toBeLessThanOrEqual(130);
    expect(lines.at(-1)).toBeLessThanOrEqual(300);
  });

  test.each([
    ["lib", 80],
    ["components", 100],
  ])("a function of %s has at most %d lines", (folder, most) => {
    const code = CODE.filter(
      ({ file }) => file.startsWith(`${folder}/`) && !file.startsWith("lib/verifier/"),
    );
    expect(code.length).toBeGreaterThan(200);
    expect(code.flatMap((one) => longerThan(most, one))).toEqual([]);
  });
  test("a planted function that is too long is found", () => {
    const text = ["export function Form() {", ..."x".repeat(99).split(""), "}"].join("\n");
    const source = ts.createSourceFile("form.tsx", text, ts.ScriptTarget.Latest, true);
    expect(longerThan(101, { file: "form.tsx", source })).toEqual([]);
    expect(longerThan(100, { file: "form.tsx", source })).toEqual(["form.tsx: 101"]);
  });
});

test("an exported name is defined in one file", () => {
  /** Two programs that share nothing but the name. */
  const TWICE = ["addressIn"];
  /** Names that Next expects of routes and pages. */
  const GIVEN =
    /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|generateMetadata|metadata|dynamic|viewport|config|proxy|register)$/;
  const places = new Map<string, Set<string>>();
  for (const { file, source } of CODE)
    for (const name of exportedIn(source)) {
      if (GIVEN.test(name) && (file.startsWith("app/") || !file.includes("/"))) continue;
      places.set(name, (places.get(name) ?? new Set()).add(file));
    }
  expect(places.size).toBeGreaterThan(2_000);
  const several = [...places].filter(([name, files]) => files.size > 1 && !TWICE.includes(name));
  expect(several.map(([name, files]) => `${name}: ${[...files].join(" ")}`)).toEqual([]);
});

interface Source {
  file: string;
  text: string;
  source: ts.SourceFile;
}

function read(file: string): Source {
  const source = parsedFile(file);
  return { file, text: source.text, source };
}

/** Which folders import which, by the imports of their files. */
function foldersOf(folderOf: RegExp): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const { file, source } of CODE) {
    const from = folderOf.exec(file)?.[1];
    if (from === undefined || from === "generated") continue;
    const to = graph.get(from) ?? new Set();
    graph.set(from, to);
    for (const imported of importsOf(file, source)) {
      const folder = folderOf.exec(imported)?.[1];
      if (folder !== undefined && folder !== from && folder !== "generated") to.add(folder);
    }
  }
  return graph;
}

const IMPORTS = new Map<string, string[]>();

/** Our files that a file imports, as paths from the repository. */
function importsOf(file: string, { text }: ts.SourceFile): string[] {
  const imports =
    IMPORTS.get(file) ??
    ts
      .preProcessFile(text, true, true)
      .importedFiles.map(({ fileName }) =>
        fileName.startsWith("@/")
          ? fileName.slice(2)
          : fileName.startsWith(".")
            ? path.join(path.dirname(file), fileName)
            : "",
      );
  IMPORTS.set(file, imports);
  return imports;
}

/** The longest chain of folders that import one another. */
function levelsOf(graph: Map<string, Set<string>>): number {
  const known = new Map<string, number>();
  const levelOf = (folder: string, above: string[]): number => {
    if (above.includes(folder)) throw new Error([...above, folder].join(" → "));
    const level =
      known.get(folder) ??
      1 + Math.max(0, ...[...(graph.get(folder) ?? [])].map((below) => levelOf(below, [...above, folder])));
    known.set(folder, level);
    return level;
  };
  return Math.max(...[...graph.keys()].map((folder) => levelOf(folder, [])));
}

const longerThan = (most: number, { file, source }: Pick<Source, "file" | "source">): string[] =>
  functionsIn(source)
    .filter(({ lines }) => lines > most)
    .map(({ lines }) => `${file}: ${lines}`);

function functionsIn(source: ts.SourceFile): { lines: number }[] {
  const found: { lines: number }[] = [];
  const lineAt = (place: number) => source.getLineAndCharacterOfPosition(place).line;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && "body" in node && node.body)
      found.push({ lines: lineAt(node.end) - lineAt(node.getStart()) + 1 });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const exportedIn = ({ text }: ts.SourceFile): string[] =>
  [
    ...text.matchAll(
      /^export (?:async )?(?:abstract )?(?:const|let|function\*?|class|interface|type|enum) (\w+)/gm,
    ),
  ].map(([, name]) => name ?? "");

describe("what lib/README.md says to read", () => {
  const told = [
    ...read("lib/README.md").text.matchAll(/\*\*(How a [^*:]*):?\*\*[^\n]*read\n((?:`[^`]+`[,.]\s)+)/g),
  ].map(([, title = "", list = ""]) => ({
    title,
    files: [...list.matchAll(/`([^`]+)`/g)].map(([, file = ""]) =>
      /^(app|components)\//.test(file) ? file : `lib/${file}`,
    ),
  }));

  test("are a write, a decision and a page, in six files, six and five", () => {
    expect(told.map(({ files }) => files.length)).toEqual([6, 6, 5]);
  });
  test.each(told)("$title: these files exist, and each is needed by another of them", ({ files }) => {
    const texts = files.map(read);
    for (const file of files.slice(1)) {
      const name = (file.split("/").at(-1) ?? "").replace(/[.]tsx?$/, "");
      const users = texts.filter(({ text }) => new RegExp(`from "[^"]*/${name}"`).test(text));
      expect(
        users.map((one) => one.file),
        file,
      ).not.toEqual([]);
    }
  });
});

test("lib/README.md names only files that exist, by their path or by a name that some file has", () => {
  const there = filesIn(".");
  const names = [...read("lib/README.md").text.matchAll(/`([\w().[\]/-]+[.](?:tsx?|mjs))`/g)];
  expect(names.length).toBeGreaterThan(100);
  const missing = names
    .map(([, name = ""]) => name)
    .filter((name) => !there.includes(name) && !there.includes(`lib/${name}`))
    .filter((name) => name.includes("/") || !there.some((file) => file.endsWith(`/${name}`)));
  expect(missing).toEqual([]);
});

describe("the table of capabilities in lib/README.md", () => {
  /** By the folder of lib: its nouns, without remarks in brackets. */
  const rows = [...read("lib/README.md").text.matchAll(/^\| (`[^|]+) \| ([^|]+) \|$/gm)].map(
    ([, names = "", nouns = ""]) => ({
      folders: [...names.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
      nouns: nouns
        .replaceAll(/\([^)]*\)/g, "")
        .split(",")
        .flatMap((noun) => noun.trim() || []),
    }),
  );

  test("names every folder of a noun that there is, and no other", () => {
    const floors = /^(api|auth|client|db|domain|http|i18n|platform|schema|verifier)$/;
    const there = new Map<string, Set<string>>();
    for (const file of FILES) {
      const [, folder = "", noun = ""] = /^lib\/([^/]+)\/(?:([^/]+)\/)?[^/]+$/.exec(file) ?? [];
      if (folder === "" || floors.test(folder)) continue;
      there.set(folder, (there.get(folder) ?? new Set()).add(noun));
    }
    const listed = rows.flatMap(({ folders, nouns }) => folders.map((folder) => [folder, nouns] as const));
    const sorted = (entries: Iterable<readonly [string, Iterable<string>]>) =>
      Object.fromEntries([...entries].map(([folder, nouns]) => [folder, [...nouns].filter(Boolean).sort()]));
    expect(sorted(listed)).toEqual(sorted(there));
  });
});

/** In the copies that the long run makes, one of them is applied. */
test.each(["field", "operation"])("docs/first-change/%s.patch still fits", (name) => {
  const patch = `docs/first-change/${name}.patch`;
  const [fits, isApplied] = [[], ["--reverse"]].map(
    (way) => spawnSync("git", ["apply", "--check", ...way, patch], { cwd: ROOT }).status === 0,
  );
  expect(fits || isApplied).toBe(true);
});

function filesIn(...folders: string[]): string[] {
  const args = ["ls-files", "--cached", "--others", "--exclude-standard", ...folders];
  return execFileSync("git", args, { cwd: ROOT, encoding: "utf8" })
    .split("\n")
    .filter((file) => /\.(ts|tsx|mjs|css)$/.test(file));
}
