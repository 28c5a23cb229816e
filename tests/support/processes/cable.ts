// A proxy between the application and its database: a socket that can be pulled, cut and silenced.
import { mkdtempSync, rmSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";

const NAME = ".s.PGSQL.5432";
/** The whole statement, as it ends on the wire. */
const COMMIT = "COMMIT\0";
/** What the database answers to it. */
const ENDED = /(COMMIT|ROLLBACK)\0/;

export interface Cable {
  /** The database's address through this proxy. */
  url: string;
  /** Breaks every connection, whatever is in transit. */
  cut(): void;
  /** Refuses connections until it is plugged in again. */
  pull(): Promise<void>;
  plug(): Promise<void>;
  /** Connections stay open, but nothing passes. */
  hush(): void;
  speak(): void;
  /**
   * While set, no COMMIT is ever confirmed: the connection breaks before the answer arrives or, where `isLost` returns
   * true, before the COMMIT does.
   */
  swallow(isLost: (() => boolean) | null): void;
  close(): Promise<void>;
}

export async function layCable(database: string): Promise<Cable> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "register-cable-"));
  const socket = path.join(folder, NAME);
  const pairs = new Set<Pair>();
  let isLost: (() => boolean) | null = null;
  let hushed = false;
  let server: net.Server | null = null;

  const plug = async (): Promise<void> => {
    if (server) return;
    server = net.createServer((near) => join(near, net.connect(farEnd(database))));
    // Who may enter the folder may connect.
    const place = { path: socket, readableAll: true, writableAll: true };
    await new Promise<void>((resolve, reject) => server?.once("error", reject).listen(place, resolve));
  };
  const join = (near: net.Socket, far: net.Socket): void => {
    const pair = { near, far };
    let deaf = false;
    const breakOff = (): void => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    pairs.add(pair);
    for (const end of [near, far]) {
      end.on("error", breakOff).on("close", breakOff);
      if (hushed) end.pause();
    }
    near.on("data", (data) => {
      if (isLost && data.includes(COMMIT)) {
        if (isLost()) return breakOff();
        deaf = true;
      }
      pass(data, near, far);
    });
    // What was sent before COMMIT may be answered after it was sent.
    far.on("data", (data) =>
      deaf && ENDED.test(data.toString("latin1")) ? breakOff() : pass(data, far, near),
    );
  };
  const each = (work: (end: net.Socket) => unknown): void => {
    for (const { near, far } of [...pairs]) for (const end of [near, far]) work(end);
  };
  const cut = (): void => {
    each((end) => end.destroy());
  };
  const pull = async (): Promise<void> => {
    if (!server) return;
    const closing = server;
    server = null;
    const closed = new Promise<void>((resolve) => closing.close(() => resolve()));
    cut();
    await closed;
  };
  await plug();
  return {
    url: withHost(database, folder),
    cut,
    pull,
    plug,
    hush: () => {
      hushed = true;
      each((end) => end.pause());
    },
    speak: () => {
      hushed = false;
      each((end) => end.resume());
    },
    swallow: (lost) => {
      isLost = lost;
    },
    close: async () => {
      await pull();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Pair {
  near: net.Socket;
  far: net.Socket;
}

function pass(data: Buffer, from: net.Socket, to: net.Socket): void {
  if (to.write(data)) return;
  from.pause();
  to.once("drain", () => from.resume());
}

function farEnd(database: string): net.NetConnectOpts {
  const { hostname, port, searchParams } = new URL(database);
  const folder = searchParams.get("host");
  if (folder?.startsWith("/")) return { path: path.join(folder, NAME) };
  return { host: folder ?? hostname, port: Number(port || 5432) };
}

function withHost(address: string, folder: string): string {
  const url = new URL(address);
  url.host = "localhost";
  url.searchParams.set("host", folder);
  return url.href;
}
