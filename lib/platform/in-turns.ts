// Long work in the server's one thread: in turns with what else it has to do, and not a second time.
import { setImmediate } from "node:timers/promises";

/** Nobody waits longer than this, and one step, for a turn. A page takes several. */
const MOST_MS = 5;

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
