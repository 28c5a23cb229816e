import { setTimeout as sleep } from "node:timers/promises";
import { PlainError } from "../base/plain-error.mjs";

/** A process that lived this long has started well. */
const STEADY_MS = 10_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** @typedef {import("./child.mjs").Child} Child */

/**
 * Keeps a process running: whenever it ends unexpectedly it is restarted, at once the first time, and after
 * longer and longer pauses if it keeps ending early. The first start has to succeed.
 * @param {string} what its name, as people read it
 * @param {(signal: AbortSignal) => Promise<Child>} start
 * @param {(line: string) => void} [say]
 */
export async function supervise(what, start, say = console.log) {
  const quit = new AbortController();
  let child = await start(quit.signal);
  const watching = watch();
  async function watch() {
    for (let early = 0; ;) {
      const since = performance.now();
      const code = await child.gone;
      if (quit.signal.aborted) return;
      early = performance.now() - since < STEADY_MS ? early + 1 : 0;
      say(`${what} has ended unexpectedly (${code}). Restarting it.`);
      await sleep(pauseMs(early), undefined, { signal: quit.signal }).catch(() => {});
      if (quit.signal.aborted) return;
      child = await start(quit.signal).catch((error) => hasNotStarted(error, say));
      if (quit.signal.aborted) return child.stop();
    }
  }
  return {
    pid: () => child.pid,
    stop: async () => {
      quit.abort();
      await child.stop();
      await watching;
    },
  };
}

/** @param {number} early how many times in a row it has ended early */
const pauseMs = (early) => (early <= 1 ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** (early - 2), LONGEST_PAUSE_MS));

/** @param {unknown} error @param {(line: string) => void} say @returns {Child} */
function hasNotStarted(error, say) {
  if (error instanceof PlainError) say(error.message);
  else console.error(error);
  const never = new Promise(() => {});
  return { pid: 0, gone: Promise.resolve(1), heard: never, hasEnded: () => true, stop: async () => {} };
}
