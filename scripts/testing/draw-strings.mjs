// Draws English texts at random, to be read as a stranger would and compared with the rules of plain words:
// node scripts/testing/draw-strings.mjs [--seed 17] [--count 200]. The same seed draws the same texts while these don't change.
import { createHash, randomInt } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

const FOLDER = path.resolve(import.meta.dirname, "../../lib/i18n/messages/en");

const { values } = parseArgs({
  options: { seed: { type: "string" }, count: { type: "string", default: "200" } },
});
const seed = values.seed ?? String(randomInt(1_000_000));
const all = readdirSync(FOLDER).flatMap((file) =>
  textsIn(JSON.parse(readFileSync(path.join(FOLDER, file), "utf8")), path.basename(file, ".json")),
);
const place = (/** @type {string} */ name) => createHash("sha256").update(`${seed} ${name}`).digest("hex");
const drawn = all
  .map(([name, text]) => ({ name, text, place: place(name) }))
  .sort((a, b) => (a.place < b.place ? -1 : 1))
  .slice(0, Number(values.count));
console.log(`seed ${seed}: ${drawn.length} of ${all.length} texts`);
for (const { name, text } of drawn) console.log(`${name}\n  ${text}`);

/** @param {object} node @param {string} name @returns {[string, string][]} */
function textsIn(node, name) {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${name}.${key}`, value]] : textsIn(value, `${name}.${key}`),
  );
}
