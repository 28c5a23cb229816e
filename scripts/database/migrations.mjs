// The migrations of this checkout, and which of them a database lacks.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { checkBuild } from "./oldest-build.mjs";
import { ROOT } from "../base/paths.mjs";
import { PlainError } from "../base/plain-error.mjs";

/** @typedef {{ name: string, sql: string, checksum: string }} Migration */

const MIGRATIONS = path.join(ROOT, "prisma/migrations");
/** The migrations that created databases before there was a baseline. */
const EARLIER = path.join(ROOT, "prisma/migrations-before-1.0");
const BASELINE = "20261203000000_baseline";

/**
 * @param {import("pg").Client} client
 * @returns {Promise<{ pending: Migration[], recordOnly: string | null, newer: string[] }>}
 *   `recordOnly`: the migration whose schema earlier ones have created; `newer`: migrations of the database that this checkout lacks
 */
export async function planFor(client) {
  const { rows } = await client.query(
    "SELECT migration_name AS name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name",
  );
  const earlier = migrationsIn(EARLIER);
  const isOlder = rows.some(({ name }) => earlier.some((one) => one.name === name));
  const ours = [...(isOlder ? earlier : []), ...migrationsIn(MIGRATIONS)];
  checkRecords(rows, ours);
  const recorded = new Set(rows.map(({ name }) => name));
  const pending = ours.filter(({ name }) => !recorded.has(name));
  const newer = rows.map(({ name }) => name).filter((name) => !ours.some((one) => one.name === name));
  await checkBuild(client, newer, pending);
  return { pending, recordOnly: isOlder ? BASELINE : null, newer };
}

/** @param {{ name: string, checksum: string, finished_at: Date | null }[]} records @param {Migration[]} ours */
function checkRecords(records, ours) {
  const checksums = new Map(ours.map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum, finished_at } of records) {
    if (!finished_at) throw new PlainError(`The migration ${name} failed earlier. Fix the database first.`);
    if (checksums.has(name) && checksums.get(name) !== checksum)
      throw new PlainError(`The migration ${name} was changed after it was applied here.`);
  }
}

/** @param {string} folder @returns {Migration[]} */
function migrationsIn(folder) {
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, file: path.join(folder, name, "migration.sql") }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => {
      const sql = readFileSync(file, "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}
