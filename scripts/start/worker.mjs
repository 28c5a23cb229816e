import { PlainError } from "../base/plain-error.mjs";
import { startChild } from "./child.mjs";

/** The longest it takes to seal (lib/platform/shutdown.ts) and to abandon a statement. */
const LEAVE_MS = 10_000;

/** Enough for packages of a log of 1,000,000 entries, and of a register of 80,000 pledges as records. */
const DEFAULT_HEAP_MB = 1_280;

/**
 * Starts a process for background work, and waits until it has begun. To stop it, its channel is closed: a
 * terminal or a service sends signals to all processes at once.
 * @param {string} file bundled
 * @param {import("./child.mjs").Output & { env: NodeJS.ProcessEnv }} options
 */
export async function startWorker(file, { env, ...output }) {
  const child = startChild(workerCommand(file, env), {
    ...output,
    env: { ...env, NODE_ENV: env.NODE_ENV || "production" },
    tie: "ipc",
    leaveMs: LEAVE_MS,
    tell: (process) => process.connected && process.disconnect(),
  });
  const hasBegun = await Promise.race([child.heard.then(() => true), child.gone.then(() => false)]);
  if (!hasBegun) throw new PlainError("Background work did not start; see its output above.");
  return child;
}

/** @param {string} file @param {NodeJS.Dict<string>} env */
export const workerCommand = (file, { WORKER_HEAP_MB }) => [
  `--max-old-space-size=${WORKER_HEAP_MB || DEFAULT_HEAP_MB}`,
  "--conditions=react-server",
  file,
];
