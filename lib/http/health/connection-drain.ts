// Ends the connections of this process without breaking one. Node's own server.close() ends idle ones at
// once, and a client that is just sending on one finds it reset. Here each client learns from an answer that
// its connection ends.
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Server, ServerResponse } from "node:http";
import net from "node:net";
import { setImmediate as afterPoll, setTimeout as pause } from "node:timers/promises";

export interface ClosingTimes {
  /** How long answers continue, with `Connection: close`: until balancers have seen that it isn't ready. */
  drainMs: number;
  /** Ends earlier if nobody is connected. */
  mayBeShorter: boolean;
  /** After this long without a request a client finds its connection closed. */
  idleMs: number;
  /** How long requests that have begun may still take after that. */
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

  /** Resolves when nobody is connected any more, or the time is up. */
  async close({ drainMs, mayBeShorter, idleMs, longestMs }: ClosingTimes): Promise<void> {
    this.isClosing = true;
    for (const response of this.answering) endAfter(response);
    await until(async () => mayBeShorter && (await this.isEmpty()), drainMs);
    await this.acceptAll();
    // The close of net, because that of http ends idle connections.
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

  /**
   * A connection that the system has accepted but we haven't yet would be reset. We accept one in each turn.
   */
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

/** If the head has already been sent, the next answer on that connection will close it. */
function endAfter(response: ServerResponse): void {
  if (!response.headersSent) response.shouldKeepAlive = false;
}

const connectionsOf = (server: Server): Promise<number> =>
  new Promise((resolve) => server.getConnections((error, count) => resolve(error ? 0 : count)));

async function until(condition: () => Promise<boolean>, atMostMs: number): Promise<void> {
  const end = performance.now() + atMostMs;
  while (performance.now() < end && !(await condition())) await pause(LOOK_MS);
}
