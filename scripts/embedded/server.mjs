// The embedded PostgreSQL: one server per data folder, on a socket that only this account reaches. For evaluation
// and for one desk; production brings its own and sets DATABASE_URL.
import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { prepareDataDir, secretOf } from "../data-dir.mjs";
import { PlainError } from "../plain-error.mjs";
import { binaries } from "./binaries.mjs";
import { prepareData, serverEnv } from "./data.mjs";
import { chooseLauncher } from "./launcher.mjs";
import { clearDeadServer, serverOn } from "./pid-file.mjs";
import { isAlive, until } from "./process.mjs";
import { prepareRegister } from "./register.mjs";
import { addressIn, prepareSocketFolder } from "./socket.mjs";

const WITHOUT_DURABILITY = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "max_connections=300",
];
const PATIENCE_MS = 120_000;
const LOG_LIMIT = 5_000_000;

/**
 * @typedef {object} Embedded
 * @property {string} superUrl
 * @property {string} ownerUrl
 * @property {string} appUrl
 * @property {string | null} recovered what an earlier start had left behind, in a sentence
 * @property {Promise<void>} gone when the server has ended, for whatever reason
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the server of this folder. The caller holds the folder (hold.mjs), so one that runs already is what a
 * killed start left: it is taken over.
 * @param {string} dataDir
 * @param {{ fast?: boolean }} [options] `fast` gives up durability, for tests
 * @returns {Promise<Embedded>}
 */
export async function startEmbedded(dataDir, { fast = false } = {}) {
  prepareDataDir(dataDir);
  const programs = binaries();
  const launcher = chooseLauncher(programs.postgres, dataDir);
  const folder = prepareData({ dataDir, binaries: programs, launcher, fast });
  const recovered = await takeOver(folder);
  const socket = prepareSocketFolder(dataDir, launcher.owner);
  const settings = [
    "listen_addresses=",
    `unix_socket_directories=${socket}`,
    "timezone=UTC",
    "log_timezone=UTC",
  ];
  if (fast) settings.push(...WITHOUT_DURABILITY);
  const [file = "", ...args] = [
    ...launcher.command,
    programs.postgres,
    "-D",
    folder,
    ...settings.flatMap((one) => ["-c", one]),
  ];

  const log = path.join(dataDir, "postgres.log");
  const address = addressIn(socket);
  const { child, gone } = await untilItServes({
    log,
    serves: () => accepts(address("postgres", secretOf(dataDir, "superuser"), "postgres")),
    start() {
      const out = openSync(log, sizeOf(log) > LOG_LIMIT ? "w" : "a", 0o600);
      // Detached: Ctrl-C goes to us, who stop the application first.
      const child = spawn(file, args, {
        ...launcher.ids,
        cwd: "/",
        env: serverEnv(),
        stdio: ["ignore", out, out],
        detached: true,
      });
      closeSync(out);
      child.unref();
      return child;
    },
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) await stopServer(child.pid ?? 0);
    rmSync(socket, { recursive: true, force: true });
  };
  try {
    return { ...(await prepareRegister(address, dataDir)), recovered, gone, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param {string} folder */
async function takeOver(folder) {
  const found = serverOn(folder);
  if (found.state === "none") return null;
  if (found.state === "alive") {
    await stopServer(found.pid);
    return "An earlier start was killed and had left its database running. It has been taken over.";
  }
  clearDeadServer(folder);
  return "The database was killed while it ran. It recovers from its own journal; what was acknowledged is there.";
}

/** Stops it as `pg_ctl stop` does: sessions end, everything is written. Only then harder. @param {number} pid */
async function stopServer(pid) {
  for (const signal of /** @type {const} */ (["SIGINT", "SIGQUIT", "SIGKILL"])) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    if (await until(() => !isAlive(pid), 20_000)) return;
  }
}

/**
 * @param {{ start: () => import("node:child_process").ChildProcess, serves: () => Promise<boolean>, log: string }} given
 */
async function untilItServes({ start, serves, log }) {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const from = sizeOf(log);
    const child = start();
    let ended = false;
    const gone = /** @type {Promise<void>} */ (
      new Promise((resolve) => child.once("exit", resolve).once("error", resolve))
    ).then(() => {
      ended = true;
    });
    const ready = await until(async () => ended || (await serves()), end - Date.now());
    if (ready && !ended) return { child, gone };
    if (!ended) await stopServer(child.pid ?? 0);
    const said = readFileSync(log).subarray(from).toString();
    // Sessions of a killed server need a moment to notice.
    if (!/shared memory block|lock file ".*" already exists/.test(said))
      throw new PlainError(`PostgreSQL did not start.\n${said.slice(-2000)}`);
    await until(() => false, 250);
  }
  throw new PlainError(`PostgreSQL did not start within two minutes. See ${log}.`);
}

/** @param {string} url */
async function accepts(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    return true;
  } catch (error) {
    // Its own answers are final, but that it is not ready yet.
    const { code } = /** @type {{ code?: string }} */ (error);
    if (code === "28P01")
      throw new PlainError("The database does not take the password kept in DATA_DIR/secrets.json.");
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

const sizeOf = (/** @type {string} */ file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
