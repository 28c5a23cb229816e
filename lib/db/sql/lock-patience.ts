// How long one change waits for others in total. PostgreSQL's lock_timeout limits each wait, but a change may
// wait for several locks and be retried: one row that someone kept locked made others wait for eleven
// seconds.
import type pg from "pg";
import { replaceQuery } from "./replace-query";

const PATIENCE_MS = 3_700;
/** A change that has waited long still gets this much for a lock that is merely in use. */
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
    // The session's own lock_timeout is shorter than the total, and applies until something was waited for.
    let limitedAt = 0;
    const limited: Ask = (...given) => {
      if (!isAwaited(given)) return ask(...given);
      if (limitedAt !== this.waitedMs) {
        limitedAt = this.waitedMs;
        const left = Math.max(LEAST_MS, Math.round(PATIENCE_MS - this.waitedMs));
        // Not awaited: the next statement would overtake this one.
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

  /** A statement sent behind others starts to wait only once the one before it has been answered. */
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

/**
 * False for streams, which are objects that submit themselves, and wait for no lock that their statement
 * doesn't hold yet.
 */
const isAwaited = ([question, ...rest]: unknown[]): boolean =>
  typeof (question as { submit?: unknown }).submit !== "function" &&
  rest.every((one) => typeof one !== "function");
