import { spawn } from "node:child_process";
import { ROOT } from "./paths.mjs";

/** @typedef {{ env?: NodeJS.ProcessEnv, signal?: AbortSignal | undefined }} Options */

/**
 * Runs a command in the project's folder with its output on ours.
 * @param {string} file
 * @param {string[]} args
 * @param {Options} [options]
 * @returns {Promise<number>} the code it ended with, 1 when a signal ended it
 */
export function command(file, args, { env = process.env, signal } = {}) {
  return new Promise((resolve) => {
    const child = spawn(file === "node" ? process.execPath : file, args, {
      cwd: ROOT,
      env,
      stdio: "inherit",
      ...(signal ? { signal } : {}),
    });
    child.once("error", (error) => {
      if (error.name !== "AbortError") console.error(error.message);
      if (child.pid === undefined) resolve(127);
    });
    child.once("close", (code) => resolve(code ?? 1));
  });
}
