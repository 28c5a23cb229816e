// Applies prisma/migrations with nothing but SQL, in the table that Prisma's own tool keeps: whoever can download
// its engine may use `prisma migrate deploy` on the same database.
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { withClient } from "./database-client.mjs";
import { ROOT, runsItself } from "./paths.mjs";
import { PlainError, run } from "./plain-error.mjs";

const FOLDER = path.join(ROOT, "prisma/migrations");
// The lock that Prisma's tool takes.
const LOCK = 72707369;
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY NOT NULL, checksum varchar(64) NOT NULL, finished_at timestamptz,
  migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

export const TRIGGERS_ALONE =
  "The application's login is the owner's, or can act as it: the log is guarded by triggers alone. DATABASE_OWNER_URL separates them.";

// True of a superuser as well.
const ACTS_AS_OWNER =
  "SELECT pg_has_role($1, relowner, 'MEMBER') AS acts FROM pg_class WHERE oid = 'audit.event'::regclass";

/** @typedef {{ name: string, sql: string, checksum: string }} Migration */

/**
 * Brings the database up to date and grants the application's login what it needs.
 * @param {{ ownerUrl: string, appLogin: string }} given
 * @returns {Promise<{ applied: string[], guardedByTriggersAlone: boolean }>}
 */
export async function migrate({ ownerUrl, appLogin }) {
  return withClient(ownerUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    await client.query(TABLE);
    const applied = [];
    for (const migration of await pending(client)) {
      await apply(client, migration);
      applied.push(migration.name);
    }
    await client.query("SELECT audit.grant_application($1)", [appLogin]);
    const { rows } = await client.query(ACTS_AS_OWNER, [appLogin]);
    return { applied, guardedByTriggersAlone: rows[0].acts };
  });
}

/** @param {import("pg").Client} client */
async function pending(client) {
  const { rows } = await client.query(
    "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  const records = new Map(rows.map((row) => [row.migration_name, row]));
  const ours = migrations();
  for (const { name, checksum } of ours) {
    const record = records.get(name);
    if (record && !record.finished_at)
      throw new PlainError(`The migration ${name} has failed earlier. Mend the database first.`);
    if (record && record.checksum !== checksum)
      throw new PlainError(`The migration ${name} was changed after it was applied here.`);
  }
  const unknown = [...records.keys()].find((name) => !ours.some((one) => one.name === name));
  if (unknown)
    throw new PlainError(`The database is newer than this checkout: it has the migration ${unknown}.`);
  return ours.filter(({ name }) => !records.has(name));
}

/** @returns {Migration[]} */
function migrations() {
  return readdirSync(FOLDER)
    .sort()
    .map((name) => ({ name, file: path.join(FOLDER, name, "migration.sql") }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => {
      const sql = readFileSync(file, "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/** A migration and its record commit together, so that none is ever half there. @param {import("pg").Client} client @param {Migration} migration */
async function apply(client, { name, sql, checksum }) {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)",
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new PlainError(`The migration ${name} failed: ${/** @type {Error} */ (error).message}`, {
      cause: error,
    });
  }
}

if (runsItself(import.meta.url)) {
  await run(async () => {
    const appUrl = process.env.DATABASE_URL;
    if (!appUrl) throw new PlainError("Set DATABASE_URL, and DATABASE_OWNER_URL where it differs.");
    const { applied, guardedByTriggersAlone } = await migrate({
      ownerUrl: process.env.DATABASE_OWNER_URL || appUrl,
      appLogin: decodeURIComponent(new URL(appUrl).username),
    });
    console.log(applied.length > 0 ? `Applied ${applied.join(", ")}.` : "The database is up to date.");
    if (guardedByTriggersAlone) console.log(TRIGGERS_ALONE);
  });
}
