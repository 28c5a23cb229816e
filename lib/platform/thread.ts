// Asks a program that runs in another thread, started when it is needed and ended when it has been idle for a while.
import { Worker } from "node:worker_threads";

const IDLE_MS = 60_000;

interface Thread<Answer> {
  worker: Worker;
  pending: Map<number, { answer: (answer: Answer) => void; fail: (error: Error) => void }>;
  idle: NodeJS.Timeout | null;
}

/**
 * The program is sent `{ id, asked }` and sends back `{ id, answer }`, or `{ id, failed }`. Asking throws if
 * it failed or gave no answer in time; the next question then gets a new thread. No thread keeps its process
 * alive.
 */
export function threadOf<Question, Answer>(program: string, patienceMs: number) {
  let thread: Thread<Answer> | null = null;
  let last = 0;

  function start(): Thread<Answer> {
    const worker = new Worker(program, { env: {}, resourceLimits: { maxOldGenerationSizeMb: 256 } });
    const mine: Thread<Answer> = { worker, pending: new Map(), idle: null };
    worker.on("message", ({ id, answer, failed }: { id: number; answer: Answer; failed?: string }) => {
      const waiting = mine.pending.get(id);
      if (failed === undefined) waiting?.answer(answer);
      else waiting?.fail(new Error(failed));
      if (mine.pending.size === 0) mine.idle = setTimeout(() => end(mine, "idle"), IDLE_MS).unref();
    });
    worker.on("error", (error) => end(mine, String(error)));
    // Unreferenced last, since listening to it keeps the process alive.
    worker.unref();
    return mine;
  }

  function end(mine: Thread<Answer>, why: string): void {
    if (thread === mine) thread = null;
    for (const { fail } of mine.pending.values()) fail(new Error(why));
    void mine.worker.terminate();
  }

  return (request: Question): Promise<Answer> => {
    const mine = (thread ??= start());
    if (mine.idle) clearTimeout(mine.idle);
    const id = (last += 1);
    return new Promise((answer, fail) => {
      const late = setTimeout(() => end(mine, `no answer in ${String(patienceMs)} ms`), patienceMs);
      const finish = (settle: () => void): void => {
        clearTimeout(late);
        mine.pending.delete(id);
        settle();
      };
      mine.pending.set(id, {
        answer: (given) => finish(() => answer(given)),
        fail: (error) => finish(() => fail(error)),
      });
      mine.worker.postMessage({ id, asked: request });
    });
  };
}
