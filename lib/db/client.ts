// One pool for everything that speaks to PostgreSQL, opened by the first question. Private to lib/db.
import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";
import { databaseUrl, poolSize } from "@/lib/platform/env";
import { listen, watchLiveness } from "./liveness";

/** Outlives a reload of the module in development; and pages and the API, which are bundled apart, have one pool. */
const shared = globalThis as typeof globalThis & {
  registerPool?: pg.Pool | undefined;
  registerStreams?: pg.Pool | undefined;
  registerTaking?: AsyncLocalStorage<{ client?: pg.PoolClient }>;
};

export function pool(): pg.Pool {
  return (shared.registerPool ??= open());
}

/** For what is read for as long as somebody's line is slow: beside the pool, so that all others find their turn in it. */
export function streamPool(): pg.Pool {
  return (shared.registerStreams ??= openStreams());
}

/** For scripts and tests, which end. */
export async function disconnect(): Promise<void> {
  const { registerPool, registerStreams } = shared;
  shared.registerPool = undefined;
  shared.registerStreams = undefined;
  for (const opened of [registerPool, registerStreams]) if (opened && !opened.ended) await opened.end();
}

/**
 * A question outside any transaction. `atMost`: what is asked of every request is answered at once or not at all. `name`: it is
 * planned once on each connection.
 */
export async function askPool<Row extends pg.QueryResultRow>(
  text: string,
  values: readonly unknown[] = [],
  { atMost, name }: { atMost?: number; name?: string } = {},
): Promise<Row[]> {
  const watched = watchLiveness(pool());
  try {
    const question = {
      text,
      values: [...values],
      ...(atMost !== undefined && { query_timeout: atMost }),
      ...(name !== undefined && { name }),
    };
    const asking = () => pool().query<Row>(question);
    return (await Promise.race([asking().catch(onceMore(asking)), watched.silence])).rows;
  } finally {
    watched.end();
  }
}

/** Milliseconds: a connection on which this takes longer is a dead one. */
export const AT_ONCE = { atMost: 2_500 };

/**
 * A busy process, for example one that loads a page for the first time, may not read an answer in time although it arrived. So a
 * query that timed out is sent once more. The watch finds a database that doesn't answer at all.
 */
const onceMore =
  <T>(ask: () => Promise<T>) =>
  (error: unknown): Promise<T> => {
    if (error instanceof Error && error.message === "Query read timeout") return ask();
    throw error;
  };

/** Which connection a transaction takes. Shared as the pool is: who asks for it and who opened the pool may be two modules of this file. */
export const taking = (shared.registerTaking ??= new AsyncLocalStorage());

/** Says which connection was taken: Prisma's adapter takes one for a transaction and keeps it to itself. */
class Pool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Parameters<pg.Pool["connect"]>[0]): void;
  override connect(callback?: Parameters<pg.Pool["connect"]>[0]): Promise<pg.PoolClient> | void {
    if (callback) return super.connect(callback);
    const taken = taking.getStore();
    return super.connect().then((client) => {
      if (taken) taken.client ??= client;
      return client;
    });
  }
}

class Connection extends pg.Client {
  constructor(config: pg.ClientConfig = {}) {
    super({ ...config, connectionTimeoutMillis: 2_000 });
  }
}

const connectionOf = () => ({
  connectionString: databaseUrl(),
  application_name: "pledge-register",
  // Prisma's adapter sends instants without their zone and reads them so, whatever the database's own may be.
  options: "-c TimeZone=UTC",
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
});

function open(): pg.Pool {
  const connection = connectionOf();
  const opened = new Pool({
    ...connection,
    max: poolSize(),
    // For a turn, when all are in use. A connection has to be there sooner.
    connectionTimeoutMillis: 10_000,
    Client: Connection,
    statement_timeout: 15_000,
    lock_timeout: 3_000,
    idle_in_transaction_session_timeout: 30_000,
  });
  listen(opened, connection);
  return heard(opened);
}

/** So many may be read at once; whoever comes then waits for a turn, and is told to come later. */
const STREAMS = 3;

const openStreams = (): pg.Pool =>
  heard(
    new pg.Pool({
      ...connectionOf(),
      max: STREAMS,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 10_000,
      Client: Connection,
      statement_timeout: 1_800_000,
      lock_timeout: 3_000,
    }),
  );

function heard(opened: pg.Pool): pg.Pool {
  // The pool stops hearing a connection as it hands it over, and whoever asked for it hears it a moment later.
  opened.on("connect", (client) => client.on("error", () => undefined));
  // A connection that breaks while idle is replaced by the next question; unheard, it would end the process.
  opened.on("error", () => undefined);
  return opened;
}
