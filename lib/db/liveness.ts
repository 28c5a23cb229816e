// A database that hangs, or is behind a broken line, is as far away as one that is stopped, but gives no error. When an answer takes
// long, a separate connection asks whether the database answers at all. If it doesn't, all that wait fail, each after about
// three seconds at most.
import pg from "pg";

const LOOK_EVERY_MS = 1_000;
const TURN_MS = 100;
/** Of our own event loop, in which an answer would have been heard: while it is blocked, nothing is known. */
const TURNS = 12;

export interface LivenessWatch {
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
export function watchLiveness(pool: pg.Pool): LivenessWatch {
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
  const scout = new pg.Client({ ...state.connection, connectionTimeoutMillis: 30_000 });
  scout.on("error", () => undefined);
  const listening = listenFor(TURNS);
  // A refusal is an answer: everybody who waits gets one as well.
  const answer = scout.connect().then(
    () => true,
    () => true,
  );
  const answers = await Promise.race([answer, listening.isOver]);
  listening.end();
  if (!answers && state.last < began) giveUp(state);
  state.looking = false;
  void scout.end().catch(() => undefined);
}

function listenFor(turns: number): { isOver: Promise<false>; end: () => void } {
  let heard: (nothing: false) => void = () => undefined;
  const isOver = new Promise<false>((resolve) => (heard = resolve));
  const timer = setInterval(() => {
    turns -= 1;
    if (turns === 0) heard(false);
  }, TURN_MS);
  return { isOver, end: () => clearInterval(timer) };
}

/** Their questions fail now, in place of whenever. */
function giveUp({ inUse, waiting }: Heard): void {
  const silence = Object.assign(new Error("the database keeps silent"), { code: "ETIMEDOUT" });
  for (const tell of waiting) tell(silence);
  for (const client of inUse.keys()) void client.end().catch(() => undefined);
}
