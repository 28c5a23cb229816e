// How this process ends when it is told to: readiness says so first, what was begun is answered, the log is sealed.
import { setTimeout as pause } from "node:timers/promises";
import { accessNoted } from "@/lib/auth/access-log";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/log";
import { noteStopping } from "@/lib/platform/stopping";
import { Door, type ClosingTimes } from "./door";

/** A statement's limit, and what a COMMIT may wait after it. */
const LONGEST_WRITE_MS = 25_000;
/** Also what somebody who asks every two seconds needs to ask once more. */
const DRAIN_MS = 3_000;
const IDLE_MS = 2_500;
const SEALING_MS = 5_000;

/** Call once per process. Next leaves signals to us where NEXT_MANUAL_SIG_HANDLE is set, as `npm start` does. */
export function leaveOnSignals(seal: () => Promise<void>): void {
  if (!process.env["NEXT_MANUAL_SIG_HANDLE"]) return;
  const door = new Door().watch();
  let isLeaving = false;
  const leave = (): void => {
    // Ctrl-C reaches this process twice: from the terminal, and from the one that started it.
    if (isLeaving) return;
    isLeaving = true;
    void left(door, seal).finally(() => process.exit(0));
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, leave);
}

async function left(door: Door, seal: () => Promise<void>): Promise<void> {
  noteStopping();
  await door.close(closingTimes());
  await inTime(accessNoted());
  await inTime(seal());
}

function closingTimes(): ClosingTimes {
  const { DRAIN_SECONDS } = env();
  return {
    drainMs: DRAIN_SECONDS === undefined ? DRAIN_MS : DRAIN_SECONDS * 1_000,
    mayBeShorter: DRAIN_SECONDS === undefined,
    idleMs: IDLE_MS,
    longestMs: LONGEST_WRITE_MS,
  };
}

/** Nothing here is worth not leaving: the next start seals, too. */
const inTime = (work: Promise<void>): Promise<void> =>
  Promise.race([
    work.catch((error: unknown) => logger.warn({ err: error }, "left something undone")),
    pause(SEALING_MS, undefined, { ref: false }),
  ]);
