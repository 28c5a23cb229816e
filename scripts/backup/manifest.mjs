// The account of a backup: backup.json, and the hash of every file in the format of `sha256sum --check`.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { PlainError } from "../base/plain-error.mjs";

export const FORMAT = 1;
export const MANIFEST = "manifest-sha256.txt";

/**
 * @typedef {object} Account
 * @property {number} format
 * @property {string} madeAt
 * @property {"embedded" | "dump"} kind
 * @property {number} postgres major version of the server
 * @property {string | null} schema the last applied migration
 * @property {number} entries at least, in the log
 * @property {string[]} [folders] empty ones in PostgreSQL's data
 * @property {string} [application] name of the application's login
 * @property {number} [writtenBy] major version of pg_dump
 */

/** @param {ReadonlyMap<string, string>} hashes */
export const backupManifest = (hashes) =>
  [...hashes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, hash]) => `${hash}  ${name}\n`)
    .join("");

/**
 * The account of the backup in this folder, after every file's hash was checked.
 * @param {string} folder
 * @param {AbortSignal} [stop]
 * @returns {Promise<Account>}
 */
export async function readWhole(folder, stop) {
  const promised = await promisedIn(folder);
  const there = await filesIn(folder);
  const stray = there.find((name) => name !== MANIFEST && !promised.has(name));
  if (stray !== undefined) throw damaged(folder, `${stray} doesn't belong to it`);
  const known = new Set(there);
  for (const [name, hash] of promised) {
    stop?.throwIfAborted();
    if (!known.has(name)) throw damaged(folder, `${name} is missing`);
    if ((await hashOf(path.join(folder, name))) !== hash)
      throw damaged(folder, `${name} was changed after it was written`);
  }
  if (!promised.has("backup.json")) throw damaged(folder, "backup.json is missing");
  /** @type {Account} */
  const account = JSON.parse(await readFile(path.join(folder, "backup.json"), "utf8"));
  if (account.format !== FORMAT)
    throw new PlainError(
      `${folder} was written by a later version of the register (format ${account.format}).`,
    );
  return account;
}

const damaged = (/** @type {string} */ folder, /** @type {string} */ what) =>
  new PlainError(`The backup ${folder} is damaged: ${what}. Nothing was restored.`);

/** @param {string} folder */
async function promisedIn(folder) {
  const text = await readFile(path.join(folder, MANIFEST), "utf8").catch((error) => {
    throw new PlainError(
      `${folder} is not a complete backup: its ${MANIFEST} can't be read (${error.code}). Give the folder that \`npm run backup\` printed.`,
    );
  });
  const lines = text.split("\n");
  if (lines.pop() !== "" || lines.length === 0) throw damaged(folder, `${MANIFEST} is cut off`);
  return new Map(
    lines.map((line, index) => {
      const [, hash, name] = /^([0-9a-f]{64}) {2}([^/].*)$/.exec(line) ?? [];
      if (!hash || !name || name.split("/").includes(".."))
        throw damaged(folder, `line ${index + 1} of ${MANIFEST} can't be read`);
      return /** @type {const} */ ([name, hash]);
    }),
  );
}

/** @param {string} folder @param {string} [below] @returns {Promise<string[]>} */
export async function filesIn(folder, below = "") {
  const found = [];
  for (const entry of await readdir(path.join(folder, below), { withFileTypes: true })) {
    const name = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await filesIn(folder, name)));
    else found.push(name);
  }
  return found;
}

/** @param {string} file */
async function hashOf(file) {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}
