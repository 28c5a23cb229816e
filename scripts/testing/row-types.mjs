import { readFileSync } from "node:fs";
import path from "node:path";

/**
 * The SQL queries described by tests/support/row-types for which no test has seen a row.
 * @param {string} folder where a run of all tests has noted them
 * @returns {string[]}
 */
export function unanswered(folder) {
  const read = (/** @type {string} */ file) => readFileSync(path.join(folder, file), "utf8");
  const answered = new Set(read("answered.txt").split("\n"));
  /** @type {{ calls: { file: string, from: number[] }[] }} */
  const { calls } = JSON.parse(read("described.json"));
  return calls.map(({ file, from }) => `${file}:${from.join(":")}`).filter((place) => !answered.has(place));
}
