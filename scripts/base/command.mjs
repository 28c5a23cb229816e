import { spawn } from "node:child_process";
import os from "node:os";
import { ROOT } from "./paths.mjs";

/**
 * @typedef {object} Options
 * @property {NodeJS.ProcessEnv} [env]
 * @property {AbortSignal | undefined} [signal]
 * @property {boolean} [aside] with low priority, and its output is shown only if it fails
 * @property {RegExp} [until] from a matching line on, its output is shown only if it fails
 */

/**
 * Runs a command in the project's folder and passes its output on.
 * @param {string} file
 * @param {string[]} args
 * @param {Options} [options]
 * @returns {Promise<number>} its exit code, 1 when a signal ended it
 */
export function command(file, args, { env = process.env, signal, aside = false, until } = {}) {
  return new Promise((resolve) => {
    const child = spawn(file === "node" ? process.execPath : file, args, {
      cwd: ROOT,
      env,
      stdio: aside || until ? ["ignore", "pipe", "pipe"] : "inherit",
      ...(signal ? { signal } : {}),
    });
    let [output, isHeldBack] = ["", aside];
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (data) => {
        isHeldBack ||= until?.test(String(data)) ?? false;
        if (isHeldBack) output += data;
        else process.stdout.write(data);
      });
    if (aside && child.pid !== undefined) os.setPriority(child.pid, os.constants.priority.PRIORITY_LOW);
    child.once("error", (error) => {
      if (error.name !== "AbortError") console.error(error.message);
      if (child.pid === undefined) resolve(127);
    });
    child.once("close", (code) => {
      if (code !== 0) process.stderr.write(output);
      resolve(code ?? 1);
    });
  });
}
