// Applies the migrations with plain SQL and uses the table of Prisma's own tool. With Prisma's engine, `prisma migrate
// deploy` does the same on a database that has the baseline.
import { randomUUID } from "node:crypto";
import { withClient } from "./database-client.mjs";
import { planFor } from "./migrations.mjs";
import { runsItself } from "./paths.mjs";
import { PlainError, run } from "./plain-error.mjs";

// The lock of Prisma's tool.
const LOCK = 72707369;
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY NOT NULL, checksum varchar(64) NOT NULL, finished_at timestamptz,
  migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

export const TRIGGERS_ALONE =
  "The application's login is the owner's, or can act as it: the log is guarded by triggers alone. DATABASE_OWNER_URL separates them.";

/** @param {string[]} newer */
export const newerThanBuild = (newer) =>
  `The database is newer than this build, which still runs on it: it has ${newer.join(", ")}.`;

// Also true for a superuser.
const ACTS_AS_OWNER =
  "SELECT pg_has_role($1, relowner, 'MEMBER') AS acts FROM pg_class WHERE oid = 'audit.event'::regclass";

/** @typedef {import("./migrations.mjs").Migration} Migration */

/**
 * Brings the database up to date and grants the application's login what it needs.
 * @param {{ ownerUrl: string, appLogin: string }} given
 * @returns {Promise<{ applied: string[], newer: string[], guardedByTriggersAlone: boolean }>}
 *   `newer`: migrations that the database has and this checkout doesn't; it runs on them
 */
export async function migrate({ ownerUrl, appLogin }) {
  return withClient(ownerUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    await client.query(TABLE);
    const { pending, recordOnly, newer } = await planFor(client);
    const applied = pending.filter(({ name }) => name !== recordOnly).map(({ name }) => name);
    for (const migration of pending) {
      if (migration.name === recordOnly) await record(client, migration, 0);
      else await apply(client, migration);
    }
    await client.query("SELECT audit.grant_application($1)", [appLogin]);
    const { rows } = await client.query(ACTS_AS_OWNER, [appLogin]);
    return { applied, newer, guardedByTriggersAlone: rows[0].acts };
  });
}

/** A migration and its record commit together, so that none is ever half applied.
 * @param {import("pg").Client} client @param {Migration} migration */
async function apply(client, migration) {
  await client.query("BEGIN");
  try {
    await client.query(migration.sql);
    await record(client, migration, 1);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new PlainError(`The migration ${migration.name} failed: ${/** @type {Error} */ (error).message}`, {
      cause: error,
    });
  }
}

/** @param {import("pg").Client} client @param {Migration} migration @param {0 | 1} steps 0 for one that was only recorded, as in Prisma's tool */
const record = (client, { name, checksum }, steps) =>
  client.query(
    "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), $4)",
    [randomUUID(), checksum, name, steps],
  );

if (runsItself(import.meta.url)) {
  await run(async () => {
    const appUrl = process.env.DATABASE_URL;
    if (!appUrl) throw new PlainError("Set DATABASE_URL, and DATABASE_OWNER_URL where it differs.");
    const { applied, newer, guardedByTriggersAlone } = await migrate({
      ownerUrl: process.env.DATABASE_OWNER_URL || appUrl,
      appLogin: decodeURIComponent(new URL(appUrl).username),
    });
    console.log(applied.length > 0 ? `Applied ${applied.join(", ")}.` : "The database is up to date.");
    if (newer.length > 0) console.log(newerThanBuild(newer));
    if (guardedByTriggersAlone) console.log(TRIGGERS_ALONE);
  });
}
