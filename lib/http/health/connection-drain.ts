// Ends the connections of this process without breaking one. Node's own server.close() ends idle ones at once, and
// a client that just sends on one finds it reset. Here each client learns from an answer that its connection ends.
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Server, ServerResponse } from "node:http";
import net from "node:net";
import { setImmediate as afterPoll, setTimeout as pause } from "node:timers/promises";

export interface ClosingTimes {
  /** Answers go on for so long, with `Connection: close`: until balancers have seen that it isn't ready. */
  drainMs: number;
  /** Leaves earlier where nobody is connected. */
  mayBeShorter: boolean;
  /** Whoever has asked nothing for so long will find the connection closed. */
  idleMs: number;
  /** What was begun gets so long after that. */
  longestMs: number;
}

const CHANNEL = "http.server.request.start";
const LOOK_MS = 25;

interface RequestStart {
  response: ServerResponse;
  server: Server;
}

export class ConnectionDrain {
  private readonly servers = new Set<Server>();
  private readonly answering = new Set<ServerResponse>();
  private accepted = 0;
  private isClosing = false;
  /** When something was last asked or answered. */
  private stirredAt = performance.now();
  private readonly onStart = (message: unknown): void => this.opened(message as RequestStart);

  watch(): this {
    subscribe(CHANNEL, this.onStart);
    return this;
  }

  /** Ends when nobody is connected any more, or has had time enough. */
  async close({ drainMs, mayBeShorter, idleMs, longestMs }: ClosingTimes): Promise<void> {
    this.isClosing = true;
    for (const response of this.answering) endAfter(response);
    await until(async () => mayBeShorter && (await this.isEmpty()), drainMs);
    await this.acceptAll();
    // Of net: that of http ends idle connections.
    for (const server of this.servers) net.Server.prototype.close.call(server);
    await until(async () => (await this.isEmpty()) || this.isQuiet(idleMs), longestMs);
    for (const server of this.servers) server.closeAllConnections();
    unsubscribe(CHANNEL, this.onStart);
  }

  private opened({ response, server }: RequestStart): void {
    if (!this.servers.has(server)) server.on("connection", () => (this.accepted += 1));
    this.servers.add(server);
    this.answering.add(response);
    this.stirredAt = performance.now();
    response.once("close", () => {
      this.answering.delete(response);
      this.stirredAt = performance.now();
    });
    if (this.isClosing) endAfter(response);
  }

  /** A connection that the system has and we haven't accepted yet would be reset. One is accepted in each turn. */
  private async acceptAll(): Promise<void> {
    for (let before = -1; before !== this.accepted;) {
      before = this.accepted;
      await afterPoll();
    }
  }

  private isQuiet(idleMs: number): boolean {
    return this.answering.size === 0 && performance.now() - this.stirredAt >= idleMs;
  }

  private async isEmpty(): Promise<boolean> {
    const counts = await Promise.all([...this.servers].map(connectionsOf));
    return counts.every((count) => count === 0);
  }
}

/** Where the head was sent already, the next answer on that connection will say it. */
function endAfter(response: ServerResponse): void {
  if (!response.headersSent) response.shouldKeepAlive = false;
}

const connectionsOf = (server: Server): Promise<number> =>
  new Promise((resolve) => server.getConnections((error, count) => resolve(error ? 0 : count)));

async function until(condition: () => Promise<boolean>, atMostMs: number): Promise<void> {
  const end = performance.now() + atMostMs;
  while (performance.now() < end && !(await condition())) await pause(LOOK_MS);
}
