// Applies the migrations with plain SQL and uses the table of Prisma's own tool. With Prisma's engine, `prisma migrate
// deploy` does the same on a database that has the baseline.
import { randomUUID } from "node:crypto";
import { awaitDatabase, withClient } from "./client.mjs";
import { planFor } from "./migrations.mjs";
import { runsItself } from "../base/paths.mjs";
import { PlainError, run, stopOnSignals } from "../base/plain-error.mjs";

// The lock of Prisma's tool.
const LOCK = 72707369;
const LOCK_PATIENCE_MS = 300_000;
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
 * Brings the database up to date and grants the application's login what it needs. Each migration and its record are
 * one transaction, which has the lock: none is ever half applied, and no pooler hands a connection on that still has it.
 * @param {{ ownerUrl: string, appLogin: string, say?: (line: string) => void, signal?: AbortSignal | undefined, patienceMs?: number }} given
 *   `patienceMs`: how long another migration is waited for
 * @returns {Promise<{ applied: string[], newer: string[], guardedByTriggersAlone: boolean }>}
 *   `newer`: migrations that the database has and this checkout doesn't; it runs on them
 */
export async function migrate({ ownerUrl, appLogin, patienceMs = LOCK_PATIENCE_MS, say = () => {}, signal }) {
  /** @type {string[]} */
  const applied = [];
  const waiting = { until: Date.now() + patienceMs, say, hasTold: false };
  return withClient(
    ownerUrl,
    async (client) => {
      for (;;) {
        await beginAlone(client, waiting);
        const done = await step(client, appLogin);
        if (typeof done === "string") applied.push(done);
        else if (done !== null) return { applied, ...done };
      }
    },
    { signal },
  );
}

/**
 * The next migration, in the transaction that has the lock, which it ends. Another start may have applied some since the
 * last one.
 * @param {import("pg").Client} client @param {string} appLogin
 * @returns {Promise<string | null | { newer: string[], guardedByTriggersAlone: boolean }>} its name, null where it was
 *   only recorded, or what there is when nothing is left
 */
async function step(client, appLogin) {
  try {
    await client.query(TABLE);
    const { pending, recordOnly, newer } = await planFor(client);
    const [next] = pending;
    if (next) {
      const isNew = next.name !== recordOnly;
      if (isNew) await apply(client, next);
      await record(client, next, isNew ? 1 : 0);
      await client.query("COMMIT");
      return isNew ? next.name : null;
    }
    await client.query("SELECT audit.grant_application($1)", [appLogin]);
    const { rows } = await client.query(ACTS_AS_OWNER, [appLogin]);
    await client.query("COMMIT");
    return { newer, guardedByTriggersAlone: rows[0].acts };
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

/**
 * Begins a transaction that nobody else's migration runs beside. Says once that it waits.
 * @param {import("pg").Client} client
 * @param {{ until: number, say: (line: string) => void, hasTold: boolean }} waiting
 */
async function beginAlone(client, waiting) {
  for (;;) {
    await client.query("BEGIN");
    try {
      await client.query("SET LOCAL lock_timeout = '1s'");
      await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
      await client.query("SET LOCAL lock_timeout TO DEFAULT");
      return;
    } catch (error) {
      await client.query("ROLLBACK").catch(() => {});
      if (/** @type {{ code?: string }} */ (error).code !== "55P03") throw error;
      if (Date.now() > waiting.until)
        throw new PlainError(
          "Another migration of this database has not ended in time. Look for what keeps it.",
        );
      if (!waiting.hasTold)
        waiting.say("Waiting for another migration of this database, five minutes at most.");
      waiting.hasTold = true;
    }
  }
}

/** @param {import("pg").Client} client @param {Migration} migration */
async function apply(client, migration) {
  try {
    await client.query(migration.sql);
  } catch (error) {
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
    const ownerUrl = process.env.DATABASE_OWNER_URL || appUrl;
    const say = (/** @type {string} */ line) => console.log(line);
    const { signal } = stopOnSignals();
    await awaitDatabase(ownerUrl, { say, signal });
    const { applied, newer, guardedByTriggersAlone } = await migrate({
      ownerUrl,
      appLogin: decodeURIComponent(new URL(appUrl).username),
      say,
      signal,
    });
    console.log(applied.length > 0 ? `Applied ${applied.join(", ")}.` : "The database is up to date.");
    if (newer.length > 0) console.log(newerThanBuild(newer));
    if (guardedByTriggersAlone) console.log(TRIGGERS_ALONE);
  });
}
