// The embedded PostgreSQL: one server per data folder, on a socket that only this account can reach. For evaluation and
// for one desk; production sets DATABASE_URL.
import { spawn } from "node:child_process";
import { closeSync, openSync, rmSync } from "node:fs";
import path from "node:path";
import { prepareDataDir, secretOf } from "../base/data-dir.mjs";
import { binaries } from "./binaries.mjs";
import { prepareData, serverEnv } from "./data.mjs";
import { chooseLauncher } from "./launcher.mjs";
import { clearDeadServer, serverOn } from "./pid-file.mjs";
import { prepareRegister } from "./register.mjs";
import { addressIn, prepareSocketFolder } from "./socket.mjs";
import { sizeOf, stopServer, untilItServes } from "./serving.mjs";

const WITHOUT_DURABILITY = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "max_connections=300",
  // Every test has its own database, and autovacuum would be busy with hundreds of them.
  "autovacuum=off",
  // The password is made up for one run and needs no protection, and thousands of connections check it.
  "scram_iterations=1",
];
const LOG_LIMIT = 5_000_000;

/**
 * @typedef {object} Embedded
 * @property {string} superUrl
 * @property {string} ownerUrl
 * @property {string} appUrl
 * @property {string | null} recovered a sentence about the leftovers of an earlier start
 * @property {Promise<void>} gone resolves when the server has ended, for any reason
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the server of this folder. The caller has the folder's lock (hold.mjs), so a running server is left from a
 * killed start and is taken over.
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
    url: address("postgres", secretOf(dataDir, "superuser"), "postgres"),
    start() {
      const out = openSync(log, sizeOf(log) > LOG_LIMIT ? "w" : "a", 0o600);
      // Detached: Ctrl-C reaches only this process, which stops the application first.
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
    return "An earlier start was killed and left its database running. This start has taken it over.";
  }
  clearDeadServer(folder);
  return "The database was killed while it was running. It recovers from its own journal; no acknowledged change is lost.";
}
