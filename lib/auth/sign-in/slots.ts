// Checking a password costs 20 MiB and a core for a while. Two run at a time; the rest wait in a bounded queue in which
// no single caller can take every place.
const AT_ONCE = 2;
const WAITING = 1000;
const WAITING_EACH = 300;

/** Runs the work when a slot is free; null when the queue is full. */
export async function inSlot<T>(caller: string, work: () => Promise<T>): Promise<T | null> {
  const mine = line.filter((one) => one.caller === caller).length;
  if (running >= AT_ONCE) {
    if (line.length >= WAITING || mine >= WAITING_EACH) return null;
    await new Promise<void>((go) => line.push({ caller, go }));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = line.shift();
    if (next) next.go();
    else running -= 1;
  }
}

let running = 0;
const line: { caller: string; go: () => void }[] = [];
