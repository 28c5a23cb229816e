// A database that hangs, or is behind a broken line, is as far away as one that is stopped, but gives no error. When an answer takes
// long, a connection of its own asks whether the database answers at all. If it doesn't, all that wait fail, each after about
// three seconds at most.
import pg from "pg";

const LOOK_EVERY_MS = 1_000;
const LOOK_FOR_MS = 1_200;
const TICK_MS = 100;
/** Fewer while it asks, and it was our event loop that was blocked: then nothing is known. */
const TICKS = 9;

export interface Watch {
  /** Fails when the database says nothing to anybody. */
  silence: Promise<never>;
  /** Nobody waits any more. */
  end(): void;
}

interface Heard {
  /** How to reach what the pool reaches. */
  connection: pg.ClientConfig;
  /** Each with the clock of whoever asks on it, a single question as much as a transaction. */
  inUse: Map<pg.PoolClient, NodeJS.Timeout>;
  waiting: Set<(silence: Error) => void>;
  /** When a connection was last given back in good order. */
  last: number;
  looking: boolean;
}

const heard = new WeakMap<pg.Pool, Heard>();

/** Keeps in mind who waits for an answer of this pool, and when it last gave one. */
export function listen(pool: pg.Pool, connection: pg.ClientConfig): void {
  const state: Heard = { connection, inUse: new Map(), waiting: new Set(), last: 0, looking: false };
  heard.set(pool, state);
  pool.on("acquire", (client) => {
    state.inUse.set(
      client,
      setInterval(() => void look(state), LOOK_EVERY_MS),
    );
  });
  pool.on("release", (error, client) => {
    clearInterval(state.inUse.get(client));
    state.inUse.delete(client);
    if (!(error as Error | undefined)) state.last = Date.now();
  });
}

/** For whoever waits for this pool, also for a turn. */
export function watch(pool: pg.Pool): Watch {
  const state = heard.get(pool);
  let tell: (silence: Error) => void = () => undefined;
  const silence = new Promise<never>((_, reject) => (tell = reject));
  silence.catch(() => undefined);
  state?.waiting.add(tell);
  const timer = setInterval(() => void look(state), LOOK_EVERY_MS);
  return {
    silence,
    end: () => {
      state?.waiting.delete(tell);
      clearInterval(timer);
    },
  };
}

/** A connection made for this alone tells a database that is busy from one that is silent. */
async function look(state: Heard | undefined): Promise<void> {
  if (!state || state.looking) return;
  state.looking = true;
  const began = Date.now();
  let ticks = 0;
  const ticking = setInterval(() => (ticks += 1), TICK_MS);
  const scout = new pg.Client({ ...state.connection, connectionTimeoutMillis: LOOK_FOR_MS });
  scout.on("error", () => undefined);
  try {
    await scout.connect();
  } catch (error) {
    // A refusal is an answer: whoever waits gets one as well.
    const silent = error instanceof Error && error.message.includes("timeout");
    if (silent && ticks >= TICKS && state.last < began) giveUp(state);
  } finally {
    clearInterval(ticking);
    state.looking = false;
    void scout.end().catch(() => undefined);
  }
}

/** Their questions fail now, in place of whenever. */
function giveUp({ inUse, waiting }: Heard): void {
  const silence = Object.assign(new Error("the database keeps silent"), { code: "ETIMEDOUT" });
  for (const tell of waiting) tell(silence);
  for (const client of inUse.keys()) void client.end().catch(() => undefined);
}
