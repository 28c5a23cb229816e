import { spawnSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Whether the process exists. A zombie still answers signals and would keep PostgreSQL from starting.
 * @param {number} pid
 */
export function isAlive(pid) {
  // The system takes zero and negative numbers as process groups.
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EPERM") return false;
  }
  return !/^[ZX]/.test(statusOf(pid)?.state ?? "R");
}

/**
 * The process's start time in the system's own format: it tells a reused process id apart.
 * @param {number} pid
 */
export function beganAt(pid) {
  return (
    statusOf(pid)?.began ??
    spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ??
    ""
  );
}

/**
 * Whether this process works in that folder, as a PostgreSQL server does in its data. Unknown counts as yes.
 * @param {number} pid
 * @param {string} folder
 */
export function worksIn(pid, folder) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    const name = spawnSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim();
    return name === undefined || name.endsWith("postgres");
  }
}

/**
 * @param {() => boolean | Promise<boolean>} condition
 * @param {number} atMostMs
 * @returns {Promise<boolean>} whether it came true in time
 */
export async function until(condition, atMostMs) {
  const end = Date.now() + atMostMs;
  while (!(await condition())) {
    if (Date.now() > end) return false;
    await sleep(40);
  }
  return true;
}

/** @param {number} pid */
function statusOf(pid) {
  try {
    // The name, in brackets, may contain anything; the fields after it may not.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return { state: fields[0] ?? "", began: fields[19] ?? "" };
  } catch {
    return null;
  }
}
