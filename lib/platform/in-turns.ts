// Long work in the server's one thread: after what is quick, in turns with what else there is to do, and not a second time.
import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";
import { setImmediate, setTimeout as pause } from "node:timers/promises";

/** Nobody waits longer than this, and one step, for a turn. */
const MOST_MS = 2;
/** So long others may go on before the next turn: a page comes back to the event loop many times. Where they never end, less so after a while. */
const MOST_OF_OTHERS_MS = 50;
const LATER_MS = 10;
const A_WHILE_MS = 1_000;
/** The event loop takes less where nobody has anything to do. */
const IDLE_MS = 0.5;

export async function inTurns<T>(steps: Generator<void, T>): Promise<T> {
  const begun = performance.now();
  let since = begun;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < MOST_MS) continue;
    await othersAreDone(since - begun < A_WHILE_MS ? MOST_OF_OTHERS_MS : LATER_MS);
    since = performance.now();
  }
}

/** Or have had their time. */
async function othersAreDone(most: number): Promise<void> {
  const end = performance.now() + most;
  for (
    let now = performance.now(), before = -Infinity;
    now - before > IDLE_MS && now < end;
    now = performance.now()
  ) {
    before = now;
    await setImmediate();
  }
}

/** The same once for each subject, however many ask, and as long as anybody holds the subject. */
export function onceInTurns<Subject extends object, T>(
  stepsOf: (subject: Subject) => Generator<void, T>,
): (subject: Subject) => Promise<T> {
  const begun = new WeakMap<Subject, Promise<T>>();
  return (subject) => {
    const work = begun.get(subject) ?? inTurns(stepsOf(subject));
    begun.set(subject, work);
    return work;
  };
}

/** Keeps the last answer for as long as it would follow from the very same objects. */
export function rememberingLast<Given extends readonly unknown[], T>(
  work: (...given: Given) => T,
): (...given: Given) => T {
  let last: { given: Given; answer: T } | null = null;
  return (...given) => {
    if (!last || last.given.some((one, index) => one !== given[index]))
      last = { given, answer: work(...given) };
    return last.answer;
  };
}

/** How long a long answer waits for others at most. */
const MOST_WAIT_MS = 250;
const LOOK_MS = 2;

/** Requests that are being answered, and those of them that give way. */
let open: { requests: number; long: number } | null = null;

/** Begins when this server answers nobody else, or after a moment: what takes long comes after what is quick. */
export async function afterOthers<T>(work: () => Promise<T>): Promise<T> {
  const now = (open ??= counted());
  now.long += 1;
  try {
    const end = performance.now() + MOST_WAIT_MS;
    while (now.requests > now.long && performance.now() < end) await pause(LOOK_MS);
    return await work();
  } finally {
    now.long -= 1;
  }
}

/** From now on: a request that came in before isn't counted. */
function counted(): { requests: number; long: number } {
  const now = { requests: 0, long: 0 };
  subscribe("http.server.request.start", (message) => {
    now.requests += 1;
    (message as { response: ServerResponse }).response.once("close", () => (now.requests -= 1));
  });
  return now;
}
