// Every class that the styles speak of is somebody's: what nobody has any more goes with its rules.
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

test.each(readdirSync(STYLES).filter((name) => name.endsWith(".css")))("%s", (name) => {
  const rules = readFileSync(path.join(STYLES, name), "utf8").replace(/\/\*[\s\S]*?\*\/|url\([^)]*\)/g, "");
  const classes = new Set([...rules.matchAll(/\.(-?[a-zA-Z_][\w-]*)/g)].map(([, one = ""]) => one));
  const nobodys = [...classes].filter((one) => !words.has(one) && !begun.some((word) => word.test(one)));
  expect(nobodys).toEqual([]);
});
