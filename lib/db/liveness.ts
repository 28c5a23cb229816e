// A database that hangs, or whose connection is broken, gives no error. When an answer takes long, a separate
// connection checks whether the database answers at all. If not, all waiting queries fail, each after about
// three seconds at most, behind a pooler about twelve. A COMMIT that isn't confirmed fails after eight.
import pg from "pg";

const LOOK_EVERY_MS = 1_000;
const TURN_MS = 100;
/**
 * Counted in turns of our own event loop, in which an answer would have been read: a blocked loop proves
 * nothing.
 */
const TURNS = 12;
/**
 * A pooler accepts a connection even if the database behind it is silent, so a query follows. It queues
 * behind those of others, so it gets longer.
 */
const QUESTION_TURNS = 100;

export interface LivenessWatch {
  /** Rejects when the database answers nobody. */
  silence: Promise<never>;
  /** Stops waiting. */
  end(): void;
}

/** Longer than a COMMIT takes that waits only for its own disk. */
const CONFIRM_MS = 8_000;

/**
 * PostgreSQL has no time limit for a COMMIT, which waits forever for a missing synchronous standby. Its
 * connection is dropped and the COMMIT not cancelled: a cancelled one is confirmed although no standby has
 * it.
 */
export function limitCommit(): {
  unconfirmed: Promise<never>;
  begin(client: pg.PoolClient): void;
  end(): void;
} {
  let timer: NodeJS.Timeout | undefined;
  let fail: (late: Error) => void = () => undefined;
  const unconfirmed = new Promise<never>((_, reject) => (fail = reject));
  unconfirmed.catch(() => undefined);
  return {
    unconfirmed,
    begin: (client) => {
      timer = setTimeout(() => {
        fail(Object.assign(new Error("the database doesn't confirm COMMIT"), { code: "ETIMEDOUT" }));
        void client.end().catch(() => undefined);
      }, CONFIRM_MS);
    },
    end: () => clearTimeout(timer),
  };
}

interface PoolLiveness {
  /** The pool's own settings. */
  connection: pg.ClientConfig;
  /** Connections in use, each with its timer, for single queries and transactions alike. */
  inUse: Map<pg.PoolClient, NodeJS.Timeout>;
  waiting: Set<(silence: Error) => void>;
  /** When a connection was last returned without error. */
  last: number;
  probing: boolean;
}

const poolStates = new WeakMap<pg.Pool, PoolLiveness>();

/** Tracks who waits for an answer from this pool, and when it last gave one. */
export function trackPool(pool: pg.Pool, connection: pg.ClientConfig): void {
  const state: PoolLiveness = { connection, inUse: new Map(), waiting: new Set(), last: 0, probing: false };
  poolStates.set(pool, state);
  pool.on("acquire", (client) => {
    state.inUse.set(
      client,
      setInterval(() => void probe(state), LOOK_EVERY_MS),
    );
  });
  pool.on("release", (error, client) => {
    clearInterval(state.inUse.get(client));
    state.inUse.delete(client);
    if (!(error as Error | undefined)) state.last = Date.now();
  });
}

/** For callers that wait for this pool, including for a free connection. */
export function watchLiveness(pool: pg.Pool): LivenessWatch {
  const state = poolStates.get(pool);
  let fail: (silence: Error) => void = () => undefined;
  const silence = new Promise<never>((_, reject) => (fail = reject));
  silence.catch(() => undefined);
  state?.waiting.add(fail);
  const timer = setInterval(() => void probe(state), LOOK_EVERY_MS);
  return {
    silence,
    end: () => {
      state?.waiting.delete(fail);
      clearInterval(timer);
    },
  };
}

/** A new connection distinguishes a busy database from a silent one. */
async function probe(state: PoolLiveness | undefined): Promise<void> {
  if (!state || state.probing) return;
  state.probing = true;
  const began = Date.now();
  const scout = new pg.Client({ ...state.connection, connectionTimeoutMillis: 30_000 });
  scout.on("error", () => undefined);
  const answers =
    (await isAnswered(scout.connect(), TURNS)) && (await isAnswered(scout.query("SELECT"), QUESTION_TURNS));
  if (!answers && state.last < began) giveUp(state);
  state.probing = false;
  void scout.end().catch(() => undefined);
}

async function isAnswered(asking: Promise<unknown>, turns: number): Promise<boolean> {
  const listening = listenFor(turns);
  // A refusal is an answer too: everyone waiting gets one as well.
  const answer = asking.then(
    () => true,
    () => true,
  );
  const isAnswer = await Promise.race([answer, listening.isOver]);
  listening.end();
  return isAnswer;
}

function listenFor(turns: number): { isOver: Promise<false>; end: () => void } {
  let resolveFalse: (nothing: false) => void = () => undefined;
  const isOver = new Promise<false>((resolve) => (resolveFalse = resolve));
  const timer = setInterval(() => {
    turns -= 1;
    if (turns === 0) resolveFalse(false);
  }, TURN_MS);
  return { isOver, end: () => clearInterval(timer) };
}

/** Waiting queries fail now, instead of some time later. */
function giveUp({ inUse, waiting }: PoolLiveness): void {
  const silence = Object.assign(new Error("the database keeps silent"), { code: "ETIMEDOUT" });
  for (const fail of waiting) fail(silence);
  for (const client of inUse.keys()) void client.end().catch(() => undefined);
}
