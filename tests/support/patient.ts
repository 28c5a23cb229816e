import { refusalOf } from "@/lib/http/failure";
import type { Answered } from "./api";

/** Runs n calls concurrently, each retried like a client that gets 503. Resolves only when all have ended. */
export async function atOnce<T>(n: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const ended = await Promise.allSettled(
    Array.from({ length: n }, (_, index) => patiently(() => work(index))),
  );
  return ended.map((one) => {
    if (one.status === "rejected") throw one.reason as Error;
    return one.value;
  });
}

/** Repeats the request, with its key, while the answer is to retry later. */
export async function served(ask: () => Promise<Answered>): Promise<Answered> {
  for (let turn = 1; ; turn += 1) {
    const answer = await ask();
    if (answer.headers.get("retry-after") === null || turn === MOST_TURNS) return answer;
  }
}

/** On a busy machine, a connection or a lock may take longer than the limit. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await work();
    } catch (error) {
      if (turn === MOST_TURNS || refusalOf(error) === null) throw error;
    }
  }
}

const MOST_TURNS = 20;
