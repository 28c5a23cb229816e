// Long work in the server's one thread, in turns with what else it has to do.
import { setImmediate } from "node:timers/promises";

/** Nobody waits longer than this, and one step, for their turn. */
const MOST_MS = 15;

export async function inTurns<T>(steps: Generator<void, T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < MOST_MS) continue;
    await setImmediate();
    since = performance.now();
  }
}
