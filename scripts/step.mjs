import { spawn } from "node:child_process";
import { ROOT } from "./paths.mjs";

/**
 * Runs a command in the project's folder with its output on ours.
 * @param {string} file
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, signal?: AbortSignal | undefined }} [options]
 * @returns {Promise<boolean>} whether it succeeded
 */
export function step(file, args, { env = process.env, signal } = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: ROOT, env, stdio: ["ignore", "inherit", "inherit"], ...(signal ? { signal } : {}) });
    child.once("error", () => {});
    child.once("close", (code) => resolve(code === 0));
  });
}
