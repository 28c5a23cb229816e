import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { isAlive, worksIn } from "./process.mjs";

/**
 * The server that claims this data: none, a live one, or the leftover file of a dead one.
 * @param {string} folder of PostgreSQL's data
 * @returns {{ state: "none" } | { state: "dead" } | { state: "alive", pid: number, socket: string }}
 */
export function serverOn(folder) {
  const file = path.join(folder, "postmaster.pid");
  if (!existsSync(file)) return { state: "none" };
  const [pid = "", , , , socket = ""] = readFileSync(file, "utf8").split("\n");
  const lives = isAlive(Number(pid)) && worksIn(Number(pid), folder);
  return lives ? { state: "alive", pid: Number(pid), socket } : { state: "dead" };
}

/**
 * Removes a dead server's file, never a live one's.
 * @param {string} folder
 */
export function clearDeadServer(folder) {
  if (serverOn(folder).state === "dead") rmSync(path.join(folder, "postmaster.pid"), { force: true });
}
