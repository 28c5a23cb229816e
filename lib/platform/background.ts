// Work that goes on for as long as this process runs: round after round, each begun some time after the one before has ended.
import { logger } from "./log";

/** Outlives a reload of the module in development. */
const shared = globalThis as typeof globalThis & { goingOn?: Set<string> };

/** Answers at once. What goes on already isn't begun a second time. */
export function startLoop(what: string, everyMs: number, round: () => Promise<void>): void {
  const goingOn = (shared.goingOn ??= new Set());
  if (goingOn.has(what)) return;
  goingOn.add(what);
  let failures = 0;
  const next = async (): Promise<void> => {
    try {
      await round();
      failures = 0;
    } catch (error) {
      failures += 1;
      if (isTold(failures)) logger.warn({ err: error, failures }, `${what} have to wait`);
    }
    setTimeout(() => void next(), failures === 0 ? everyMs : Math.min(everyMs, AGAIN_MS)).unref();
  };
  void next();
}

const AGAIN_MS = 5_000;

/** A machine that is busy starting misses a round, and makes up for it in the next: nobody has to know. After that, ever more seldom. */
const isTold = (failures: number): boolean => failures > 1 && Number.isInteger(Math.log2(failures));
