import { spawnSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Is there such a process? A zombie still answers signals, and would keep PostgreSQL from starting.
 * @param {number} pid
 */
export function isAlive(pid) {
  // To the system, zero and less stand for groups of processes.
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EPERM") return false;
  }
  return !/^[ZX]/.test(statusOf(pid)?.state ?? "R");
}

/**
 * When the process began, in the system's own words: a number that is given out again has another.
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
 * Does this process work in that folder, as a PostgreSQL server does in its data? Unknown counts as yes.
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
    // The name, in brackets, may hold anything; what follows it doesn't.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return { state: fields[0] ?? "", began: fields[19] ?? "" };
  } catch {
    return null;
  }
}
