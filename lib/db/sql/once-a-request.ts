// A query that one request needs several times runs once: for pages through React, for the API through
// `asOneRequest`.
import { AsyncLocalStorage } from "node:async_hooks";
import { cache } from "react";

/** Null: the request is answered, and work that continues, such as a stream, asks each time. */
const request = new AsyncLocalStorage<{ answers: Map<object, unknown> | null }>();

export function asOneRequest<T>(work: () => Promise<T>): Promise<T> {
  const mine: { answers: Map<object, unknown> | null } = { answers: new Map() };
  return request.run(mine, work).finally(() => (mine.answers = null));
}

/** Outside pages and requests nothing is kept. */
export function onceARequest<T>(ask: () => T): () => T {
  const oncePage = cache(ask);
  return () => {
    const answers = request.getStore()?.answers;
    if (!answers) return oncePage();
    if (!answers.has(ask)) answers.set(ask, ask());
    return answers.get(ask) as T;
  };
}

/** Called before and after a transaction, so that later queries read again. */
export const forgetAnswers = (): void => request.getStore()?.answers?.clear();
