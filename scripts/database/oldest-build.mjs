// Whether this build can run on a database with newer migrations: each of them states the oldest build that can.
import { readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../base/paths.mjs";
import { PlainError } from "../base/plain-error.mjs";

/** @type {string} */
export const BUILD = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")).version;

/**
 * @param {import("pg").Client} client
 * @param {string[]} newer migrations that only the database has
 * @param {{ name: string }[]} pending migrations that only this checkout has
 */
export async function checkBuild(client, newer, pending) {
  if (newer.length === 0) return;
  const builds = await oldestBuilds(client);
  for (const name of newer) {
    const oldest = builds.get(name);
    if (oldest === undefined)
      throw new PlainError(`The database is newer than this checkout: it has the migration ${name}.`);
    if (isBefore(BUILD, oldest))
      throw new PlainError(
        `The database is newer than this checkout: its migration ${name} needs build ${oldest} or later, and this is ${BUILD}.`,
      );
  }
  if (pending.length > 0)
    throw new PlainError(
      `The database is newer than this checkout, and lacks its migration ${pending[0]?.name}. Use a build that has both.`,
    );
}

/** @param {import("pg").Client} client @returns {Promise<Map<string, string>>} */
async function oldestBuilds(client) {
  const { rows: tables } = await client.query("SELECT to_regclass('audit.oldest_build') AS name");
  if (tables[0].name === null) return new Map();
  const { rows } = await client.query("SELECT migration, build FROM audit.oldest_build");
  return new Map(rows.map(({ migration, build }) => [migration, build]));
}

/**
 * 0.10.0 comes after 0.9.0. `findSchema` in lib/db/state.ts compares in the same way.
 * @param {string} one @param {string} other
 */
const isBefore = (one, other) => one.localeCompare(other, "en", { numeric: true }) < 0;
