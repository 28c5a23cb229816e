import { spawn } from "node:child_process";
import { ROOT } from "../base/paths.mjs";

/** With these, glibc returns the memory that compiling Prisma's WebAssembly took; others ignore them. */
const GIVES_BACK = {
  MALLOC_ARENA_MAX: "1",
  MALLOC_MMAP_THRESHOLD_: "32768",
  MALLOC_TRIM_THRESHOLD_: "65536",
};

/**
 * A process of this start. `gone` resolves to its exit code or the signal that ended it, `heard` to its first
 * message.
 * @typedef {{ pid: number, gone: Promise<number | string>, heard: Promise<unknown>, hasEnded: () => boolean, stop: () => Promise<void> }} Child
 *
 * @typedef {object} Output
 * @property {boolean} [quiet]
 * @property {number} [log] a file descriptor
 */

/**
 * @param {string[]} args of node
 * @param {Output & { env: NodeJS.ProcessEnv, tie: "stdin" | "ipc", leaveMs: number, tell: (child: import("node:child_process").ChildProcess) => void }} given
 *   `tie` ends when this process is killed; `tell` tells the child to leave; after `leaveMs` it is killed
 * @returns {Child}
 */
export function startChild(args, { env, quiet = false, log, tie, leaveMs, tell }) {
  /** @type {import("node:child_process").StdioOptions} */
  const stdio = [tie === "ipc" ? "ignore" : "pipe", log ?? (quiet ? "ignore" : "inherit"), log ?? "inherit"];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...GIVES_BACK, ...env, REGISTER_STARTER: String(process.pid) },
    stdio: tie === "ipc" ? [...stdio, "ipc"] : stdio,
  });
  let ended = false;
  /** @type {Promise<number | string>} */
  const gone = new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve(code ?? signal ?? 1));
    child.once("error", () => resolve(1));
  });
  void gone.then(() => (ended = true));
  const heard = new Promise((resolve) => child.once("message", resolve));
  const stop = async () => {
    if (ended) return;
    const force = setTimeout(() => child.kill("SIGKILL"), leaveMs);
    tell(child);
    await gone;
    clearTimeout(force);
  };
  return { pid: child.pid ?? 0, gone, heard, hasEnded: () => ended, stop };
}
