// The rows of one query as they arrive, in batches: all of one moment, never many in memory. A slow reader slows the
// database's sending. A reader who leaves ends the query.
import pg from "pg";
import { askPool, streamPool } from "../client";
import type { Sql } from "../sql/sql";

/** Resolves once the first rows have arrived. The caller reads to the end or returns the iterator. */
export async function streamed<Row, T>(question: Sql, shape: (row: Row) => T): Promise<AsyncIterable<T[]>> {
  const client = (await streamPool().connect()) as Connected;
  const rows = new Rows(client, await begin(client), question, shape);
  await rows.begun();
  return { [Symbol.asyncIterator]: () => rows };
}

/** Small batches die young: garbage collection frees them early instead of promoting them. */
const BATCH = 100;
/** Unread batches before the database has to wait. */
const MOST_WAITING = 8;
/** No rows arrived, or nobody read them: the other side is gone. */
const PATIENCE_MS = 120_000;

/**
 * Opens its own transaction, so that its limits apply to nothing else. Returns the id of the database's
 * process, which a pooler hides.
 */
async function begin(client: pg.PoolClient): Promise<number> {
  try {
    // For several statements pg returns a list, which its types don't say.
    const answers = [await client.query<{ pid: number }>(BEGIN)].flat();
    return answers.at(-1)?.rows[0]?.pid ?? 0;
  } catch (error) {
    client.release(error as Error);
    throw error;
  }
}

const BEGIN = `
  BEGIN READ ONLY;
  SET LOCAL statement_timeout = '30min';
  SET LOCAL idle_in_transaction_session_timeout = '30min';
  SELECT pg_backend_pid() AS pid`;

/** Members that the driver has and its types lack. */
type Connected = pg.PoolClient & {
  connection: { stream: { pause(): void; resume(): void } };
};

class Rows<Row, T> implements AsyncIterator<T[]> {
  private readonly batches: Row[][] = [];
  private gathered: Row[] = [];
  private ended = false;
  private failure: Error | null = null;
  private wake: () => void = () => undefined;
  private patience: NodeJS.Timeout | undefined;

  private freed: Promise<void> = Promise.resolve();

  constructor(
    private readonly client: Connected,
    private readonly pid: number,
    { text, values }: Sql,
    private readonly shape: (row: Row) => T,
  ) {
    this.client.on("error", this.fail);
    const query = new pg.Query<Row & pg.QueryResultRow>({ text, values: [...values] });
    query.on("row", (row) => this.gather(row));
    query.on("end", () => this.end());
    query.on("error", this.fail);
    this.client.query(query);
    this.wait();
  }

  async begun(): Promise<void> {
    await this.filled();
    if (this.failure && this.batches.length === 0) throw this.failure;
  }

  async next(): Promise<IteratorResult<T[], undefined>> {
    await this.filled();
    const batch = this.batches.shift();
    if (batch === undefined) {
      if (this.failure) throw this.failure;
      await this.freed;
      return { done: true, value: undefined };
    }
    if (!this.ended) {
      this.wait();
      this.client.connection.stream.resume();
    }
    return { done: false, value: batch.map(this.shape) };
  }

  return(): Promise<IteratorResult<T[], undefined>> {
    this.batches.length = 0;
    if (!this.ended) this.fail(new Error("nobody reads on"));
    return Promise.resolve({ done: true, value: undefined });
  }

  private gather(row: Row): void {
    this.gathered.push(row);
    if (this.gathered.length >= BATCH) this.put();
  }

  private put(): void {
    this.batches.push(this.gathered);
    this.gathered = [];
    this.wait();
    if (this.batches.length >= MOST_WAITING) this.client.connection.stream.pause();
    this.wake();
  }

  private async filled(): Promise<void> {
    while (this.batches.length === 0 && !this.ended)
      await new Promise<void>((resolve) => (this.wake = resolve));
  }

  private end(): void {
    if (this.ended) return;
    if (this.gathered.length > 0) this.put();
    this.close();
    this.client.connection.stream.resume();
    this.freed = this.client.query("COMMIT").then(
      () => this.client.release(),
      (error: unknown) => this.client.release(error as Error),
    );
  }

  /** The connection is unusable: its query runs on unless the database cancels it. */
  private readonly fail = (error: Error): void => {
    if (this.ended) return;
    this.failure = error;
    this.close();
    this.client.release(error);
    void askPool("SELECT pg_cancel_backend($1)", [this.pid]).catch(() => undefined);
  };

  private close(): void {
    this.ended = true;
    clearTimeout(this.patience);
    this.client.off("error", this.fail);
    this.wake();
  }

  private wait(): void {
    clearTimeout(this.patience);
    this.patience = setTimeout(() => this.fail(new Error("query read timeout")), PATIENCE_MS);
    this.patience.unref();
  }
}
