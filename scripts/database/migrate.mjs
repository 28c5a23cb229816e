// Applies the migrations with plain SQL, and records them in the table of Prisma's own tool. With Prisma's
// engine, `prisma migrate deploy` does the same on a database that has the baseline.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { loginOf, withClient } from "./client.mjs";
import { setLoginDefaults } from "./login-defaults.mjs";
import { planFor } from "./migrations.mjs";
import { PlainError } from "../base/plain-error.mjs";

// The lock of Prisma's tool.
const LOCK = 72707369;
const LOCK_PATIENCE_MS = 300_000;
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY NOT NULL, checksum varchar(64) NOT NULL, finished_at timestamptz,
  migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

export const TRIGGERS_ALONE =
  "The application's login is the owner's, or can act as it, so only triggers protect the log. Set DATABASE_OWNER_URL to separate them.";

/** @param {string[]} newer */
export const newerThanBuild = (newer) =>
  `The database is newer than this build, which still runs on it: it has ${newer.join(", ")}.`;

// A migration may take long, but while it waits for a lock, everyone else who wants that lock waits too. The
// owner's login may be the application's, which has limits.
const LIMITS =
  "SET LOCAL lock_timeout = '2s'; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0";
const PAUSE_MS = 1_000;

// Also true for a superuser.
const ACTS_AS_OWNER =
  "SELECT pg_has_role($1, relowner, 'MEMBER') AS acts FROM pg_class WHERE oid = 'audit.event'::regclass";

/** @typedef {import("./migrations.mjs").Migration} Migration */

/**
 * Brings the database up to date, and gives the application's login its rights and limits. Each migration and its record are
 * one transaction, which holds the lock: none is ever half applied, and no pooler reuses a connection that
 * still holds it.
 * @param {{ ownerUrl: string, appUrl: string, say?: (line: string) => void, signal?: AbortSignal | undefined, patienceMs?: number }} given
 *   `patienceMs`: how long to wait for another migration
 * @returns {Promise<{ applied: string[], newer: string[], guardedByTriggersAlone: boolean }>}
 *   `newer`: migrations that the database has and this checkout doesn't; it runs on them
 */
export async function migrate({ ownerUrl, appUrl, patienceMs = LOCK_PATIENCE_MS, say = () => {}, signal }) {
  /** @type {string[]} */
  const applied = [];
  const wait = waiter(Date.now() + patienceMs, say);
  const result = await withClient(
    ownerUrl,
    async (client) => {
      for (;;) {
        const done = await alone(client, () => step(client, loginOf(appUrl))).catch(wait);
        if (typeof done === "string") applied.push(done);
        else if (done) return { applied, ...done };
      }
    },
    { signal },
  );
  await setLoginDefaults(appUrl, { signal });
  return result;
}

/**
 * Does the work in a transaction while no other migration runs.
 * @template T
 * @param {import("pg").Client} client @param {() => Promise<T>} work @returns {Promise<T>}
 */
async function alone(client, work) {
  await client.query("BEGIN");
  try {
    await client.query("SET LOCAL lock_timeout = '1s'");
    await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK]).catch((error) => {
      throw Object.assign(error, { isOfAnother: true });
    });
    await client.query(LIMITS);
    const done = await work();
    await client.query("COMMIT");
    return done;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

/**
 * Handles a failed transaction: if it waited too long for a lock, it is tried again, and the wait is
 * announced once.
 * @param {number} until @param {(line: string) => void} say
 */
function waiter(until, say) {
  /** @type {string[]} */
  const notices = [];
  return async (/** @type {any} */ error) => {
    if (![error.code, error.cause?.code].includes("55P03")) throw error;
    const keeper = error.isOfAnother ? "another migration of this database" : "programs that use its tables";
    if (Date.now() > until)
      throw new PlainError(
        error.isOfAnother
          ? "Another migration of this database did not finish in time. Find out what is holding it up."
          : `${error.message}. Something keeps its tables locked: find out what.`,
      );
    if (!notices.includes(keeper)) say(`Waiting for ${keeper}, for up to five minutes.`);
    notices.push(keeper);
    // Lets those who queued behind it go first.
    if (!error.isOfAnother) await sleep(PAUSE_MS);
    return null;
  };
}

/**
 * Applies the next migration. Another start may have applied some since the last one.
 * @param {import("pg").Client} client @param {string} appLogin
 * @returns {Promise<string | null | { newer: string[], guardedByTriggersAlone: boolean }>} its name, null if it was
 *   only recorded, or the result when none is left
 */
async function step(client, appLogin) {
  await client.query(TABLE);
  const { pending, recordOnly, newer } = await planFor(client);
  const [next] = pending;
  if (next) {
    const isNew = next.name !== recordOnly;
    if (isNew) await apply(client, next);
    await record(client, next, isNew ? 1 : 0);
    return isNew ? next.name : null;
  }
  await client.query("SELECT audit.grant_application($1)", [appLogin]);
  const { rows } = await client.query(ACTS_AS_OWNER, [appLogin]);
  return { newer, guardedByTriggersAlone: rows[0].acts };
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
