// Counts round trips of a transaction: what is sent while nothing is under way on its connection begins one.
import pg from "pg";

interface Trips {
  underWay: number;
  sent: string[][];
}

/** What `work` sends in its one transaction, by round trip. */
export async function roundTripsOf(work: () => Promise<unknown>): Promise<string[][]> {
  const transactions: Trips[] = [];
  const open = new Map<object, Trips>();
  const method = Reflect.get(pg.Client.prototype, "query") as (this: object, ...given: unknown[]) => unknown;
  Reflect.set(pg.Client.prototype, "query", function (this: object, ...given: unknown[]): unknown {
    const text = textOf(given[0]);
    if (text === "BEGIN") {
      open.set(this, { underWay: 0, sent: [] });
      transactions.push(open.get(this) as Trips);
    }
    const trips = open.get(this);
    if (!trips) return method.apply(this, given);
    if (trips.underWay === 0) trips.sent.push([]);
    trips.sent.at(-1)?.push(text);
    trips.underWay += 1;
    const end = (): void => {
      trips.underWay -= 1;
      if (text === "COMMIT" || text === "ROLLBACK") open.delete(this);
    };
    const answer = method.apply(this, given);
    if (answer instanceof Promise) void answer.then(end, end);
    else (answer as NodeJS.EventEmitter).once("finish", end);
    return answer;
  });
  try {
    await work();
  } finally {
    Reflect.set(pg.Client.prototype, "query", method);
  }
  const [only, ...others] = transactions;
  if (!only || others.length > 0) throw new Error(`${String(transactions.length)} transactions`);
  return only.sent;
}

const textOf = (question: unknown): string =>
  (typeof question === "string" ? question : String((question as { text?: string }).text)).replace(
    /\s+/g,
    " ",
  );
