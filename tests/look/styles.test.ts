// Every class in the styles is used: one that no element has any more goes, with its rules.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../..");
const STYLES = path.join(ROOT, "app/styles");

const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && ending.test(one.name))
    .map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), "utf8"));

const sources = ["app", "components", "lib"].flatMap((folder) => filesIn(folder, /\.(tsx?|mjs|json)$/));
const words = new Set<string>();
const begun: RegExp[] = [];
for (const source of sources)
  for (const [literal] of source.matchAll(/"[^"\n]*"|'[^'\n]*'|`[^`]*`/g))
    for (const word of literal.slice(1, -1).split(/[\s"'<>=]+/))
      if (!word.includes("${")) words.add(word);
      // `f-${family}` and `u${step}`: a word behind a hyphen, else a number.
      else if (/^[\w-]+\$\{/.test(word))
        begun.push(new RegExp(`^${(word.split("${")[0] ?? "").replace(/-$/, "-\\w+")}(\\d+)?$`));

test.each(readdirSync(STYLES).filter((name) => name.endsWith(".css")))("%s has no unused class", (name) => {
  const rules = readFileSync(path.join(STYLES, name), "utf8").replace(/\/\*[\s\S]*?\*\/|url\([^)]*\)/g, "");
  const classes = new Set([...rules.matchAll(/\.(-?[a-zA-Z_][\w-]*)/g)].map(([, one = ""]) => one));
  const nobodys = [...classes].filter((one) => !words.has(one) && !begun.some((word) => word.test(one)));
  expect(nobodys).toEqual([]);
});

/** Files that all pages share. Each other file styles pages of one kind. */
const SHARED =
  "base blocks controls dates dialog form print shell tables text theme tokens fonts marks".split(" ");
/** Parts that are the same on pages of several kinds. */
const BORROWED = "change-list declined-cell evidence-head peek source-line swatch".split(" ");

test("a class that is styled for one kind of page is in no other's file, unless it is listed", () => {
  const dressedBy = new Map<string, Set<string>>();
  const usedBy = new Map<string, Set<string>>();
  const note = (map: Map<string, Set<string>>, one: string, file: string) =>
    map.set(one, (map.get(one) ?? new Set()).add(file));
  for (const file of readdirSync(STYLES).filter((name) => !SHARED.includes(path.basename(name, ".css"))))
    for (const selector of selectorsIn(readFileSync(path.join(STYLES, file), "utf8"))) {
      for (const [, one = ""] of selector.matchAll(/\.(-?[a-zA-Z_][\w-]*)/g)) note(usedBy, one, file);
      const [, alone] = /^\.([\w-]+)(?:::?[\w-]+)*$/.exec(selector) ?? [];
      if (alone !== undefined) note(dressedBy, alone, file);
    }
  const collide = [...dressedBy].filter(
    ([one, files]) => new Set([...files, ...(usedBy.get(one) ?? [])]).size > 1,
  );
  expect(collide.map(([one]) => one).sort()).toEqual(BORROWED);
});

const selectorsIn = (css: string): string[] =>
  [...css.replace(/\/\*[\s\S]*?\*\//g, "").matchAll(/([^{};]+)\{/g)]
    .flatMap(([, list = ""]) => list.split(","))
    .map((selector) => selector.trim())
    .filter((selector) => !selector.startsWith("@"));
