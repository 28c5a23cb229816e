// Background loops for as long as this process runs. Each round starts a fixed time after the previous one has ended.
import os from "node:os";
import { logger } from "./log";

/** Survives a reload of the module in development. */
const shared = globalThis as typeof globalThis & { goingOn?: Set<string> };

/**
 * Returns at once. A loop that already runs isn't started twice. `rests`: if longer, it rests this many times
 * as long as the round took.
 */
export function startLoop(what: string, everyMs: number, round: () => Promise<void>, rests = 0): void {
  const goingOn = (shared.goingOn ??= new Set());
  if (goingOn.has(what)) return;
  goingOn.add(what);
  let failures = 0;
  const next = async (): Promise<void> => {
    const began = performance.now();
    try {
      await round();
      failures = 0;
    } catch (error) {
      failures += 1;
      if (shouldWarn(failures)) logger.warn({ err: error, failures }, `${what} have to wait`);
    }
    const rest = Math.max(everyMs, rests * (performance.now() - began));
    setTimeout(() => void next(), failures === 0 ? rest : Math.min(everyMs, AGAIN_MS)).unref();
  };
  void next();
}

const AGAIN_MS = 5_000;

/**
 * Skips the first failure: a busy machine at start may miss a round and make up for it. Then warns ever more rarely.
 */
const shouldWarn = (failures: number): boolean => failures > 1 && Number.isInteger(Math.log2(failures));

/**
 * Pages come first. A process that was started with a lower priority (`nice`) keeps it: only the system's
 * administrator may raise it.
 */
export function comeAfterPages(pid = process.pid): void {
  const { PRIORITY_BELOW_NORMAL } = os.constants.priority;
  if (os.getPriority(pid) < PRIORITY_BELOW_NORMAL) os.setPriority(pid, PRIORITY_BELOW_NORMAL);
}
