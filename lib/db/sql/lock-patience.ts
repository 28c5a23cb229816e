// How long one change waits for others in all. PostgreSQL's lock_timeout limits one wait, and a change may wait for
// several locks and be retried: one row that somebody kept locked made others wait for eleven seconds.
import type pg from "pg";

const PATIENCE_MS = 3_700;
/** Whoever has waited long still gets so much for a lock that is merely in use. */
const LEAST_MS = 250;
/** A statement that takes less hasn't waited. */
const NOTABLE_MS = 100;

type Ask = (...given: unknown[]) => unknown;

/** One for all attempts of a change. */
export class LockPatience {
  private waitedMs = 0;

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
      const timed = () => this.timed(ask(...given) as Promise<unknown>);
      if (limitedAt === this.waitedMs) return timed();
      limitedAt = this.waitedMs;
      const left = Math.max(LEAST_MS, Math.round(PATIENCE_MS - this.waitedMs));
      return (ask(`SET LOCAL lock_timeout = ${left}`) as Promise<unknown>).catch(() => undefined).then(timed);
    };
    const before = Object.getOwnPropertyDescriptor(client, "query");
    Object.defineProperty(client, "query", { configurable: true, value: limited });
    try {
      return await work();
    } finally {
      if (before) Object.defineProperty(client, "query", before);
      else Reflect.deleteProperty(client, "query");
    }
  }

  private async timed<T>(answer: Promise<T>): Promise<T> {
    const began = performance.now();
    try {
      return await answer;
    } finally {
      const took = performance.now() - began;
      if (took > NOTABLE_MS) this.waitedMs += took;
    }
  }
}

/** Streams are given as objects that submit themselves, and wait for no lock that their statement hasn't yet. */
const isAwaited = ([question, ...rest]: unknown[]): boolean =>
  typeof (question as { submit?: unknown }).submit !== "function" &&
  rest.every((one) => typeof one !== "function");
