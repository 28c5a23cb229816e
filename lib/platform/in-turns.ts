// Long work in the server's single thread: after quick requests, in turns with other work, and never twice.
import { subscribe } from "node:diagnostics_channel";
import type { ServerResponse } from "node:http";
import { setImmediate, setTimeout as pause } from "node:timers/promises";

/** Other work waits no longer than this plus one step for its turn. */
const MOST_MS = 2;
/**
 * How long other work may continue before the next turn: a page returns to the event loop many times. If it
 * never ends, less after a while.
 */
const MOST_OF_OTHERS_MS = 50;
const LATER_MS = 10;
const A_WHILE_MS = 1_000;
/** The event loop takes less than this if there is nothing else to do. */
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

/** Resolves when the others are done, or have had their time. */
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

/**
 * Does the work once per subject, however many callers ask, and keeps the result as long as the subject is in
 * use.
 */
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

/** Keeps the last answer as long as it is called with the same objects. */
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

/** Begins when this server has no other requests, or after a moment: long work comes after quick requests. */
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

/** Counts from now on: earlier requests aren't included. */
function counted(): { requests: number; long: number } {
  const now = { requests: 0, long: 0 };
  subscribe("http.server.request.start", (message) => {
    now.requests += 1;
    (message as { response: ServerResponse }).response.once("close", () => (now.requests -= 1));
  });
  return now;
}
