// How long one change waits for others in all. PostgreSQL's lock_timeout limits one wait, and a change may wait for
// several locks and be retried: one row that somebody kept locked made others wait for eleven seconds.
import type pg from "pg";
import { replaceQuery } from "./replace-query";

const PATIENCE_MS = 3_700;
/** Whoever has waited long still gets so much for a lock that is merely in use. */
const LEAST_MS = 250;
/** A statement that takes less hasn't waited. */
const NOTABLE_MS = 100;

type Ask = (...given: unknown[]) => unknown;

/** One for all attempts of a change. */
export class LockPatience {
  private waitedMs = 0;
  private answeredAt = 0;

  get isSpent(): boolean {
    return this.waitedMs >= PATIENCE_MS;
  }

  /** While `work` runs, each statement on this connection may wait for what is left. */
  async during<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
    const ask = client.query.bind(client) as Ask;
    // The session's own lock_timeout is shorter than the whole, and holds until something was waited for.
    let limitedAt = 0;
    const limited: Ask = (...given) => {
      if (!isAwaited(given)) return ask(...given);
      if (limitedAt !== this.waitedMs) {
        limitedAt = this.waitedMs;
        const left = Math.max(LEAST_MS, Math.round(PATIENCE_MS - this.waitedMs));
        // Not waited for: what is sent next would overtake the statement.
        (ask(`SET LOCAL lock_timeout = ${left}`) as Promise<unknown>).catch(() => undefined);
      }
      return this.timed(ask(...given) as Promise<unknown>);
    };
    const restore = replaceQuery(client, limited);
    try {
      return await work();
    } finally {
      restore();
    }
  }

  /** Of statements sent behind one another, each waits only after the one before it has been answered. */
  private async timed<T>(answer: Promise<T>): Promise<T> {
    const sent = performance.now();
    try {
      return await answer;
    } finally {
      const now = performance.now();
      const took = now - Math.max(sent, this.answeredAt);
      this.answeredAt = now;
      if (took > NOTABLE_MS) this.waitedMs += took;
    }
  }
}

/** Streams are given as objects that submit themselves, and wait for no lock that their statement hasn't yet. */
const isAwaited = ([question, ...rest]: unknown[]): boolean =>
  typeof (question as { submit?: unknown }).submit !== "function" &&
  rest.every((one) => typeof one !== "function");
