import { readFileSync, statSync } from "node:fs";
import { PlainError } from "../base/plain-error.mjs";
import { isAlive, until } from "./process.mjs";

const PATIENCE_MS = 120_000;

/**
 * Restarts the server until it accepts connections.
 * @param {{ start: () => import("node:child_process").ChildProcess, url: string, log: string }} given
 */
export async function untilItServes({ start, url, log }) {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const from = sizeOf(log);
    const child = start();
    let ended = false;
    const gone = new Promise((resolve) => child.once("exit", resolve).once("error", resolve)).then(() => {
      ended = true;
    });
    try {
      const ready = await until(async () => ended || (await accepts(url)), end - Date.now());
      if (ready && !ended) return { child, gone };
    } catch (error) {
      await stopServer(child.pid ?? 0);
      throw error;
    }
    if (!ended) await stopServer(child.pid ?? 0);
    const said = readFileSync(log).subarray(from).toString();
    // The sessions of a killed server take a moment to end.
    if (!/shared memory block|lock file ".*" already exists/.test(said))
      throw new PlainError(`PostgreSQL did not start.\n${said.slice(-2000)}`);
    await until(() => false, 250);
  }
  throw new PlainError(`PostgreSQL did not start within two minutes. See ${log}.`);
}

/**
 * Stops it as `pg_ctl stop` does: sessions end, everything is written. Uses stronger signals only after that fails.
 * @param {number} pid
 */
export async function stopServer(pid) {
  for (const signal of /** @type {const} */ (["SIGINT", "SIGQUIT", "SIGKILL"])) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    if (await until(() => !isAlive(pid), 20_000)) return;
  }
}

/** @param {string} file */
export const sizeOf = (file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** @param {string} url */
async function accepts(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    return true;
  } catch (error) {
    // PostgreSQL's own answers are final, except that it isn't ready yet.
    const { code } = /** @type {{ code?: string }} */ (error);
    if (code === "28P01")
      throw new PlainError("The database does not accept the password in DATA_DIR/secrets.json.");
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
