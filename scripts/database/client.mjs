import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { PlainError } from "../base/plain-error.mjs";

/**
 * Opens a connection for the work, and closes it.
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 * @param {{ signal?: AbortSignal | undefined }} [options] `signal` breaks the work off, whatever it waits for
 * @returns {Promise<T>}
 */
export async function withClient(url, work, { signal } = {}) {
  const client = clientFor(url);
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => {});
    throw new PlainError(`The database cannot be reached: ${/** @type {Error} */ (error).message}`);
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

/**
 * Waits for a database that is on its way: after a power failure, the machines start in no order. What waiting doesn't
 * change, such as a wrong password, fails at once.
 * @param {string} url
 * @param {{ say: (line: string) => void, signal?: AbortSignal | undefined, patienceMs?: number }} options
 */
export async function awaitDatabase(url, { say, signal, patienceMs = PATIENCE_MS }) {
  const until = Date.now() + patienceMs;
  for (let turn = 1; ; turn += 1) {
    const why = await whyNot(url);
    if (why === null) return;
    if (!why.passes) throw new PlainError(`The database cannot be reached: ${why.said}`);
    if (signal?.aborted) throw new PlainError(STOPPED);
    if (Date.now() > until)
      throw new PlainError(`The database at ${placeIn(url)} did not come in time: ${why.said}`);
    if (turn === 1)
      say(
        `Waiting for the database at ${placeIn(url)}, ${Math.round(patienceMs / 1000)} seconds at most: ${why.said}`,
      );
    await sleep(LOOK_MS, undefined, signal ? { signal } : {}).catch(() => {});
  }
}

/** Nobody listens yet, no such name yet; PostgreSQL starts or stops, or lets nobody else in. */
const PASSES = /^(E(CONN\w+|NOENT|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH|TIMEDOUT)|57P0[1-3]|53300)$/;

/** @param {string} url @returns {Promise<{ passes: boolean, said: string } | null>} */
async function whyNot(url) {
  const client = clientFor(url);
  try {
    await client.connect();
    return null;
  } catch (error) {
    const { code = "", message } = /** @type {NodeJS.ErrnoException} */ (error);
    return {
      passes: PASSES.test(code) || /terminated unexpectedly|timeout expired/.test(message),
      said: message || code,
    };
  } finally {
    await client.end().catch(() => {});
  }
}

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
  // Without a listener a connection that breaks would end the process, before anybody says why.
  client.on("error", () => {});
  return client;
}
