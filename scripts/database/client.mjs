import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { PlainError } from "../base/plain-error.mjs";

/**
 * Opens a connection for the work, and closes it.
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 * @param {{ signal?: AbortSignal | undefined }} [options] `signal` aborts the work, whatever it waits for
 * @returns {Promise<T>}
 */
export async function withClient(url, work, { signal } = {}) {
  const client = clientFor(url);
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => {});
    throw new PlainError(`The database cannot be reached: ${/** @type {Error} */ (error).message}`, {
      cause: error,
    });
  }
  const stop = () => void client.end().catch(() => {});
  signal?.addEventListener("abort", stop);
  try {
    if (signal?.aborted) throw new PlainError(STOPPED);
    return await work(client);
  } catch (error) {
    throw signal?.aborted ? new PlainError(STOPPED) : error;
  } finally {
    signal?.removeEventListener("abort", stop);
    await client.end().catch(() => {});
  }
}

const STOPPED = "Stopped before the database was ready.";

/**
 * The rows of one statement, on a connection of its own.
 * @param {string} url
 * @param {string} sql
 * @returns {Promise<any[]>}
 */
export const askDatabase = (url, sql) => withClient(url, async (client) => (await client.query(sql)).rows);

const PATIENCE_MS = 60_000;
const LOOK_MS = 500;

/** @typedef {{ say: (line: string) => void, signal?: AbortSignal | undefined, patienceMs?: number }} Waiting */

/**
 * Waits for a database that isn't ready yet: after a power failure, machines start in any order, and during a
 * failover it accepts no changes for a while. An error that waiting doesn't fix, such as a wrong password,
 * fails at once.
 * @param {string} url
 * @param {Waiting} options
 */
export async function awaitDatabase(url, { say, signal, patienceMs = PATIENCE_MS }) {
  const until = Date.now() + patienceMs;
  for (let turn = 1; ; turn += 1) {
    const why = await whyNot(url);
    if (why === null) return;
    if (!passes(why)) throw new PlainError(`The database cannot be reached: ${why.message}`);
    if (signal?.aborted) throw new PlainError(STOPPED);
    if (Date.now() > until)
      throw new PlainError(`The database at ${placeIn(url)} was not ready in time: ${why.message}`);
    if (turn === 1)
      say(
        `Waiting for the database at ${placeIn(url)}, for up to ${Math.round(patienceMs / 1000)} seconds: ${why.message}`,
      );
    await pause(signal);
  }
}

/**
 * Does repeatable work as soon as the database is ready. If a failover interrupts it, it waits and does it
 * again.
 * @template T
 * @param {string} url
 * @param {() => Promise<T>} work
 * @param {Waiting} options
 * @returns {Promise<T>}
 */
export async function throughFailover(url, work, options) {
  const { say, signal, patienceMs = PATIENCE_MS } = options;
  let until = Infinity;
  for (;;) {
    await awaitDatabase(url, options);
    try {
      return await work();
    } catch (error) {
      if (signal?.aborted || Date.now() > until || !passes(/** @type {Error} */ (error))) throw error;
      if (until === Infinity) {
        say(`The connection to the database was lost. Trying again: ${/** @type {Error} */ (error).message}`);
        until = Date.now() + patienceMs;
      }
      await pause(signal);
    }
  }
}

/** @param {AbortSignal | undefined} signal */
const pause = (signal) => sleep(LOOK_MS, undefined, signal ? { signal } : {}).catch(() => {});

/**
 * Errors that pass: nothing listens yet, or the name doesn't exist yet; PostgreSQL is starting or stopping,
 * has no free connection, or accepts no changes; the connection broke.
 */
const PASSES =
  /^(E(CONN\w+|NOENT|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH|TIMEDOUT|PIPE)|57P0[1-3]|53300|25006|08\w{3})$/;

/** @param {Error & { code?: string }} error @returns {boolean} */
const passes = ({ code = "", message, cause }) =>
  PASSES.test(code) ||
  /terminated unexpectedly|timeout expired|query read timeout/i.test(message) ||
  (cause instanceof Error && passes(cause));

/**
 * Also sends a query: a pooler accepts connections without a database behind it, and makes queries wait.
 * @param {string} url
 */
async function whyNot(url) {
  const client = clientFor(url);
  try {
    await client.connect();
    const { rows } = await client.query({ text: TAKES_NO_CHANGES, ...ANSWER_WITHIN });
    return rows[0].standby ? Object.assign(new Error("it accepts no changes"), { code: "25006" }) : null;
  } catch (error) {
    const { code = "", message } = /** @type {NodeJS.ErrnoException} */ (error);
    return Object.assign(new Error(message || code), { code });
  } finally {
    await client.end().catch(() => {});
  }
}

const TAKES_NO_CHANGES =
  "SELECT pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean AS standby";
/** Milliseconds; the driver's types don't have it for a query. */
const ANSWER_WITHIN = { query_timeout: 3_000 };

/** @param {string} url */
export const loginOf = (url) => decodeURIComponent(new URL(url.replace("@/", "@localhost/")).username);

/** Host and port, or the socket's folder; never the password. @param {string} url */
function placeIn(url) {
  const { host, searchParams } = new URL(url);
  return searchParams.get("host") ?? host;
}

/** @param {string} url */
function clientFor(url) {
  const client = new pg.Client({
    connectionString: url,
    application_name: "register-scripts",
    connectionTimeoutMillis: 10_000,
  });
  // Without a listener, a broken connection would end the process before the error is reported.
  client.on("error", () => {});
  return client;
}
