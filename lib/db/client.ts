// The one connection pool to PostgreSQL, opened by the first query. Private to lib/db.
import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";
import { databaseUrl, poolSize } from "@/lib/platform/env";
import { trackPool, watchLiveness } from "./liveness";
import { TracedClient } from "./sql/traced-client";

/** Survives a module reload in development. Pages and the API are bundled separately and still share one pool. */
const shared = globalThis as typeof globalThis & {
  registerPool?: pg.Pool | undefined;
  registerStreams?: pg.Pool | undefined;
  registerConnection?: AsyncLocalStorage<{ client?: pg.PoolClient }>;
};

export function pool(): pg.Pool {
  return (shared.registerPool ??= open());
}

/** A second pool for reads that last as long as a client's slow connection, so that other queries still get their turn. */
export function streamPool(): pg.Pool {
  return (shared.registerStreams ??= openStreams());
}

export interface PoolFigures {
  pool: "changes" | "streams";
  inUse: number;
  idle: number;
  /** How many callers wait for a connection. */
  waiting: number;
  most: number;
}

/** Of this process; a pool that hasn't been used yet has none. */
export function poolFigures(): PoolFigures[] {
  const { registerPool, registerStreams } = shared;
  return [
    ...(registerPool ? [figuresOf("changes", registerPool)] : []),
    ...(registerStreams ? [figuresOf("streams", registerStreams)] : []),
  ];
}

const figuresOf = (pool: PoolFigures["pool"], opened: pg.Pool): PoolFigures => ({
  pool,
  inUse: opened.totalCount - opened.idleCount,
  idle: opened.idleCount,
  waiting: opened.waitingCount,
  most: opened.options.max,
});

/** For scripts and tests, which must end. */
export async function disconnect(): Promise<void> {
  const { registerPool, registerStreams } = shared;
  shared.registerPool = undefined;
  shared.registerStreams = undefined;
  for (const opened of [registerPool, registerStreams]) if (opened && !opened.ended) await opened.end();
}

/**
 * A query outside any transaction. `atMost`: a query of every request must be answered in this time, or fails.
 * `name`: it is planned once per connection.
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
      ...LONGEST_ANSWER,
      ...(atMost !== undefined && { query_timeout: atMost }),
      ...(name !== undefined && { name }),
    };
    const asking = () => pool().query<Row>(question);
    const answer = atMost === undefined ? asking() : asking().catch(onceMore(asking));
    return (await Promise.race([answer, watched.silence])).rows;
  } finally {
    watched.end();
  }
}

/**
 * For a single statement. It is longer than statement_timeout, which doesn't limit how long COMMIT waits for
 * a synchronous standby. After it the connection is closed.
 */
export const LONGEST_ANSWER = { query_timeout: 20_000 };

/** Milliseconds: a connection that takes longer is dead. */
export const REQUEST_TIMEOUT = { atMost: 2_500 };

/**
 * A busy process, such as one loading a page for the first time, may not read an answer in time although it
 * arrived. So a query that timed out is sent once more. The liveness probe finds a database that doesn't
 * answer at all.
 */
const onceMore =
  <T>(ask: () => Promise<T>) =>
  (error: unknown): Promise<T> => {
    if (error instanceof Error && error.message === "Query read timeout") return ask();
    throw error;
  };

/**
 * The connection a transaction takes. Shared like the pool: its user and the pool's opener may be two bundled copies
 * of this module.
 */
export const takenConnection = (shared.registerConnection ??= new AsyncLocalStorage());

/** Reports which connection was taken: Prisma's adapter takes one for a transaction and doesn't reveal it. */
class Pool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Parameters<pg.Pool["connect"]>[0]): void;
  override connect(callback?: Parameters<pg.Pool["connect"]>[0]): Promise<pg.PoolClient> | void {
    if (callback) return super.connect(callback);
    const slot = takenConnection.getStore();
    return super.connect().then((client) => {
      if (slot) slot.client ??= client;
      return client;
    });
  }
}

class Connection extends TracedClient {
  constructor(config: pg.ClientConfig = {}) {
    super({ ...config, connectionTimeoutMillis: 2_000 });
  }
}

/** Limits are the login's defaults (scripts/database/login-defaults.mjs): a pooler refuses them here. */
const connectionOf = () => ({
  connectionString: databaseUrl(),
  application_name: "pledge-register",
  // Prisma's adapter sends and reads instants without a zone, whatever the database's own zone.
  options: "-c TimeZone=UTC",
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
});

function open(): pg.Pool {
  const connection = connectionOf();
  const opened = new Pool({
    ...connection,
    max: poolSize(),
    // The wait for a free connection. Connecting itself must be faster.
    connectionTimeoutMillis: 10_000,
    Client: Connection,
    // Queries are sent without waiting for the answers to earlier ones: a change takes fewer round trips.
    pipeline: true,
  });
  trackPool(opened, connection);
  return withErrorListeners(opened);
}

/** Streams at a time; others wait for a turn, and are then asked to retry later. */
const STREAMS = 3;

const openStreams = (): pg.Pool =>
  withErrorListeners(
    new pg.Pool({
      ...connectionOf(),
      max: STREAMS,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 10_000,
      Client: Connection,
    }),
  );

function withErrorListeners(opened: pg.Pool): pg.Pool {
  // The pool removes its error listener when it hands over a connection, and the new user adds one a moment later.
  opened.on("connect", (client) => client.on("error", () => undefined));
  // A connection that breaks while idle is replaced on the next query. Without a listener the error would end the
  // process.
  opened.on("error", () => undefined);
  return opened;
}
