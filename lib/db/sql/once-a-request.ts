// What one request asks several times is asked once: by a page through React, by the API through `asOneRequest`.
import { AsyncLocalStorage } from "node:async_hooks";
import { cache } from "react";

/** Null: it is answered, and what goes on, such as a stream, asks each time. */
const request = new AsyncLocalStorage<{ answers: Map<object, unknown> | null }>();

export function asOneRequest<T>(work: () => Promise<T>): Promise<T> {
  const mine: { answers: Map<object, unknown> | null } = { answers: new Map() };
  return request.run(mine, work).finally(() => (mine.answers = null));
}

/** Elsewhere than in a page or a request nothing is kept. */
export function onceARequest<T>(ask: () => T): () => T {
  const oncePage = cache(ask);
  return () => {
    const answers = request.getStore()?.answers;
    if (!answers) return oncePage();
    if (!answers.has(ask)) answers.set(ask, ask());
    return answers.get(ask) as T;
  };
}

/** Before a transaction and after it: both read what is there then. */
export const forgetAnswers = (): void => request.getStore()?.answers?.clear();
