// A connection that sends all queries of one tick in one write, and reports when each is sent and answered,
// if someone traces. Private to lib/db.
import { channel } from "node:diagnostics_channel";
import type { Duplex } from "node:stream";
import pg from "pg";

/** As lib/platform/watch/spans.ts receives it. */
interface Trip {
  name: string;
  onEnd?: (error: unknown) => void;
}

type Ask = (...given: unknown[]) => unknown;

const trips = channel("register:query");

export class TracedClient extends pg.Client {}

/** Its overloads can't be declared again in one method. */
Object.defineProperty(TracedClient.prototype, "query", {
  configurable: true,
  writable: true,
  value: function (this: TracedClient, ...given: unknown[]): unknown {
    holdBack(this, (release) => process.nextTick(release));
    const ask = (...all: unknown[]): unknown =>
      Reflect.apply(Reflect.get(pg.Client.prototype, "query") as Ask, this, all);
    return trips.hasSubscribers ? traced(ask, given) : ask(...given);
  },
});

/** All queries of this turn of the event loop, including its later ticks, are sent in one write. */
export const holdBackThisTurn = (client: pg.ClientBase): void => holdBack(client, setImmediate);

/** A write costs as much as making a small statement, and wakes the server up. */
function holdBack(client: pg.ClientBase, until: (release: () => void) => unknown): void {
  const { stream } = Reflect.get(client, "connection") as { stream: Duplex };
  stream.cork();
  until(() => stream.uncork());
}

/** Streams have their own end, and aren't traced. */
function traced(ask: Ask, given: unknown[]): unknown {
  const trip: Trip = { name: nameOf(given[0]) };
  trips.publish(trip);
  const { onEnd } = trip;
  const last = given.at(-1);
  if (!onEnd) return ask(...given);
  if (typeof last === "function") {
    const answer = (error: unknown, ...rest: unknown[]): void => {
      onEnd(error);
      (last as (...all: unknown[]) => void)(error, ...rest);
    };
    return ask(...given.slice(0, -1), answer);
  }
  const asked = ask(...given);
  if (asked instanceof Promise)
    asked.then(
      () => onEnd(null),
      (error: unknown) => onEnd(error),
    );
  else onEnd(null);
  return asked;
}

/** The query's verb and first table: `SELECT audit.event`. */
function nameOf(question: unknown): string {
  const given = typeof question === "string" ? question : (question as { text?: unknown } | null)?.text;
  const text = typeof given === "string" ? given : "";
  const [, does = "query"] = /^\s*(?:WITH\b[^]*?\)\s*)?([a-z]+)/i.exec(text) ?? [];
  const [, table = ""] = /\b(?:FROM|INTO|UPDATE)\s+"?([a-z_]+"?(?:\."?[a-z_]+)?)"?/.exec(text) ?? [];
  return `${does.toUpperCase()} ${table.replaceAll('"', "")}`.trim();
}
