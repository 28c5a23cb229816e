import { refusalOf } from "@/lib/http/failure";
import type { Answered } from "./api";

/** So many at the same time, each as a client that tries again when it is answered 503. All have ended when this does. */
export async function atOnce<T>(n: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const ended = await Promise.allSettled(
    Array.from({ length: n }, (_, index) => patiently(() => work(index))),
  );
  return ended.map((one) => {
    if (one.status === "rejected") throw one.reason as Error;
    return one.value;
  });
}

/** The answer to a request that is sent again, with its key, for as long as it is told to come back later. */
export async function served(ask: () => Promise<Answered>): Promise<Answered> {
  for (let turn = 1; ; turn += 1) {
    const answer = await ask();
    if (answer.headers.get("retry-after") === null || turn === MOST_TURNS) return answer;
  }
}

/** On a machine that is busy with other things it may take longer to get a connection, or a lock, than anyone is let wait for. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await work();
    } catch (error) {
      if (turn === MOST_TURNS || refusalOf(error) === null) throw error;
    }
  }
}

const MOST_TURNS = 20;
