// How the web server ends when asked to: first readiness says so, then requests that have begun are answered.
import { accessNoted } from "@/lib/auth/access-log";
import { env } from "@/lib/platform/env";
import { inTime } from "@/lib/platform/shutdown";
import { tracesSent } from "@/lib/platform/watch/spans";
import { noteStopping } from "@/lib/platform/stopping";
import { ConnectionDrain, type ClosingTimes } from "./connection-drain";

/** A statement's time limit, plus what its COMMIT may wait. */
const LONGEST_WRITE_MS = 25_000;
/** Long enough for a client that asks every two seconds to ask once more. */
const DRAIN_MS = 3_000;
const IDLE_MS = 2_500;

/** Call once per process. Next leaves signals to us where NEXT_MANUAL_SIG_HANDLE is set, as `npm start` does. */
export function shutDownOnSignals(): void {
  if (!process.env["NEXT_MANUAL_SIG_HANDLE"]) return;
  const drain = new ConnectionDrain().watch();
  let isLeaving = false;
  const leave = (): void => {
    // Ctrl-C reaches this process twice: from the terminal, and from the one that started it.
    if (isLeaving) return;
    isLeaving = true;
    void left(drain).finally(() => process.exit(0));
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, leave);
}

async function left(drain: ConnectionDrain): Promise<void> {
  noteStopping();
  await drain.close(closingTimes());
  await inTime(Promise.all([accessNoted(), tracesSent()]).then(() => undefined));
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
