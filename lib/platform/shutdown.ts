// How the worker ends when it is asked to: it takes no other job, and seals. A job that it leaves is another's then.
import { setTimeout as pause } from "node:timers/promises";
import { logger } from "./log";
import { noteStopping } from "./stopping";

const LAST_WORK_MS = 5_000;

/**
 * Under `npm start` it learns so by the end of the channel to that, once the web server is gone: signals reach all processes
 * of a terminal or a service at once, and it has to seal what was written last. The channel also ends with a starter that
 * was killed. By itself, it leaves on signals.
 */
export function shutDownWhenAsked(seal: () => Promise<void>): void {
  let isLeaving = false;
  const leave = (): void => {
    if (isLeaving) return;
    isLeaving = true;
    noteStopping();
    void inTime(seal()).finally(() => process.exit(0));
  };
  const isOfStarter = process.env["REGISTER_STARTER"] === String(process.ppid);
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const)
    process.on(signal, isOfStarter ? () => undefined : leave);
  if (isOfStarter) process.on("disconnect", leave);
  else setInterval(() => undefined, STAY_MS);
}

/** Loops keep no process alive. */
const STAY_MS = 60_000;

/** Nothing is worth not leaving: the next start seals, too. */
export const inTime = (work: Promise<void>): Promise<void> =>
  Promise.race([
    work.catch((error: unknown) => logger.warn({ err: error }, "left something undone")),
    pause(LAST_WORK_MS, undefined, { ref: false }),
  ]);
