// Makes Next's scripts for the server take less memory. V8 keeps the text of a program while it runs: one
// byte for each character, or two if a single one is beyond Latin-1, and many scripts contain such an
// apostrophe. Next can't be configured to escape it, and it writes the same script again for each route that
// loads it first.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { compileFunction } from "node:vm";

/** Rewrites the scripts in a folder and its subfolders. @param {string} folder */
export function makeLean(folder) {
  /** @type {Map<string, string>} */
  const files = new Map();
  for (const file of scriptsIn(folder)) {
    const script = readFileSync(file, "utf8");
    const same = script.startsWith(CHUNK) ? files.get(script) : undefined;
    files.set(script, same ?? file);
    const lean = same === undefined ? escapedScript(script) : asIn(same, file);
    if (lean !== script) writeFileSync(file, lean);
  }
}

/** Sorted. @param {string} folder */
const scriptsIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".js"))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();

/** A list of modules and nothing else: it does the same wherever it is. */
const CHUNK = "module.exports=[";

/** @param {string} same @param {string} file */
const asIn = (same, file) =>
  `module.exports=require(${JSON.stringify(`./${path.relative(path.dirname(file), same)}`)})`;

/**
 * The same program with escapes. Such characters are in texts, templates, patterns, names and comments, where
 * an escape means the same; a backslash before one means nothing, but would escape the escape. A script stays
 * as it is if it has `String.raw`, which doesn't interpret escapes, or if the result doesn't parse, as with
 * such a character between words.
 * @param {string} script
 */
export function escapedScript(script) {
  if (!BEYOND_LATIN_1.test(script) || script.includes(".raw`")) return script;
  const escaped = script.replace(
    /(\\*)([\u0100-\uFFFF])/g,
    (_, /** @type {string} */ before, /** @type {string} */ character) =>
      `${before.slice(before.length % 2)}\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return isProgram(escaped) ? escaped : script;
}

const BEYOND_LATIN_1 = /[\u0100-\uFFFF]/;

/** @param {string} script */
function isProgram(script) {
  try {
    compileFunction(script, ["exports", "require", "module"]);
    return true;
  } catch {
    return false;
  }
}
