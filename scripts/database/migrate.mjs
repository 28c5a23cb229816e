// Applies the migrations with plain SQL and uses the table of Prisma's own tool. With Prisma's engine, `prisma migrate
// deploy` does the same on a database that has the baseline.
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
  "The application's login is the owner's, or can act as it: the log is guarded by triggers alone. DATABASE_OWNER_URL separates them.";

/** @param {string[]} newer */
export const newerThanBuild = (newer) =>
  `The database is newer than this build, which still runs on it: it has ${newer.join(", ")}.`;

// A migration may take long, but what it waits for holds up all others who want it. The owner's login may be the
// application's, which has limits.
const LIMITS =
  "SET LOCAL lock_timeout = '2s'; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0";
const PAUSE_MS = 1_000;

// Also true for a superuser.
const ACTS_AS_OWNER =
  "SELECT pg_has_role($1, relowner, 'MEMBER') AS acts FROM pg_class WHERE oid = 'audit.event'::regclass";

/** @typedef {import("./migrations.mjs").Migration} Migration */

/**
 * Brings the database up to date, and gives the application's login its rights and limits. Each migration and its record are
 * one transaction, which has the lock: none is ever half applied, and no pooler hands a connection on that still has it.
 * @param {{ ownerUrl: string, appUrl: string, say?: (line: string) => void, signal?: AbortSignal | undefined, patienceMs?: number }} given
 *   `patienceMs`: how long another migration is waited for
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
 * A transaction next to which nobody else's migration runs.
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
 * What follows a transaction that failed: where it waited too long for a lock it is tried again, which is said once.
 * @param {number} until @param {(line: string) => void} say
 */
function waiter(until, say) {
  /** @type {string[]} */
  const said = [];
  return async (/** @type {any} */ error) => {
    if (![error.code, error.cause?.code].includes("55P03")) throw error;
    const keeper = error.isOfAnother ? "another migration of this database" : "what uses its tables";
    if (Date.now() > until)
      throw new PlainError(
        error.isOfAnother
          ? "Another migration of this database has not ended in time. Look for what keeps it."
          : `${error.message}. Something uses its tables for long: look for it.`,
      );
    if (!said.includes(keeper)) say(`Waiting for ${keeper}, five minutes at most.`);
    said.push(keeper);
    // Who queued behind it gets a turn.
    if (!error.isOfAnother) await sleep(PAUSE_MS);
    return null;
  };
}

/**
 * The next migration. Another start may have applied some since the last one.
 * @param {import("pg").Client} client @param {string} appLogin
 * @returns {Promise<string | null | { newer: string[], guardedByTriggersAlone: boolean }>} its name, null where it was
 *   only recorded, or what there is when nothing is left
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
