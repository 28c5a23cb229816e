// How the worker ends when asked to: it takes no other job, and seals. Another worker continues its job.
import { setTimeout as pause } from "node:timers/promises";
import { logger } from "./log";
import { noteStopping } from "./stopping";

const LAST_WORK_MS = 5_000;

/**
 * Under `npm start` it ends when the channel to the starter closes, after the web server is gone: signals
 * reach all processes of a terminal or a service at once, but the worker has to seal what was written last.
 * The channel also closes if the starter is killed. A worker without a starter ends on signals.
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

/** Loops don't keep a process alive. */
const STAY_MS = 60_000;

/** Nothing may prevent the process from ending: the next start seals too. */
export const inTime = (work: Promise<void>): Promise<void> =>
  Promise.race([
    work.catch((error: unknown) => logger.warn({ err: error }, "left something undone")),
    pause(LAST_WORK_MS, undefined, { ref: false }),
  ]);
