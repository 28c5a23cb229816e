import { spawn } from "node:child_process";
import os from "node:os";
import { ROOT } from "./paths.mjs";

/**
 * @typedef {object} Options
 * @property {NodeJS.ProcessEnv} [env]
 * @property {AbortSignal | undefined} [signal]
 * @property {boolean} [aside] it gives way to whatever else runs, and is heard only when it went wrong
 * @property {RegExp} [until] from a line that says this on, it is heard only when it went wrong
 */

/**
 * Runs a command in the project's folder with its output on ours.
 * @param {string} file
 * @param {string[]} args
 * @param {Options} [options]
 * @returns {Promise<number>} the code it ended with, 1 when a signal ended it
 */
export function command(file, args, { env = process.env, signal, aside = false, until } = {}) {
  return new Promise((resolve) => {
    const child = spawn(file === "node" ? process.execPath : file, args, {
      cwd: ROOT,
      env,
      stdio: aside || until ? ["ignore", "pipe", "pipe"] : "inherit",
      ...(signal ? { signal } : {}),
    });
    let [said, held] = ["", aside];
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (data) => {
        held ||= until?.test(String(data)) ?? false;
        if (held) said += data;
        else process.stdout.write(data);
      });
    if (aside && child.pid !== undefined) os.setPriority(child.pid, os.constants.priority.PRIORITY_LOW);
    child.once("error", (error) => {
      if (error.name !== "AbortError") console.error(error.message);
      if (child.pid === undefined) resolve(127);
    });
    child.once("close", (code) => {
      if (code !== 0) process.stderr.write(said);
      resolve(code ?? 1);
    });
  });
}
